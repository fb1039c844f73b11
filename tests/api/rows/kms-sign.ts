// Rows: signatures of KMS, and the public keys that go with them.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { Base64 } from 'js-base64';
import { expect } from 'vitest';
import { row } from '../row.ts';
import {
  arnOf,
  badAliases,
  badKeys,
  disabled,
  dryRun,
  KEY,
  KMS_WORLD,
  MAC_KEY,
  pending,
  SIGN_KEY,
  withKey,
} from './kms-world.ts';

const world = KMS_WORLD;
const TEXT = 'Snow, and a fox.';
const Message = Base64.encode(TEXT);
const DIGEST = createHash('sha256').update(TEXT).digest('base64');

/**
 * As OpenSSL makes both with the private key that belongs to the material of the key. The second number of the
 * signature is from the upper half, which some will not have.
 */
const PUBLIC_KEY =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE5oDEL0jLd5xpgVQs/wrBJKctYgnm45nCY/52LTMUjJE5P3rov6OO2Yqj9kKJmAOAfSgppj6vgY3Fw33k/Tp4/w==';
const SIGNATURE =
  'MEUCIHwbNzBPpNkV+oACTGpPr1GI46VEJBxtJW2edbb0ioyfAiEAy/AOqf6FLPnIqQnHXxp4PfVI54155rDSXNQt71J7wEQ=';

const SIGNING = { Message, SigningAlgorithm: 'ECDSA_SHA_256' };
const signing = { ...SIGNING, KeyId: SIGN_KEY };

const rsa = { world: withKey(SIGN_KEY, { usage: 'SIGN_VERIFY', spec: 'RSA_2048' }) };
const NO_RSA = {
  code: 'NotSimulated',
  message: 'Signatures and public keys of RSA are a feature of AWS that Rolecall does not simulate.',
};

const signingErrors = <More extends object>(operation: string, more: More) => [
  ...badKeys({ ...SIGNING, ...more }),
  ...badAliases({ ...SIGNING, ...more }),
  disabled({ ...SIGNING, ...more }),
  pending({ ...SIGNING, ...more }),
  dryRun({ ...signing, ...more }),
  ...[
    { KeyId: KEY, usage: 'ENCRYPT_DECRYPT' },
    { KeyId: MAC_KEY, usage: 'GENERATE_VERIFY_MAC' },
  ].map(({ KeyId, usage }) => ({
    input: { ...SIGNING, ...more, KeyId },
    code: 'InvalidKeyUsageException',
    message: `${arnOf(KeyId)} key usage is ${usage} which is not valid for ${operation}.`,
  })),
  {
    // The digest is too short as well, but that comes after.
    input: { ...signing, ...more, SigningAlgorithm: 'ECDSA_SHA_384', MessageType: 'DIGEST' },
    code: 'InvalidKeyUsageException',
    message: 'Algorithm ECDSA_SHA_384 is incompatible with key spec ECC_NIST_P256.',
  },
  {
    ...rsa,
    input: { ...signing, ...more },
    code: 'InvalidKeyUsageException',
    message: 'Algorithm ECDSA_SHA_256 is incompatible with key spec RSA_2048.',
  },
  { ...rsa, input: { ...signing, ...more, SigningAlgorithm: 'RSASSA_PSS_SHA_256' }, ...NO_RSA },
  {
    input: { ...signing, ...more, SigningAlgorithm: 'INVALID' },
    code: 'ValidationException',
    message:
      "1 validation error detected: Value 'INVALID' at 'signingAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: [RSASSA_PSS_SHA_256, RSASSA_PSS_SHA_384, RSASSA_PSS_SHA_512, RSASSA_PKCS1_V1_5_SHA_256, RSASSA_PKCS1_V1_5_SHA_384, RSASSA_PKCS1_V1_5_SHA_512, ECDSA_SHA_256, ECDSA_SHA_384, ECDSA_SHA_512, ED25519_SHA_512, ED25519_PH_SHA_512, SM2DSA, ML_DSA_SHAKE_256]",
  },
  {
    input: { ...signing, ...more, MessageType: 'HASH' },
    code: 'ValidationException',
    message:
      "1 validation error detected: Value 'HASH' at 'messageType' failed to satisfy constraint: Member must satisfy enum value set: [RAW, DIGEST, EXTERNAL_MU]",
  },
  {
    input: { ...signing, ...more, MessageType: 'EXTERNAL_MU' },
    code: 'ValidationException',
    message: 'Message type EXTERNAL_MU is incompatible with key spec ECC_NIST_P256.',
  },
  {
    input: { ...signing, ...more, MessageType: 'DIGEST' },
    code: 'ValidationException',
    message: 'Digest is invalid length for algorithm ECDSA_SHA_256.',
  },
  {
    input: { ...signing, ...more, Message: 'AAAA'.repeat(1366) },
    code: 'ValidationException',
    message:
      "1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have length less than or equal to 4096",
  },
];

export const KMS_SIGN = [
  row({
    operation: 'kms:Sign',
    world,
    works: signing,
    then: ({ Signature, ...output }) => {
      expect(output).toEqual({ KeyId: arnOf(SIGN_KEY), SigningAlgorithm: 'ECDSA_SHA_256' });
      const key = createPublicKey({ key: Buffer.from(PUBLIC_KEY, 'base64'), format: 'der', type: 'spki' });
      expect(verify('sha256', Buffer.from(TEXT), key, Buffer.from(Signature, 'base64'))).toBe(true);
    },
    errors: signingErrors('Sign', {}),
  }),
  row({
    operation: 'kms:Verify',
    world,
    works: { ...signing, Message: DIGEST, MessageType: 'DIGEST', Signature: SIGNATURE },
    then: (output) => {
      expect(output).toEqual({
        KeyId: arnOf(SIGN_KEY),
        SignatureValid: true,
        SigningAlgorithm: 'ECDSA_SHA_256',
      });
    },
    errors: [
      ...signingErrors('Verify', { Signature: SIGNATURE }),
      {
        input: { ...signing, Message: Base64.encode('Snow, and a hare.'), Signature: SIGNATURE },
        code: 'KMSInvalidSignatureException',
        message: '',
      },
      {
        input: { ...signing, Signature: Message },
        code: 'KMSInvalidSignatureException',
        message: '',
      },
      {
        // With another pair of keys.
        world: withKey(SIGN_KEY, { usage: 'SIGN_VERIFY', spec: 'ECC_SECG_P256K1' }),
        input: { ...signing, Signature: SIGNATURE },
        code: 'KMSInvalidSignatureException',
        message: '',
      },
      {
        input: { ...signing, Signature: Message, DryRun: true },
        code: 'KMSInvalidSignatureException',
        message: '',
      },
      {
        input: { ...signing, Signature: '' },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value at 'signature' failed to satisfy constraint: Member must have length greater than or equal to 1",
      },
    ],
  }),
  row({
    operation: 'kms:GetPublicKey',
    world,
    works: { KeyId: SIGN_KEY },
    then: (output) => {
      expect(output).toEqual({
        KeyId: arnOf(SIGN_KEY),
        PublicKey: PUBLIC_KEY,
        CustomerMasterKeySpec: 'ECC_NIST_P256',
        KeySpec: 'ECC_NIST_P256',
        KeyUsage: 'SIGN_VERIFY',
        SigningAlgorithms: ['ECDSA_SHA_256'],
      });
    },
    errors: [
      ...badKeys({}),
      ...badAliases({}),
      disabled({}),
      pending({}),
      {
        input: { KeyId: KEY },
        code: 'UnsupportedOperationException',
        message: `${arnOf(KEY)} key spec is SYMMETRIC_DEFAULT which is not valid for GetPublicKey.`,
      },
      {
        input: { KeyId: MAC_KEY },
        code: 'UnsupportedOperationException',
        message: `${arnOf(MAC_KEY)} key spec is HMAC_256 which is not valid for GetPublicKey.`,
      },
      { ...rsa, input: { KeyId: SIGN_KEY }, ...NO_RSA },
    ],
  }),
];
