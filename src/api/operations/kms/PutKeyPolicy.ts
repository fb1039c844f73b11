// kms:PutKeyPolicy: writes the policy of a key, over the one it has.
import { err, ok } from '../../../aws/result.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import { operation } from '../../operation.ts';
import { keyPatched } from './changes.ts';
import { existingKeyItself, notFound } from './key.ts';
import { BYPASS, KEY_ID, KEY_POLICY, POLICY_NAME } from './parameters.ts';
import { keyPolicyError } from './policy.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html */
export const PutKeyPolicy = operation({
  name: 'kms:PutKeyPolicy',
  readOnly: false,
  cli: 'kms put-key-policy',
  parameters: {
    KeyId: KEY_ID,
    PolicyName: POLICY_NAME,
    Policy: KEY_POLICY,
    BypassPolicyLockoutSafetyCheck: BYPASS,
  },
  authorization: (world, caller, { KeyId, BypassPolicyLockoutSafetyCheck = false }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:PutKeyPolicy', {
      'kms:BypassPolicyLockoutSafetyCheck': String(BypassPolicyLockoutSafetyCheck),
    }),
  perform: (scene, { KeyId, PolicyName = 'default', Policy, BypassPolicyLockoutSafetyCheck = false }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    if (PolicyName !== 'default') return err(notFound('No such policy exists'));
    const { account, key } = found.value;
    const bad = keyPolicyError(scene, account, { ...key, policy: Policy }, BypassPolicyLockoutSafetyCheck);
    if (bad) return err(bad);
    return ok({ output: {}, changes: [keyPatched(found.value, { policy: withRootArns(Policy) })] });
  },
});
