// organizations:DeleteResourcePolicy: takes back what the organization has let member accounts do.
import { err, ok } from '../../../aws/result.ts';
import { resourcePolicyNotFound } from './exceptions.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeleteResourcePolicy.html */
export const DeleteResourcePolicy = organizationsOperation({
  name: 'organizations:DeleteResourcePolicy',
  readOnly: false,
  cli: 'organizations delete-resource-policy',
  parameters: {},
  authorization: (world, caller) => [
    asking(world, caller, 'write', 'organizations:DeleteResourcePolicy', '*'),
  ],
  perform: (scene) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    if (!organization.value.resourcePolicy) return err(resourcePolicyNotFound());
    return ok({
      output: {},
      changes: [{ kind: 'organizationPatched', patch: { resourcePolicy: null } }],
    });
  },
});
