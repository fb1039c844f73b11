// organizations:DeletePolicy: removes a policy that is attached to nothing.
import { targetsOf } from '../../../account/organization-tree.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { invalidInput } from '../../invalid-input.ts';
import { policyNotFound } from './exceptions.ts';
import { POLICY_ID } from './parameters.ts';
import { arnOfPolicy, findPolicy, isAwsManaged, typeKeyOf } from './policies.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/**
 * The text of the error for a policy in use is that of the documentation.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeletePolicy.html
 */
export const DeletePolicy = organizationsOperation({
  name: 'organizations:DeletePolicy',
  readOnly: false,
  cli: 'organizations delete-policy',
  parameters: { PolicyId: POLICY_ID },
  authorization: (world, caller, { PolicyId }) => [
    asking(
      world,
      caller,
      'write',
      'organizations:DeletePolicy',
      arnOfPolicy(PolicyId),
      typeKeyOf(world.organization, PolicyId),
    ),
  ],
  perform: (scene, { PolicyId }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (!findPolicy(organization.value, PolicyId)) return err(policyNotFound());
    if (isAwsManaged(PolicyId)) return err(invalidInput('IMMUTABLE_POLICY'));
    if (targetsOf(organization.value, PolicyId).length > 0)
      return err(
        awsError(
          'PolicyInUseException',
          'The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.',
        ),
      );
    return ok({
      output: {},
      changes: [{ kind: 'organizationPartSet', table: 'policies', key: PolicyId, value: null }],
    });
  },
});
