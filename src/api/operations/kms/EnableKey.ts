// kms:EnableKey: lets a key be used again.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { keyPatched } from './changes.ts';
import { existingKeyItself, pendingError } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html */
export const EnableKey = operation({
  name: 'kms:EnableKey',
  readOnly: false,
  cli: 'kms enable-key',
  parameters: { KeyId: KEY_ID },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:EnableKey'),
  perform: (scene, { KeyId }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const pending = pendingError(found.value);
    if (pending) return err(pending);
    return ok({ output: {}, changes: [keyPatched(found.value, { state: 'Enabled' })] });
  },
});
