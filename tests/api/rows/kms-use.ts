// Rows: use of keys of KMS: to encrypt and decrypt, to authenticate messages, and by grant.
import { Base64 } from 'js-base64';
import { expect } from 'vitest';
import { encrypt } from '../../../src/api/operations/kms/cipher.ts';
import { grantToken } from '../../../src/api/operations/kms/grants.ts';
import { lookup, sizeOf } from '../../../src/account/table.ts';
import { BOOKSHOP, caller, CREATED, environment, NOW } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { badMarker } from './marker.ts';
import {
  AMIRA,
  arnOf,
  badAliases,
  badKeys,
  disabled,
  dryRun,
  DYING_KEY,
  FAR_KEY,
  GRANT,
  JONAS,
  KEY,
  keyIn,
  kmsKey,
  KMS_WORLD,
  MAC_KEY,
  missing,
  NO_KEY,
  noAlias,
  NOOR,
  OFF_KEY,
  OTHER_KEY,
  pending,
  SIGN_KEY,
} from './kms-world.ts';

const world = KMS_WORLD;
const Plaintext = Base64.encode('Snow, and a fox.');
const EncryptionContext = { shop: 'maple', shelf: '7' };

const sealedWith = (id: string, region?: string): string =>
  encrypt(keyIn(world, id) ?? kmsKey(id), arnOf(id, region), Plaintext, EncryptionContext, environment());
const CiphertextBlob = sealedWith(KEY);
const broken = Base64.fromUint8Array(
  Base64.toUint8Array(CiphertextBlob).map((byte, at, all) => (at === all.length - 1 ? byte ^ 1 : byte)),
);

const ROOT_ARN = `arn:aws:iam::${BOOKSHOP}:root`;
const NOT_THIS_KEY = 'The key ID in the request does not identify a CMK that can perform this operation.';

const unusable = (operation: string) => [
  {
    input: { KeyId: MAC_KEY, Plaintext },
    code: 'InvalidKeyUsageException',
    message: `${arnOf(MAC_KEY)} key usage is GENERATE_VERIFY_MAC which is not valid for ${operation}.`,
  },
  {
    input: { KeyId: SIGN_KEY, Plaintext },
    code: 'InvalidKeyUsageException',
    message: `${arnOf(SIGN_KEY)} key usage is SIGN_VERIFY which is not valid for ${operation}.`,
  },
];

const KEY_SPEC = { KeySpec: 'AES_256' };
const dataKeyErrors = (operation: string) => [
  ...badKeys(KEY_SPEC),
  ...badAliases(KEY_SPEC),
  disabled(KEY_SPEC),
  pending(KEY_SPEC),
  dryRun({ ...KEY_SPEC, KeyId: KEY }),
  ...unusable(operation).map(({ input: { KeyId }, ...error }) => ({
    input: { KeyId, ...KEY_SPEC },
    ...error,
  })),
  {
    input: { KeyId: KEY },
    code: 'ValidationException',
    message: 'Please specify either number of bytes or key spec.',
  },
  {
    input: { KeyId: KEY, NumberOfBytes: 16, KeySpec: 'AES_128' },
    code: 'ValidationException',
    message: 'Please specify either number of bytes or key spec.',
  },
];

const MAC = { Message: Plaintext, MacAlgorithm: 'HMAC_SHA_256' };
/** As OpenSSL makes it with the material of the key. */
const MAC_OF_MESSAGE = 'gaUcPgS0gypkcs+rUoDxMi0M8UHPGQ9nmh9CHvBhFno=';

const macErrors = (operation: string, more: { Mac?: string }) => [
  ...badKeys({ ...MAC, Mac: Plaintext, ...more }),
  ...badAliases({ ...MAC, Mac: Plaintext, ...more }),
  disabled({ ...MAC, Mac: Plaintext, ...more }),
  pending({ ...MAC, Mac: Plaintext, ...more }),
  {
    input: { ...MAC, Mac: Plaintext, ...more, KeyId: KEY },
    code: 'InvalidKeyUsageException',
    message: `${arnOf(KEY)} key usage is ENCRYPT_DECRYPT which is not valid for ${operation}.`,
  },
  {
    input: { ...MAC, Mac: Plaintext, ...more, KeyId: MAC_KEY, MacAlgorithm: 'HMAC_SHA_512' },
    code: 'InvalidKeyUsageException',
    message: 'Algorithm HMAC_SHA_512 is incompatible with key spec HMAC_256.',
  },
  {
    input: { ...MAC, Mac: Plaintext, ...more, KeyId: MAC_KEY, MacAlgorithm: 'INVALID' },
    code: 'ValidationException',
    message:
      "1 validation error detected: Value 'INVALID' at 'macAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: [HMAC_SHA_384, HMAC_SHA_256, HMAC_SHA_224, HMAC_SHA_512]",
  },
];

const NEW_GRANT = { GranteePrincipal: NOOR, Operations: ['Encrypt'] };
const noGrants = [
  { input: { KeyId: KEY, GrantId: 'none' }, code: 'InvalidGrantIdException', message: 'Invalid grant id.' },
  {
    input: { KeyId: KEY, GrantId: 'cd'.repeat(32) },
    code: 'NotFoundException',
    message: `Grant ${'cd'.repeat(32)} not found`,
  },
];

const grantShown = {
  KeyId: arnOf(KEY),
  GrantId: GRANT,
  Name: 'for-noor',
  CreationDate: CREATED,
  GranteePrincipal: NOOR,
  RetiringPrincipal: JONAS,
  IssuingAccount: ROOT_ARN,
  Operations: ['Decrypt'],
};

export const KMS_USE = [
  row({
    operation: 'kms:Encrypt',
    world,
    works: { KeyId: 'alias/books', Plaintext, EncryptionContext },
    then: (output) => {
      expect(output).toEqual({ CiphertextBlob, KeyId: arnOf(KEY), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
      expect(Base64.decode(output.CiphertextBlob)).not.toContain('fox');
    },
    errors: [
      ...badKeys({ Plaintext }),
      ...badAliases({ Plaintext }),
      disabled({ Plaintext }),
      pending({ Plaintext }),
      ...unusable('Encrypt'),
      dryRun({ KeyId: KEY, Plaintext }),
      {
        input: { KeyId: KEY, Plaintext, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' },
        code: 'InvalidKeyUsageException',
        message: 'Algorithm RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT.',
      },
      {
        input: { KeyId: KEY, Plaintext: 'AAAA'.repeat(1366) },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
      },
      { input: { KeyId: KEY, Plaintext: '?' }, code: 'ParamValidation', message: 'Invalid base64: "***"' },
    ],
  }),
  row({
    operation: 'kms:Decrypt',
    world,
    works: { CiphertextBlob, EncryptionContext: { shelf: '7', shop: 'maple' } },
    then: (output) => {
      expect(output).toEqual({ KeyId: arnOf(KEY), Plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
    },
    errors: [
      { input: { CiphertextBlob }, code: 'InvalidCiphertextException', message: '' },
      {
        input: { CiphertextBlob, EncryptionContext: { ...EncryptionContext, shelf: '8' } },
        code: 'InvalidCiphertextException',
        message: '',
      },
      {
        input: { CiphertextBlob: broken, EncryptionContext },
        code: 'InvalidCiphertextException',
        message: '',
      },
      {
        input: { CiphertextBlob: Plaintext, EncryptionContext },
        code: 'InvalidCiphertextException',
        message: '',
      },
      {
        input: { CiphertextBlob, EncryptionContext, KeyId: OTHER_KEY },
        code: 'IncorrectKeyException',
        message: NOT_THIS_KEY,
      },
      {
        input: { CiphertextBlob, EncryptionContext, KeyId: SIGN_KEY },
        code: 'IncorrectKeyException',
        message: NOT_THIS_KEY,
      },
      ...badKeys({ CiphertextBlob, EncryptionContext }),
      ...badAliases({ CiphertextBlob, EncryptionContext }),
      {
        input: { CiphertextBlob: sealedWith(NO_KEY), EncryptionContext },
        code: 'NotFoundException',
        message: missing(NO_KEY),
      },
      {
        input: { CiphertextBlob: sealedWith(OFF_KEY), EncryptionContext },
        code: 'DisabledException',
        message: `${arnOf(OFF_KEY)} is disabled.`,
      },
      {
        input: { CiphertextBlob: sealedWith(DYING_KEY), EncryptionContext },
        code: 'KMSInvalidStateException',
        message: `${arnOf(DYING_KEY)} is pending deletion.`,
      },
      {
        input: { CiphertextBlob: sealedWith(FAR_KEY, 'eu-central-1'), EncryptionContext },
        code: 'AccessDeniedException',
        message: `User: ${ROOT_ARN} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
      },
      {
        input: { CiphertextBlob, EncryptionContext, EncryptionAlgorithm: 'SM2PKE' },
        code: 'InvalidKeyUsageException',
        message: 'Algorithm SM2PKE is incompatible with key spec SYMMETRIC_DEFAULT.',
      },
      dryRun({ CiphertextBlob, EncryptionContext }),
    ],
  }),
  row({
    operation: 'kms:GenerateDataKey',
    world,
    works: { KeyId: KEY, KeySpec: 'AES_128' },
    then: (output) => {
      expect(Object.keys(output).sort()).toEqual(['CiphertextBlob', 'KeyId', 'Plaintext']);
      expect(output.KeyId).toBe(arnOf(KEY));
      expect(Base64.toUint8Array(output.Plaintext)).toHaveLength(16);
    },
    errors: dataKeyErrors('GenerateDataKey'),
  }),
  row({
    operation: 'kms:GenerateDataKeyWithoutPlaintext',
    world,
    works: { KeyId: KEY, NumberOfBytes: 64 },
    then: (output) => {
      expect(Object.keys(output).sort()).toEqual(['CiphertextBlob', 'KeyId']);
    },
    errors: dataKeyErrors('GenerateDataKeyWithoutPlaintext'),
  }),
  row({
    operation: 'kms:ReEncrypt',
    world,
    works: {
      CiphertextBlob,
      SourceEncryptionContext: EncryptionContext,
      DestinationKeyId: OTHER_KEY,
    },
    then: (output) => {
      expect(output).toMatchObject({
        SourceKeyId: arnOf(KEY),
        KeyId: arnOf(OTHER_KEY),
        SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      });
    },
    errors: [
      {
        input: { CiphertextBlob, DestinationKeyId: OTHER_KEY },
        code: 'InvalidCiphertextException',
        message: '',
      },
      {
        input: { CiphertextBlob: Plaintext, DestinationKeyId: KEY },
        code: 'InvalidCiphertextException',
        message: '',
      },
      {
        input: { CiphertextBlob, SourceKeyId: OTHER_KEY, DestinationKeyId: OTHER_KEY },
        code: 'IncorrectKeyException',
        message: NOT_THIS_KEY,
      },
      {
        input: { CiphertextBlob, SourceEncryptionContext: EncryptionContext, DestinationKeyId: NO_KEY },
        code: 'NotFoundException',
        message: missing(NO_KEY),
      },
      {
        input: { CiphertextBlob, SourceEncryptionContext: EncryptionContext, DestinationKeyId: OFF_KEY },
        code: 'DisabledException',
        message: `${arnOf(OFF_KEY)} is disabled.`,
      },
      {
        input: { CiphertextBlob, SourceEncryptionContext: EncryptionContext, DestinationKeyId: MAC_KEY },
        code: 'InvalidKeyUsageException',
        message: `${arnOf(MAC_KEY)} key usage is GENERATE_VERIFY_MAC which is not valid for ReEncrypt.`,
      },
      {
        input: { CiphertextBlob: sealedWith(FAR_KEY, 'eu-central-1'), DestinationKeyId: KEY },
        code: 'AccessDeniedException',
        message: `User: ${ROOT_ARN} is not authorized to perform: kms:ReEncryptFrom on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
      },
      dryRun({ CiphertextBlob, SourceEncryptionContext: EncryptionContext, DestinationKeyId: OTHER_KEY }),
    ],
  }),
  row({
    operation: 'kms:GenerateMac',
    world,
    works: { ...MAC, KeyId: MAC_KEY },
    then: (output) => {
      expect(output).toEqual({ Mac: MAC_OF_MESSAGE, MacAlgorithm: 'HMAC_SHA_256', KeyId: arnOf(MAC_KEY) });
    },
    errors: [
      ...macErrors('GenerateMac', {}).map(({ input: { Mac: _mac, ...input }, ...error }) => ({
        input,
        ...error,
      })),
      dryRun({ ...MAC, KeyId: MAC_KEY }),
    ],
  }),
  row({
    operation: 'kms:VerifyMac',
    world,
    works: { ...MAC, KeyId: MAC_KEY, Mac: MAC_OF_MESSAGE },
    then: (output) => {
      expect(output).toEqual({ KeyId: arnOf(MAC_KEY), MacValid: true, MacAlgorithm: 'HMAC_SHA_256' });
    },
    errors: [
      ...macErrors('VerifyMac', {}),
      { input: { ...MAC, KeyId: MAC_KEY, Mac: Plaintext }, code: 'KMSInvalidMacException', message: '' },
      dryRun({ ...MAC, KeyId: MAC_KEY, Mac: MAC_OF_MESSAGE }),
    ],
  }),
  row({
    operation: 'kms:CreateGrant',
    world,
    works: {
      KeyId: arnOf(KEY),
      GranteePrincipal: NOOR,
      RetiringPrincipal: AMIRA,
      Operations: ['Encrypt', 'Decrypt'],
      Constraints: { EncryptionContextSubset: { shop: 'maple' } },
      Name: 'second',
    },
    then: ({ GrantId, GrantToken }, after) => {
      expect(GrantId).toMatch(/^[0-9a-f]{64}$/);
      expect(GrantToken).toBe(grantToken(arnOf(KEY), GrantId));
      const grants = keyIn(after, KEY)?.grants;
      expect(grants && lookup(grants, GrantId)).toEqual({
        id: GrantId,
        granteePrincipal: NOOR,
        retiringPrincipal: AMIRA,
        operations: ['Encrypt', 'Decrypt'],
        constraint: { kind: 'subset', encryptionContext: { shop: 'maple' } },
        name: 'second',
        created: NOW,
        issuer: ROOT_ARN,
      });
    },
    errors: [
      ...badKeys(NEW_GRANT),
      ...noAlias(NEW_GRANT),
      disabled(NEW_GRANT),
      pending(NEW_GRANT),
      dryRun({ ...NEW_GRANT, KeyId: KEY }),
      {
        input: { ...NEW_GRANT, KeyId: KEY, GranteePrincipal: `arn:aws:iam::${BOOKSHOP}:user/bob` },
        code: 'InvalidArnException',
        message: `ARN does not refer to a valid principal: arn:aws:iam::${BOOKSHOP}:user/bob`,
      },
      {
        input: { ...NEW_GRANT, KeyId: KEY, RetiringPrincipal: 'bob' },
        code: 'InvalidArnException',
        message: 'ARN does not refer to a valid principal: bob',
      },
      {
        input: { ...NEW_GRANT, KeyId: KEY, Operations: ['Encrypt', 'Sign', 'GenerateMac'] },
        code: 'ValidationException',
        message: 'Grant operations [Sign, GenerateMac] are not valid for a key with usage ENCRYPT_DECRYPT.',
      },
    ],
  }),
  row({
    // The grant is there already, under this name.
    operation: 'kms:CreateGrant',
    world,
    works: {
      KeyId: KEY,
      Name: 'for-noor',
      GranteePrincipal: NOOR,
      RetiringPrincipal: JONAS,
      Operations: ['Decrypt'],
    },
    then: (output, after) => {
      expect(output).toEqual({ GrantId: GRANT, GrantToken: grantToken(arnOf(KEY), GRANT) });
      expect(after).toBe(world);
    },
    errors: [],
  }),
  row({
    operation: 'kms:ListGrants',
    world,
    works: { KeyId: KEY, GranteePrincipal: NOOR },
    then: (output) => {
      expect(output).toEqual({ Grants: [grantShown], Truncated: false });
    },
    errors: [badMarker({ KeyId: KEY }), ...badKeys({}), ...noAlias({})],
  }),
  row({
    operation: 'kms:ListRetirableGrants',
    world,
    works: { RetiringPrincipal: JONAS },
    then: (output) => {
      expect(output).toEqual({ Grants: [grantShown], Truncated: false });
    },
    errors: [badMarker({ RetiringPrincipal: JONAS })],
  }),
  row({
    operation: 'kms:RevokeGrant',
    world,
    works: { KeyId: KEY, GrantId: GRANT },
    then: (_output, after) => {
      expect(sizeOf(keyIn(after, KEY)?.grants ?? { leaf: { still: 'there' } })).toBe(0);
    },
    errors: [
      ...badKeys({ GrantId: GRANT }),
      ...noAlias({ GrantId: GRANT }),
      ...noGrants,
      dryRun({ KeyId: KEY, GrantId: GRANT }),
    ],
  }),
  row({
    operation: 'kms:RetireGrant',
    world,
    caller: caller('jonas'),
    works: { GrantToken: grantToken(arnOf(KEY), GRANT) },
    then: (_output, after) => {
      expect(sizeOf(keyIn(after, KEY)?.grants ?? { leaf: { still: 'there' } })).toBe(0);
    },
    errors: [
      ...noGrants,
      { input: { GrantToken: 'none' }, code: 'InvalidGrantTokenException', message: 'Invalid grant token.' },
      {
        input: { KeyId: KEY },
        code: 'ValidationException',
        message: 'Either a grant token, or both the key and the grant ID are required.',
      },
      {
        input: { KeyId: 'books', GrantId: GRANT },
        code: 'NotFoundException',
        message: "Invalid keyId 'books'",
      },
      dryRun({ KeyId: KEY, GrantId: GRANT }),
    ],
  }),
];
