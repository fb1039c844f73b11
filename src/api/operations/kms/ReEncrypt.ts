// kms:ReEncrypt: opens a ciphertext and seals it again with another key; nobody sees what is in it.
import { err } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { encrypt, sealed } from './cipher.ts';
import { namedKey, placeOf } from './key.ts';
import {
  CIPHERTEXT,
  DRY_RUN,
  ENCRYPTION_ALGORITHM,
  ENCRYPTION_CONTEXT,
  GRANT_TOKENS,
  KEY_ID,
} from './parameters.ts';
import { encryptionKeys, keyRequests } from './requests.ts';
import { foreignRegionError, opened, usableKey } from './use.ts';

/**
 * There is no `kms:ReEncrypt`: one permission is asked on the key that the ciphertext comes from, another on the key that
 * it goes to.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html
 */
export const ReEncrypt = operation({
  name: 'kms:ReEncrypt',
  readOnly: true,
  cli: 'kms re-encrypt',
  parameters: {
    CiphertextBlob: CIPHERTEXT,
    SourceEncryptionContext: { ...ENCRYPTION_CONTEXT, event: 'sourceEncryptionContext' },
    SourceKeyId: { ...KEY_ID, event: 'sourceKeyId', required: false },
    DestinationKeyId: { ...KEY_ID, event: 'destinationKeyId' },
    DestinationEncryptionContext: { ...ENCRYPTION_CONTEXT, event: 'destinationEncryptionContext' },
    SourceEncryptionAlgorithm: { ...ENCRYPTION_ALGORITHM, event: 'sourceEncryptionAlgorithm' },
    DestinationEncryptionAlgorithm: { ...ENCRYPTION_ALGORITHM, event: 'destinationEncryptionAlgorithm' },
    GrantTokens: GRANT_TOKENS,
    DryRun: DRY_RUN,
  },
  authorization: (world, caller, input, env) => {
    const source = input.SourceKeyId ?? sealed(input.CiphertextBlob)?.key;
    if (source === undefined) return [];
    const place = placeOf({ caller, env });
    const from = namedKey(world, place, source);
    const to = namedKey(world, place, input.DestinationKeyId);
    const same = {
      'kms:ReEncryptOnSameKey': String(from.ok && to.ok && from.value.arn === to.value.arn),
    };
    return [
      ...keyRequests(world, caller, env, source, 'kms:ReEncryptFrom', {
        ...encryptionKeys(input.SourceEncryptionContext),
        ...same,
      }),
      ...keyRequests(world, caller, env, input.DestinationKeyId, 'kms:ReEncryptTo', {
        ...encryptionKeys(input.DestinationEncryptionContext),
        ...same,
      }),
    ];
  },
  perform: (scene, input) => {
    const ciphertext = sealed(input.CiphertextBlob);
    const elsewhere =
      input.SourceKeyId === undefined ? foreignRegionError(scene, ciphertext, 'kms:ReEncryptFrom') : null;
    if (elsewhere) return err(elsewhere);
    const source = opened(scene, ciphertext, input.SourceKeyId, input.SourceEncryptionContext);
    if (!source.ok) return source;
    const target = usableKey(scene, input.DestinationKeyId, 'ENCRYPT_DECRYPT', 'ReEncrypt');
    if (!target.ok) return target;
    const { key, arn } = target.value;
    const context = input.DestinationEncryptionContext ?? {};
    return unlessDryRun(input.DryRun, {
      output: {
        CiphertextBlob: encrypt(key, arn, source.value.plaintext, context, scene.env),
        SourceKeyId: source.value.found.arn,
        KeyId: arn,
        SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      },
      changes: [],
    });
  },
});
