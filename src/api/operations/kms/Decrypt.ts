// kms:Decrypt: opens a ciphertext that KMS has made.
import { err } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { sealed } from './cipher.ts';
import {
  CIPHERTEXT,
  DRY_RUN,
  ENCRYPTION_ALGORITHM,
  ENCRYPTION_CONTEXT,
  GRANT_TOKENS,
  OPTIONAL_KEY_ID,
} from './parameters.ts';
import { encryptionKeys, keyRequests } from './requests.ts';
import { algorithmError, foreignRegionError, opened } from './use.ts';

/**
 * The ciphertext says which key it takes; a key that is named has to be the same.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
 */
export const Decrypt = operation({
  name: 'kms:Decrypt',
  readOnly: true,
  cli: 'kms decrypt',
  parameters: {
    CiphertextBlob: CIPHERTEXT,
    EncryptionContext: ENCRYPTION_CONTEXT,
    GrantTokens: GRANT_TOKENS,
    KeyId: OPTIONAL_KEY_ID,
    EncryptionAlgorithm: ENCRYPTION_ALGORITHM,
    DryRun: DRY_RUN,
  },
  authorization: (world, caller, { CiphertextBlob, KeyId, EncryptionContext }, env) => {
    const key = KeyId ?? sealed(CiphertextBlob)?.key;
    return key === undefined
      ? []
      : keyRequests(world, caller, env, key, 'kms:Decrypt', encryptionKeys(EncryptionContext));
  },
  perform: (scene, { CiphertextBlob, KeyId, EncryptionContext, EncryptionAlgorithm, DryRun }) => {
    const ciphertext = sealed(CiphertextBlob);
    const elsewhere = KeyId === undefined ? foreignRegionError(scene, ciphertext, 'kms:Decrypt') : null;
    if (elsewhere) return err(elsewhere);
    const result = opened(scene, ciphertext, KeyId, EncryptionContext);
    if (!result.ok) return result;
    const { found, plaintext } = result.value;
    const other = algorithmError(EncryptionAlgorithm, found.key);
    if (other) return err(other);
    return unlessDryRun(DryRun, {
      output: { KeyId: found.arn, Plaintext: plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
      changes: [],
    });
  },
});
