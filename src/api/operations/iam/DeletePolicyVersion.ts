// iam:DeletePolicyVersion: removes a version that is not in force.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { POLICY_ARN, VERSION_ID } from './parameters.ts';
import { existingVersion, policyArnError } from './policy.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html */
export const DeletePolicyVersion = operation({
  name: 'iam:DeletePolicyVersion',
  readOnly: false,
  cli: 'iam delete-policy-version',
  parameters: { PolicyArn: POLICY_ARN, VersionId: VERSION_ID },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [
    { action: 'iam:DeletePolicyVersion', resource: PolicyArn },
  ],
  perform: (scene, { PolicyArn, VersionId }) => {
    const found = existingVersion(scene, PolicyArn, VersionId);
    if (!found.ok) return found;
    const { account, policy } = found.value;
    if (policy.defaultVersion === VersionId)
      return err(awsError('DeleteConflict', 'Cannot delete the default version of a policy.'));
    return ok({
      output: {},
      changes: [
        { kind: 'policyVersionDeleted', account: account.id, policy: policy.name, version: VersionId },
      ],
    });
  },
});
