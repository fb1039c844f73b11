// organizations:RegisterDelegatedAdministrator: lets an account administer a service for the organization.
import { memberArn } from '../../../account/organization-arns.ts';
import type { DelegatedAdministrator } from '../../../account/organization.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { invalidInput } from '../../invalid-input.ts';
import { accountNotFound, constraintViolation } from './exceptions.ts';
import { ACCOUNT_ID, SERVICE_PRINCIPAL } from './parameters.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';
import { isTrustable, serviceKey } from './trusted-services.ts';

/**
 * It may then also read what is in the organization.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_RegisterDelegatedAdministrator.html
 */
export const RegisterDelegatedAdministrator = organizationsOperation({
  name: 'organizations:RegisterDelegatedAdministrator',
  readOnly: false,
  cli: 'organizations register-delegated-administrator',
  parameters: { AccountId: ACCOUNT_ID, ServicePrincipal: SERVICE_PRINCIPAL },
  authorization: (world, caller, input) => [
    asking(
      world,
      caller,
      'write',
      'organizations:RegisterDelegatedAdministrator',
      (organization) => memberArn(organization, input.AccountId),
      serviceKey(input.ServicePrincipal),
    ),
  ],
  perform: (scene, input) => {
    const { ServicePrincipal } = input;
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    const { members, managementAccount, trustedServices, delegatedAdministrators } = organization.value;
    if (!isTrustable(ServicePrincipal)) return err(invalidInput('UNRECOGNIZED_SERVICE_PRINCIPAL'));
    const member = lookup(members, input.AccountId);
    if (!member) return err(accountNotFound());
    if (member.account === managementAccount)
      return err(constraintViolation('CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR'));
    if (member.status !== 'ACTIVE')
      return err(constraintViolation('CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR'));
    if (!lookup(trustedServices, ServicePrincipal))
      return err(constraintViolation('SERVICE_ACCESS_NOT_ENABLED'));
    const key = `${ServicePrincipal}/${member.account}`;
    if (lookup(delegatedAdministrators, key))
      return err(
        awsError(
          'AccountAlreadyRegisteredException',
          'The provided account is already a delegated administrator for your organization.',
        ),
      );
    const value: DelegatedAdministrator = {
      account: member.account,
      service: ServicePrincipal,
      since: scene.env.now,
    };
    return ok({
      output: {},
      changes: [{ kind: 'organizationPartSet', table: 'delegatedAdministrators', key, value }],
    });
  },
});
