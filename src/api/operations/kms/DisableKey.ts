// kms:DisableKey: keeps a key from being used.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { keyPatched } from './changes.ts';
import { existingKeyItself, pendingError } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html */
export const DisableKey = operation({
  name: 'kms:DisableKey',
  readOnly: false,
  cli: 'kms disable-key',
  parameters: { KeyId: KEY_ID },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:DisableKey'),
  perform: (scene, { KeyId }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const pending = pendingError(found.value);
    if (pending) return err(pending);
    return ok({ output: {}, changes: [keyPatched(found.value, { state: 'Disabled' })] });
  },
});
