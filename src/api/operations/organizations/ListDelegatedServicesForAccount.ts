// organizations:ListDelegatedServicesForAccount: the services that an account administers for the organization.
import { memberArn } from '../../../account/organization-arns.ts';
import { lookup, sortedValues } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { accountNotFound, accountNotRegistered } from './exceptions.ts';
import { pageOf } from './paging.ts';
import { ACCOUNT_ID, PAGING } from './parameters.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListDelegatedServicesForAccount.html */
export const ListDelegatedServicesForAccount = organizationsOperation({
  name: 'organizations:ListDelegatedServicesForAccount',
  readOnly: true,
  cli: 'organizations list-delegated-services-for-account',
  parameters: { AccountId: ACCOUNT_ID, ...PAGING },
  authorization: (world, caller, input) => [
    asking(world, caller, 'read', 'organizations:ListDelegatedServicesForAccount', (organization) =>
      memberArn(organization, input.AccountId),
    ),
  ],
  perform: (scene, input) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const { members, delegatedAdministrators } = organization.value;
    if (!lookup(members, input.AccountId)) return err(accountNotFound());
    const services = sortedValues(delegatedAdministrators).filter(
      ({ account }) => account === input.AccountId,
    );
    if (services.length === 0) return err(accountNotRegistered());
    const page = pageOf(services, input, ({ service }) => service);
    if (!page.ok) return page;
    const DelegatedServices = page.value.items.map(({ service, since }) => ({
      ServicePrincipal: service,
      DelegationEnabledDate: since,
    }));
    return ok({ output: { DelegatedServices, ...page.value.page }, changes: [] });
  },
});
