// organizations:AttachPolicy: attaches a policy to a root, unit or account; it is in force at once for all that stands under it.
import { attachedTo, placeOf } from '../../../account/organization-tree.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { attachmentRequests } from './attachment.ts';
import { constraintViolation, policyNotFound, policyTypeNotEnabled, targetNotFound } from './exceptions.ts';
import { POLICY_ID, TARGET_ID } from './parameters.ts';
import { POLICY_QUOTAS, attachedOfType, attaching, findPolicy } from './policies.ts';
import { organizationOf, organizationsOperation } from './standing.ts';

/**
 * It asks for the policy as well as for the target. The text of the error for a policy that is attached already is that of
 * the documentation, and the order of the checks is our reading.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html
 */
export const AttachPolicy = organizationsOperation({
  name: 'organizations:AttachPolicy',
  readOnly: false,
  cli: 'organizations attach-policy',
  parameters: { PolicyId: POLICY_ID, TargetId: TARGET_ID },
  authorization: (world, caller, input) =>
    attachmentRequests(world, caller, 'organizations:AttachPolicy', input),
  perform: (scene, { PolicyId, TargetId }) => {
    const found = organizationOf(scene);
    if (!found.ok) return found;
    const organization = found.value;
    const policy = findPolicy(organization, PolicyId);
    if (!policy) return err(policyNotFound());
    if (!placeOf(organization, TargetId)) return err(targetNotFound());
    if (!organization.enabledTypes.includes(policy.type)) return err(policyTypeNotEnabled());
    const attached = attachedTo(organization, TargetId);
    if (attached.includes(PolicyId))
      return err(
        awsError(
          'DuplicatePolicyAttachmentException',
          'The selected policy is already attached to the specified target.',
        ),
      );
    const { length: ofType } = attachedOfType(organization, TargetId, policy.type);
    if (ofType >= POLICY_QUOTAS[policy.type].attached)
      return err(constraintViolation('MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED'));
    return ok({ output: {}, changes: [attaching(TargetId, [...attached, PolicyId])] });
  },
});
