// Data keys: keys for use outside of KMS, which keeps none of them.
import { fromUint8Array } from 'js-base64';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { encrypt } from './cipher.ts';
import type { FoundKey } from './key.ts';
import { DRY_RUN, ENCRYPTION_CONTEXT, GRANT_TOKENS, KEY_ID } from './parameters.ts';

export const DATA_KEY_PARAMETERS = {
  KeyId: KEY_ID,
  EncryptionContext: ENCRYPTION_CONTEXT,
  NumberOfBytes: { type: 'integer', event: 'numberOfBytes', required: false, least: 1, most: 1024 },
  KeySpec: { type: 'text', event: 'keySpec', required: false, oneOf: ['AES_256', 'AES_128'] },
  GrantTokens: GRANT_TOKENS,
  DryRun: DRY_RUN,
} as const;

interface DataKeyInput {
  readonly NumberOfBytes?: number;
  readonly KeySpec?: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
}

export const dataKeyError = ({ NumberOfBytes, KeySpec }: DataKeyInput): AwsError | null =>
  (NumberOfBytes === undefined) === (KeySpec === undefined)
    ? awsError('ValidationException', 'Please specify either number of bytes or key spec.')
    : null;

/** Both base64. */
export function dataKey(
  { key, arn }: FoundKey,
  { NumberOfBytes, KeySpec, EncryptionContext = {} }: DataKeyInput,
  env: Env,
): { readonly Plaintext: string; readonly CiphertextBlob: string } {
  const size = NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32);
  const Plaintext = fromUint8Array(Uint8Array.from(env.randomBytes(size)));
  return { Plaintext, CiphertextBlob: encrypt(key, arn, Plaintext, EncryptionContext, env) };
}
