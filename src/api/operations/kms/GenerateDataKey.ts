// kms:GenerateDataKey: a fresh key, as it is and encrypted.
import { err } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { DATA_KEY_PARAMETERS, dataKey, dataKeyError } from './data-key.ts';
import { encryptionKeys, keyRequests } from './requests.ts';
import { usableKey } from './use.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html */
export const GenerateDataKey = operation({
  name: 'kms:GenerateDataKey',
  readOnly: true,
  cli: 'kms generate-data-key',
  parameters: DATA_KEY_PARAMETERS,
  validate: dataKeyError,
  authorization: (world, caller, { KeyId, EncryptionContext }, env) =>
    keyRequests(world, caller, env, KeyId, 'kms:GenerateDataKey', encryptionKeys(EncryptionContext)),
  perform: (scene, input) => {
    const found = usableKey(scene, input.KeyId, 'ENCRYPT_DECRYPT', 'GenerateDataKey');
    if (!found.ok) return err(found.error);
    const { CiphertextBlob, Plaintext } = dataKey(found.value, input, scene.env);
    return unlessDryRun(input.DryRun, {
      output: { CiphertextBlob, Plaintext, KeyId: found.value.arn },
      changes: [],
    });
  },
});
