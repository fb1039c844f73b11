// iam:GetPolicyVersion: the document of a version of a managed policy.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { POLICY_ARN, VERSION_ID } from './parameters.ts';
import { shownVersions } from './policy-shapes.ts';
import { policyArnError, readablePolicy, versionNotFound } from './policy.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html */
export const GetPolicyVersion = operation({
  name: 'iam:GetPolicyVersion',
  readOnly: true,
  cli: 'iam get-policy-version',
  parameters: { PolicyArn: POLICY_ARN, VersionId: VERSION_ID },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [
    { action: 'iam:GetPolicyVersion', resource: PolicyArn },
  ],
  perform: (scene, { PolicyArn, VersionId }) => {
    const found = readablePolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const version = shownVersions(found.value).find((each) => each.VersionId === VersionId);
    return version
      ? ok({ output: { PolicyVersion: version }, changes: [] })
      : err(versionNotFound(PolicyArn, VersionId));
  },
});
