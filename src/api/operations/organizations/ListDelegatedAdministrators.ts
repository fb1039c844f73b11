// organizations:ListDelegatedAdministrators: the accounts that administer a service, or any, for the organization.
import { shownMember } from './shapes.ts';
import { lookup, valuesOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { invalidInput } from '../../invalid-input.ts';
import { optional } from '../iam/parameters.ts';
import { pageOf } from './paging.ts';
import { PAGING, SERVICE_PRINCIPAL } from './parameters.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';
import { isTrustable, serviceKey } from './trusted-services.ts';

/**
 * Each account once, with the date of its first service.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListDelegatedAdministrators.html
 */
export const ListDelegatedAdministrators = organizationsOperation({
  name: 'organizations:ListDelegatedAdministrators',
  readOnly: true,
  cli: 'organizations list-delegated-administrators',
  parameters: { ServicePrincipal: optional(SERVICE_PRINCIPAL), ...PAGING },
  authorization: (world, caller, { ServicePrincipal }) => [
    asking(
      world,
      caller,
      'read',
      'organizations:ListDelegatedAdministrators',
      '*',
      ServicePrincipal === undefined ? {} : serviceKey(ServicePrincipal),
    ),
  ],
  perform: (scene, { ServicePrincipal, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (ServicePrincipal !== undefined && !isTrustable(ServicePrincipal))
      return err(invalidInput('UNRECOGNIZED_SERVICE_PRINCIPAL'));
    const { delegatedAdministrators, members } = organization.value;
    const since = new Map<string, string>();
    for (const one of valuesOf(delegatedAdministrators)) {
      const known = since.get(one.account);
      if (ServicePrincipal !== undefined && one.service !== ServicePrincipal) continue;
      if (known === undefined || one.since < known) since.set(one.account, one.since);
    }
    const found = [...since].sort(([a], [b]) => (a < b ? -1 : 1));
    const page = pageOf(found, paging, ([account]) => account);
    if (!page.ok) return page;
    const DelegatedAdministrators = page.value.items.flatMap(([account, DelegationEnabledDate]) => {
      const member = lookup(members, account);
      return member
        ? [{ ...shownMember(scene.world, organization.value, member), DelegationEnabledDate }]
        : [];
    });
    return ok({ output: { DelegatedAdministrators, ...page.value.page }, changes: [] });
  },
});
