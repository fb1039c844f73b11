// kms:GenerateDataKeyWithoutPlaintext: a fresh key, encrypted only.
import { err } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { DATA_KEY_PARAMETERS, dataKey, dataKeyError } from './data-key.ts';
import { encryptionKeys, keyRequests } from './requests.ts';
import { usableKey } from './use.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyWithoutPlaintext.html */
export const GenerateDataKeyWithoutPlaintext = operation({
  name: 'kms:GenerateDataKeyWithoutPlaintext',
  readOnly: true,
  cli: 'kms generate-data-key-without-plaintext',
  parameters: DATA_KEY_PARAMETERS,
  validate: dataKeyError,
  authorization: (world, caller, { KeyId, EncryptionContext }, env) =>
    keyRequests(
      world,
      caller,
      env,
      KeyId,
      'kms:GenerateDataKeyWithoutPlaintext',
      encryptionKeys(EncryptionContext),
    ),
  perform: (scene, input) => {
    const found = usableKey(scene, input.KeyId, 'ENCRYPT_DECRYPT', 'GenerateDataKeyWithoutPlaintext');
    if (!found.ok) return err(found.error);
    const { CiphertextBlob } = dataKey(found.value, input, scene.env);
    return unlessDryRun(input.DryRun, {
      output: { CiphertextBlob, KeyId: found.value.arn },
      changes: [],
    });
  },
});
