// organizations:DescribeOrganization: the organization that the caller's account is in.
import { ok } from '../../../aws/result.ts';
import { shownOrganization } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html */
export const DescribeOrganization = organizationsOperation({
  name: 'organizations:DescribeOrganization',
  readOnly: true,
  cli: 'organizations describe-organization',
  parameters: {},
  authorization: (world, caller) => [
    asking(world, caller, 'open', 'organizations:DescribeOrganization', '*'),
  ],
  perform: (scene) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    return ok({
      output: { Organization: shownOrganization(scene.world, organization.value) },
      changes: [],
    });
  },
});
