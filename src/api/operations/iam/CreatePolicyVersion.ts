// iam:CreatePolicyVersion: a new text for a customer managed policy, in force at once if asked for.
import { MAX_POLICY_VERSIONS } from '../../../account/apply-change.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { POLICY_ARN, POLICY_DOCUMENT } from './parameters.ts';
import { existingPolicy, managedDocumentError, policyArnError } from './policy.ts';

/**
 * Version ids count on; those of deleted versions do not come back.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html
 */
export const CreatePolicyVersion = operation({
  name: 'iam:CreatePolicyVersion',
  readOnly: false,
  cli: 'iam create-policy-version',
  parameters: {
    PolicyArn: POLICY_ARN,
    PolicyDocument: POLICY_DOCUMENT,
    SetAsDefault: { type: 'boolean', event: 'setAsDefault', required: false },
  },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [
    { action: 'iam:CreatePolicyVersion', resource: PolicyArn },
  ],
  perform: (scene, { PolicyArn, PolicyDocument, SetAsDefault = false }) => {
    const found = existingPolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const { account, policy } = found.value;
    const refused = managedDocumentError(PolicyDocument);
    if (refused) return err(refused);
    if (policy.versions.length >= MAX_POLICY_VERSIONS)
      return err(
        awsError(
          'LimitExceeded',
          'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
        ),
      );
    const id = `v${policy.lastVersion + 1}`;
    const { now } = scene.env;
    return ok({
      output: { PolicyVersion: { VersionId: id, IsDefaultVersion: SetAsDefault, CreateDate: now } },
      changes: [
        {
          kind: 'policyVersionCreated',
          account: account.id,
          policy: policy.name,
          version: { id, created: now, document: PolicyDocument },
          setAsDefault: SetAsDefault,
        },
      ],
    });
  },
});
