// organizations:EnableAWSServiceAccess: trusted access for a service to all accounts of the organization.
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { invalidInput } from '../../invalid-input.ts';
import { constraintViolation } from './exceptions.ts';
import { SERVICE_PRINCIPAL } from './parameters.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';
import { isTrustable, serviceKey } from './trusted-services.ts';

/**
 * A service that has it keeps it, with its date.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnableAWSServiceAccess.html
 */
export const EnableAWSServiceAccess = organizationsOperation({
  name: 'organizations:EnableAWSServiceAccess',
  readOnly: false,
  cli: 'organizations enable-aws-service-access',
  parameters: { ServicePrincipal: SERVICE_PRINCIPAL },
  authorization: (world, caller, { ServicePrincipal }) => [
    asking(world, caller, 'write', 'organizations:EnableAWSServiceAccess', '*', serviceKey(ServicePrincipal)),
  ],
  perform: (scene, { ServicePrincipal }) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    const { featureSet, trustedServices } = organization.value;
    if (!isTrustable(ServicePrincipal)) return err(invalidInput('UNRECOGNIZED_SERVICE_PRINCIPAL'));
    if (featureSet !== 'ALL') return err(constraintViolation('ORGANIZATION_NOT_IN_ALL_FEATURES_MODE'));
    if (lookup(trustedServices, ServicePrincipal)) return ok({ output: {}, changes: [] });
    return ok({
      output: {},
      changes: [
        {
          kind: 'organizationPartSet',
          table: 'trustedServices',
          key: ServicePrincipal,
          value: { enabled: scene.env.now },
        },
      ],
    });
  },
});
