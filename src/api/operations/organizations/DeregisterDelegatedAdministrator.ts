// organizations:DeregisterDelegatedAdministrator: an account no longer administers a service for the organization.
import { memberArn } from '../../../account/organization-arns.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { invalidInput } from '../../invalid-input.ts';
import { accountNotFound, accountNotRegistered } from './exceptions.ts';
import { ACCOUNT_ID, SERVICE_PRINCIPAL } from './parameters.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';
import { isTrustable, serviceKey } from './trusted-services.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeregisterDelegatedAdministrator.html */
export const DeregisterDelegatedAdministrator = organizationsOperation({
  name: 'organizations:DeregisterDelegatedAdministrator',
  readOnly: false,
  cli: 'organizations deregister-delegated-administrator',
  parameters: { AccountId: ACCOUNT_ID, ServicePrincipal: SERVICE_PRINCIPAL },
  authorization: (world, caller, input) => [
    asking(
      world,
      caller,
      'write',
      'organizations:DeregisterDelegatedAdministrator',
      (organization) => memberArn(organization, input.AccountId),
      serviceKey(input.ServicePrincipal),
    ),
  ],
  perform: (scene, input) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    const { members, delegatedAdministrators } = organization.value;
    if (!isTrustable(input.ServicePrincipal)) return err(invalidInput('UNRECOGNIZED_SERVICE_PRINCIPAL'));
    if (!lookup(members, input.AccountId)) return err(accountNotFound());
    const key = `${input.ServicePrincipal}/${input.AccountId}`;
    if (!lookup(delegatedAdministrators, key)) return err(accountNotRegistered());
    return ok({
      output: {},
      changes: [{ kind: 'organizationPartSet', table: 'delegatedAdministrators', key, value: null }],
    });
  },
});
