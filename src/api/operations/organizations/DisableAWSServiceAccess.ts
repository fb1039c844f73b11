// organizations:DisableAWSServiceAccess: ends the trusted access of a service.
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { invalidInput } from '../../invalid-input.ts';
import { SERVICE_PRINCIPAL } from './parameters.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';
import { isTrustable, serviceKey } from './trusted-services.ts';

/**
 * Accounts that administer it for the organization stay registered.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DisableAWSServiceAccess.html
 */
export const DisableAWSServiceAccess = organizationsOperation({
  name: 'organizations:DisableAWSServiceAccess',
  readOnly: false,
  cli: 'organizations disable-aws-service-access',
  parameters: { ServicePrincipal: SERVICE_PRINCIPAL },
  authorization: (world, caller, { ServicePrincipal }) => [
    asking(
      world,
      caller,
      'write',
      'organizations:DisableAWSServiceAccess',
      '*',
      serviceKey(ServicePrincipal),
    ),
  ],
  perform: (scene, { ServicePrincipal }) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    if (!isTrustable(ServicePrincipal)) return err(invalidInput('UNRECOGNIZED_SERVICE_PRINCIPAL'));
    return ok({
      output: {},
      changes: lookup(organization.value.trustedServices, ServicePrincipal)
        ? [
            {
              kind: 'organizationPartSet',
              table: 'trustedServices',
              key: ServicePrincipal,
              value: null,
            },
          ]
        : [],
    });
  },
});
