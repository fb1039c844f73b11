// organizations:LeaveOrganization: takes the caller's own account out of the organization.
import { err, ok } from '../../../aws/result.ts';
import { leaveError, leaving } from './membership.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/**
 * What often keeps it from that is a service control policy.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_LeaveOrganization.html
 */
export const LeaveOrganization = organizationsOperation({
  name: 'organizations:LeaveOrganization',
  readOnly: false,
  cli: 'organizations leave-organization',
  parameters: {},
  authorization: (world, caller) => [asking(world, caller, 'open', 'organizations:LeaveOrganization', '*')],
  perform: (scene) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const refused = leaveError(scene, organization.value, scene.caller.account);
    return refused ? err(refused) : ok({ output: {}, changes: leaving(scene.caller.account) });
  },
});
