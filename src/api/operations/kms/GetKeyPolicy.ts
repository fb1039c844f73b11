// kms:GetKeyPolicy: the text of a key policy.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingKeyItself, notFound } from './key.ts';
import { KEY_ID, POLICY_NAME } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

/**
 * Every key has one policy, and its name is `default`.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html
 */
export const GetKeyPolicy = operation({
  name: 'kms:GetKeyPolicy',
  readOnly: true,
  cli: 'kms get-key-policy',
  parameters: { KeyId: KEY_ID, PolicyName: POLICY_NAME },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:GetKeyPolicy'),
  perform: (scene, { KeyId, PolicyName = 'default' }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    if (PolicyName !== 'default') return err(notFound('No such policy exists'));
    return ok({ output: { Policy: found.value.key.policy, PolicyName }, changes: [] });
  },
});
