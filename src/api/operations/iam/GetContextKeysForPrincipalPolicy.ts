// iam:GetContextKeysForPrincipalPolicy: the condition keys that the policies of a user, a group or a role ask for.
import { ok } from '../../../aws/result.ts';
import { contextKeys } from '../../../policy/context-keys.ts';
import { operation } from '../../operation.ts';
import { inputPolicies } from './simulated-policies.ts';
import { policiesOfSource, sourceArnError, sourceOf } from './simulated-source.ts';
import { OPTIONAL_POLICY_INPUT_LIST, POLICY_SOURCE_ARN } from './simulator-parameters.ts';

/**
 * The policies of a user's groups are among them, its permissions boundary is not.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForPrincipalPolicy.html
 */
export const GetContextKeysForPrincipalPolicy = operation({
  name: 'iam:GetContextKeysForPrincipalPolicy',
  readOnly: true,
  cli: 'iam get-context-keys-for-principal-policy',
  parameters: { PolicySourceArn: POLICY_SOURCE_ARN, PolicyInputList: OPTIONAL_POLICY_INPUT_LIST },
  validate: sourceArnError,
  authorization: (_world, _caller, { PolicySourceArn: resource }) => [
    { action: 'iam:GetContextKeysForPrincipalPolicy', resource },
  ],
  perform: (scene, { PolicySourceArn, PolicyInputList = [] }) => {
    const source = sourceOf(scene, PolicySourceArn);
    if (!source.ok) return source;
    const added = inputPolicies(PolicyInputList, 'PolicyInputList');
    if (!added.ok) return added;
    const policies = [...policiesOfSource(scene, source.value).identity, ...added.value];
    const ContextKeyNames = contextKeys(policies.map(({ document }) => document));
    return ok({ output: { ContextKeyNames }, changes: [] });
  },
});
