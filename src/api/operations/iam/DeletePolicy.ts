// iam:DeletePolicy: removes a customer managed policy that nobody uses.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { POLICY_ARN } from './parameters.ts';
import { existingPolicy, policyArnError } from './policy.ts';
import { isUsed, usageIn } from './usage.ts';

/**
 * The default version goes with the policy; all others must be gone before.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
 */
export const DeletePolicy = operation({
  name: 'iam:DeletePolicy',
  readOnly: false,
  cli: 'iam delete-policy',
  parameters: { PolicyArn: POLICY_ARN },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [{ action: 'iam:DeletePolicy', resource: PolicyArn }],
  perform: (scene, { PolicyArn }) => {
    const found = existingPolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const { account, policy } = found.value;
    if (isUsed(usageIn(account)(PolicyArn)))
      return err(awsError('DeleteConflict', 'Cannot delete a policy attached to entities.'));
    if (policy.versions.length > 1)
      return err(
        awsError(
          'DeleteConflict',
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
        ),
      );
    return ok({
      output: {},
      changes: [
        { kind: 'entitySet', account: account.id, table: 'policies', name: policy.name, value: null },
      ],
    });
  },
});
