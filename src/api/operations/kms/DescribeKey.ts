// kms:DescribeKey: what a key is and in which state, without its policy.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingKey, keyMetadata } from './key.ts';
import { GRANT_TOKENS, KEY_ID } from './parameters.ts';
import { keyRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html */
export const DescribeKey = operation({
  name: 'kms:DescribeKey',
  readOnly: true,
  cli: 'kms describe-key',
  parameters: { KeyId: KEY_ID, GrantTokens: GRANT_TOKENS },
  authorization: (world, caller, { KeyId }, env) => keyRequests(world, caller, env, KeyId, 'kms:DescribeKey'),
  perform: (scene, { KeyId }) => {
    const found = existingKey(scene, KeyId);
    return found.ok ? ok({ output: { KeyMetadata: keyMetadata(found.value) }, changes: [] }) : found;
  },
});
