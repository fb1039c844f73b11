// iam:SetDefaultPolicyVersion: which version of a customer managed policy is in force, wherever it is attached.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { POLICY_ARN, VERSION_ID } from './parameters.ts';
import { existingVersion, policyArnError } from './policy.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html */
export const SetDefaultPolicyVersion = operation({
  name: 'iam:SetDefaultPolicyVersion',
  readOnly: false,
  cli: 'iam set-default-policy-version',
  parameters: { PolicyArn: POLICY_ARN, VersionId: VERSION_ID },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [
    { action: 'iam:SetDefaultPolicyVersion', resource: PolicyArn },
  ],
  perform: (scene, { PolicyArn, VersionId }) => {
    const found = existingVersion(scene, PolicyArn, VersionId);
    if (!found.ok) return found;
    const { account, policy } = found.value;
    return ok({
      output: {},
      changes:
        policy.defaultVersion === VersionId
          ? []
          : [{ kind: 'defaultVersionSet', account: account.id, policy: policy.name, version: VersionId }],
    });
  },
});
