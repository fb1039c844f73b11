// organizations:ListAWSServiceAccessForOrganization: the services with trusted access.
import { compareNames } from '../../../account/record.ts';
import { lookup, namesOf } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { pageOf } from './paging.ts';
import { PAGING } from './parameters.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAWSServiceAccessForOrganization.html */
export const ListAWSServiceAccessForOrganization = organizationsOperation({
  name: 'organizations:ListAWSServiceAccessForOrganization',
  readOnly: true,
  cli: 'organizations list-aws-service-access-for-organization',
  parameters: PAGING,
  authorization: (world, caller) => [
    asking(world, caller, 'read', 'organizations:ListAWSServiceAccessForOrganization', '*'),
  ],
  perform: (scene, paging) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const { trustedServices } = organization.value;
    const page = pageOf(namesOf(trustedServices).sort(compareNames), paging, (name) => name);
    if (!page.ok) return page;
    const EnabledServicePrincipals = page.value.items.map((ServicePrincipal) => ({
      ServicePrincipal,
      DateEnabled: lookup(trustedServices, ServicePrincipal)?.enabled ?? scene.env.now,
    }));
    return ok({ output: { EnabledServicePrincipals, ...page.value.page }, changes: [] });
  },
});
