// iam:GetContextKeysForCustomPolicy: the condition keys that policies ask for.
import { ok } from '../../../aws/result.ts';
import { contextKeys } from '../../../policy/context-keys.ts';
import { operation } from '../../operation.ts';
import { inputPolicies } from './simulated-policies.ts';
import { POLICY_INPUT_LIST } from './simulator-parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html */
export const GetContextKeysForCustomPolicy = operation({
  name: 'iam:GetContextKeysForCustomPolicy',
  readOnly: true,
  cli: 'iam get-context-keys-for-custom-policy',
  parameters: { PolicyInputList: POLICY_INPUT_LIST },
  authorization: () => [{ action: 'iam:GetContextKeysForCustomPolicy', resource: '*' }],
  perform: (_scene, { PolicyInputList }) => {
    const policies = inputPolicies(PolicyInputList, 'PolicyInputList');
    if (!policies.ok) return policies;
    const ContextKeyNames = contextKeys(policies.value.map(({ document }) => document));
    return ok({ output: { ContextKeyNames }, changes: [] });
  },
});
