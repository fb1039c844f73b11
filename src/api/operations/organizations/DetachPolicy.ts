// organizations:DetachPolicy: detaches a policy from a root, unit or account.
import { attachedTo, placeOf } from '../../../account/organization-tree.ts';
import { FULL_ACCESS } from '../../../account/organization.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { invalidInput } from '../../invalid-input.ts';
import { attachmentRequests } from './attachment.ts';
import { constraintViolation, policyNotFound, targetNotFound } from './exceptions.ts';
import { POLICY_ID, TARGET_ID } from './parameters.ts';
import { attachedOfType, attaching, findPolicy } from './policies.ts';
import { organizationOf, organizationsOperation } from './standing.ts';

/**
 * The last service control policy stays, and so does the resource control policy of AWS. The texts for that one and for
 * policies that are not attached are those of the documentation, and the order of the checks is our reading.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DetachPolicy.html
 */
export const DetachPolicy = organizationsOperation({
  name: 'organizations:DetachPolicy',
  readOnly: false,
  cli: 'organizations detach-policy',
  parameters: { PolicyId: POLICY_ID, TargetId: TARGET_ID },
  authorization: (world, caller, input) =>
    attachmentRequests(world, caller, 'organizations:DetachPolicy', input),
  perform: (scene, { PolicyId, TargetId }) => {
    const found = organizationOf(scene);
    if (!found.ok) return found;
    const organization = found.value;
    const policy = findPolicy(organization, PolicyId);
    if (!policy) return err(policyNotFound());
    if (!placeOf(organization, TargetId)) return err(targetNotFound());
    if (PolicyId === FULL_ACCESS.RESOURCE_CONTROL_POLICY) return err(invalidInput('NON_DETACHABLE_POLICY'));
    const attached = attachedTo(organization, TargetId);
    if (!attached.includes(PolicyId))
      return err(
        awsError(
          'PolicyNotAttachedException',
          "The policy isn't attached to the specified target in the specified root.",
        ),
      );
    const { length: ofType } = attachedOfType(organization, TargetId, policy.type);
    if (policy.type === 'SERVICE_CONTROL_POLICY' && ofType === 1)
      return err(constraintViolation('MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED'));
    const left = attached.filter((id) => id !== PolicyId);
    return ok({ output: {}, changes: [attaching(TargetId, left)] });
  },
});
