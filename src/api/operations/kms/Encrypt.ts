// kms:Encrypt: makes a ciphertext of up to 4,096 bytes.
import { err } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { encrypt } from './cipher.ts';
import {
  DRY_RUN,
  ENCRYPTION_ALGORITHM,
  ENCRYPTION_CONTEXT,
  GRANT_TOKENS,
  KEY_ID,
  PLAINTEXT,
} from './parameters.ts';
import { encryptionKeys, keyRequests } from './requests.ts';
import { algorithmError, usableKey } from './use.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html */
export const Encrypt = operation({
  name: 'kms:Encrypt',
  readOnly: true,
  cli: 'kms encrypt',
  parameters: {
    KeyId: KEY_ID,
    Plaintext: PLAINTEXT,
    EncryptionContext: ENCRYPTION_CONTEXT,
    GrantTokens: GRANT_TOKENS,
    EncryptionAlgorithm: ENCRYPTION_ALGORITHM,
    DryRun: DRY_RUN,
  },
  authorization: (world, caller, { KeyId, EncryptionContext }, env) =>
    keyRequests(world, caller, env, KeyId, 'kms:Encrypt', encryptionKeys(EncryptionContext)),
  perform: (scene, { KeyId, Plaintext, EncryptionContext = {}, EncryptionAlgorithm, DryRun }) => {
    const found = usableKey(scene, KeyId, 'ENCRYPT_DECRYPT', 'Encrypt');
    if (!found.ok) return found;
    const { key, arn } = found.value;
    const other = algorithmError(EncryptionAlgorithm, key);
    if (other) return err(other);
    return unlessDryRun(DryRun, {
      output: {
        CiphertextBlob: encrypt(key, arn, Plaintext, EncryptionContext, scene.env),
        KeyId: arn,
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      },
      changes: [],
    });
  },
});
