// Rows: keys of KMS, their policies, states, tags and aliases.
import { expect } from 'vitest';
import { defaultKeyPolicy } from '../../../src/account/key-policy.ts';
import { lookup, sizeOf } from '../../../src/account/table.ts';
import { allow, BOOKSHOP, CREATED, NOW, policyText } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { badMarker } from './marker.ts';
import {
  arnOf,
  badAliases,
  badKeys,
  DYING_KEY,
  KEY,
  keyIn,
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

const statement = (Principal: unknown, Action: string, more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
  ...more,
});
const FOR_NOOR = policyText(statement({ AWS: NOOR }, 'kms:Decrypt'));

const LOCKED_OUT = 'The new key policy will not allow you to update the key policy in the future.';
const BAD_PRINCIPALS = 'Policy contains a statement with one or more invalid principals.';

const badPolicies = <More extends object>(more: More) =>
  [
    ['{', 'This policy contains invalid Json'],
    [policyText({ ...statement('*', 'kms:*'), Effect: 'allow' }), 'The policy failed legacy parsing'],
    [
      policyText({ Effect: 'Allow', Principal: '*', Action: 'kms:*' }),
      'Policy statement must contain resources.',
    ],
    [policyText(allow('kms:*')), BAD_PRINCIPALS],
    [policyText(statement({ AWS: `arn:aws:iam::${BOOKSHOP}:user/nobody` }, 'kms:*')), BAD_PRINCIPALS],
    [policyText(statement({ AWS: 'AIDANOORAAAAAAAAAAAAA' }, 'kms:*')), BAD_PRINCIPALS],
    [policyText(statement({ Federated: 'graph.facebook.com' }, 'kms:*')), BAD_PRINCIPALS],
    [
      policyText(
        statement('*', 'kms:*', {
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'a', 'kms:ResourceAliases': 'alias/a' } },
        }),
      ),
      'These condition keys are not permitted in a key policy: aws:ResourceTag/team, kms:ResourceAliases',
    ],
    [FOR_NOOR, LOCKED_OUT],
    [
      policyText(statement({ AWS: BOOKSHOP }, 'kms:*'), {
        ...statement({ AWS: '*' }, 'kms:PutKeyPolicy'),
        Effect: 'Deny',
      }),
      LOCKED_OUT,
    ],
  ].map(([Policy = '', message = '']) => ({
    input: { ...more, Policy },
    code: 'MalformedPolicyDocumentException',
    message,
  }));

const TOO_LARGE = {
  code: 'LimitExceededException',
  message: 'The key policy is larger than 32768 bytes.',
};
const largePolicy = policyText(statement({ AWS: BOOKSHOP }, 'kms:*', { Sid: 'A'.repeat(32_768) }));

const tagErrors = <More extends object>(more: More) => [
  {
    input: {
      ...more,
      Tags: [
        { TagKey: 'team', TagValue: 'a' },
        { TagKey: 'team', TagValue: 'b' },
      ],
    },
    code: 'TagException',
    message: 'Duplicate tag keys',
  },
  {
    input: { ...more, Tags: [{ TagKey: 'aws:team', TagValue: 'a' }] },
    code: 'TagException',
    message: 'Tags beginning with aws: are reserved',
  },
  {
    input: { ...more, Tags: [{ TagKey: 'team?', TagValue: 'a' }] },
    code: 'TagException',
    message: 'Tags contain invalid characters',
  },
  {
    input: {
      ...more,
      Tags: Array.from({ length: 51 }, (_, at) => ({ TagKey: `key${at}`, TagValue: '' })),
    },
    code: 'TagException',
    message: 'Too many tags',
  },
];

const metadata = (id: string, more: object = {}) => ({
  AWSAccountId: BOOKSHOP,
  KeyId: id,
  Arn: arnOf(id),
  CreationDate: CREATED,
  Enabled: true,
  Description: '',
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeyState: 'Enabled',
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
  KeySpec: 'SYMMETRIC_DEFAULT',
  EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
  MultiRegion: false,
  ...more,
});

const FIRST = '00000000-0000-4000-8000-000000000001';
const aliasKey = 'us-east-1/alias/shop';
const aliasesIn = (after: typeof world) => after.accounts[BOOKSHOP]?.kmsAliases;

export const KMS_KEYS = [
  row({
    operation: 'kms:CreateKey',
    works: { Description: 'For books.', Tags: [{ TagKey: 'team', TagValue: 'books' }] },
    then: ({ KeyMetadata }, after) => {
      expect(KeyMetadata).toEqual(metadata(FIRST, { CreationDate: NOW, Description: 'For books.' }));
      expect(keyIn(after, FIRST)).toMatchObject({
        policy: defaultKeyPolicy(BOOKSHOP),
        tags: { team: 'books' },
        region: 'us-east-1',
      });
    },
    errors: [
      ...badPolicies({}),
      { input: { Policy: largePolicy }, ...TOO_LARGE },
      ...tagErrors({}),
      {
        input: { KeySpec: 'HMAC_256' },
        code: 'ValidationException',
        message: 'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
      },
      {
        input: { KeySpec: 'HMAC_256', KeyUsage: 'SIGN_VERIFY' },
        code: 'ValidationException',
        message: 'KeyUsage SIGN_VERIFY is not compatible with KeySpec HMAC_256',
      },
      {
        input: { KeyUsage: 'RANDOM' },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value 'RANDOM' at 'keyUsage' failed to satisfy constraint: Member must satisfy enum value set: [ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC]",
      },
      {
        input: { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' },
        code: 'NotSimulated',
        message: 'RSA keys that encrypt are a feature of AWS that Rolecall does not simulate.',
      },
      {
        input: { Origin: 'EXTERNAL' },
        code: 'NotSimulated',
        message: 'Keys with material from elsewhere are a feature of AWS that Rolecall does not simulate.',
      },
    ],
  }),
  row({
    operation: 'kms:CreateKey',
    works: {
      KeySpec: 'HMAC_512',
      KeyUsage: 'GENERATE_VERIFY_MAC',
      MultiRegion: true,
      Policy: FOR_NOOR,
      BypassPolicyLockoutSafetyCheck: true,
    },
    then: ({ KeyMetadata }, after) => {
      const id = `mrk-${FIRST.replaceAll('-', '')}`;
      expect(KeyMetadata).toMatchObject({
        KeyId: id,
        MacAlgorithms: ['HMAC_SHA_512'],
        MultiRegion: true,
        MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY', ReplicaKeys: [] },
      });
      expect(KeyMetadata).not.toHaveProperty('EncryptionAlgorithms');
      expect(keyIn(after, id)?.policy).toBe(FOR_NOOR);
    },
    errors: [],
  }),
  row({
    operation: 'kms:DescribeKey',
    world,
    works: { KeyId: 'alias/books' },
    then: ({ KeyMetadata }) => {
      expect(KeyMetadata).toEqual(metadata(KEY));
    },
    errors: [
      ...badKeys({}),
      ...badAliases({}),
      {
        input: { KeyId: 'arn:aws:kms:us-east-1:111122223333:alias/none' },
        code: 'NotFoundException',
        message: 'Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found.',
      },
      {
        input: { KeyId: 'arn:aws:kms:us-east-1:111122223333:key/none' },
        code: 'NotFoundException',
        message: "Invalid keyId 'arn:aws:kms:us-east-1:111122223333:key/none'",
      },
    ],
  }),
  row({
    operation: 'kms:DescribeKey',
    world,
    works: { KeyId: arnOf(DYING_KEY) },
    then: ({ KeyMetadata }) => {
      expect(KeyMetadata).toEqual(
        metadata(DYING_KEY, {
          Enabled: false,
          KeyState: 'PendingDeletion',
          DeletionDate: '2026-12-01T08:00:00Z',
        }),
      );
    },
    errors: [],
  }),
  row({
    operation: 'kms:ListKeys',
    world,
    works: {},
    then: (output) => {
      expect(output).toEqual({
        Keys: [KEY, OTHER_KEY, MAC_KEY, OFF_KEY, DYING_KEY, SIGN_KEY].map((id) => ({
          KeyId: id,
          KeyArn: arnOf(id),
        })),
        Truncated: false,
      });
    },
    errors: [badMarker({})],
  }),
  row({
    operation: 'kms:GetKeyPolicy',
    world,
    works: { KeyId: KEY, PolicyName: 'default' },
    then: (output) => {
      expect(output).toEqual({ Policy: defaultKeyPolicy(BOOKSHOP), PolicyName: 'default' });
    },
    errors: [
      ...badKeys({}),
      ...noAlias({}),
      {
        input: { KeyId: KEY, PolicyName: 'own' },
        code: 'NotFoundException',
        message: 'No such policy exists',
      },
    ],
  }),
  row({
    operation: 'kms:ListKeyPolicies',
    world,
    works: { KeyId: KEY },
    then: (output) => {
      expect(output).toEqual({ PolicyNames: ['default'], Truncated: false });
    },
    errors: [badMarker({ KeyId: KEY }), ...badKeys({}), ...noAlias({})],
  }),
  row({
    operation: 'kms:PutKeyPolicy',
    world,
    works: { KeyId: KEY, Policy: FOR_NOOR, BypassPolicyLockoutSafetyCheck: true },
    then: (_output, after) => {
      expect(keyIn(after, KEY)?.policy).toBe(FOR_NOOR);
    },
    errors: [
      ...badKeys({ Policy: FOR_NOOR }),
      ...noAlias({ Policy: FOR_NOOR }),
      ...badPolicies({ KeyId: KEY }),
      { input: { KeyId: KEY, Policy: largePolicy }, ...TOO_LARGE },
      {
        input: { KeyId: KEY, Policy: FOR_NOOR, PolicyName: 'own' },
        code: 'NotFoundException',
        message: 'No such policy exists',
      },
    ],
  }),
  row({
    operation: 'kms:EnableKey',
    world,
    works: { KeyId: OFF_KEY },
    then: (_output, after) => {
      expect(keyIn(after, OFF_KEY)?.state).toBe('Enabled');
    },
    errors: [...badKeys({}), ...noAlias({}), pending({})],
  }),
  row({
    operation: 'kms:DisableKey',
    world,
    works: { KeyId: KEY },
    then: (_output, after) => {
      expect(keyIn(after, KEY)?.state).toBe('Disabled');
    },
    errors: [...badKeys({}), ...noAlias({}), pending({})],
  }),
  row({
    operation: 'kms:ScheduleKeyDeletion',
    world,
    works: { KeyId: KEY, PendingWindowInDays: 7 },
    then: (output, after) => {
      expect(output).toEqual({
        KeyId: arnOf(KEY),
        DeletionDate: '2026-11-29T10:14:05Z',
        KeyState: 'PendingDeletion',
        PendingWindowInDays: 7,
      });
      expect(keyIn(after, KEY)).toMatchObject({ state: 'PendingDeletion', deletion: '2026-11-29T10:14:05Z' });
    },
    errors: [
      ...badKeys({}),
      ...noAlias({}),
      pending({}),
      {
        input: { KeyId: KEY, PendingWindowInDays: 6 },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value '6' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value greater than or equal to 7",
      },
    ],
  }),
  row({
    operation: 'kms:CancelKeyDeletion',
    world,
    works: { KeyId: DYING_KEY },
    then: (output, after) => {
      expect(output).toEqual({ KeyId: arnOf(DYING_KEY) });
      expect(keyIn(after, DYING_KEY)).toMatchObject({ state: 'Disabled', deletion: null });
    },
    errors: [
      ...badKeys({}),
      ...noAlias({}),
      {
        input: { KeyId: KEY },
        code: 'KMSInvalidStateException',
        message: `${arnOf(KEY)} is not pending deletion.`,
      },
    ],
  }),
  row({
    operation: 'kms:TagResource',
    world,
    works: { KeyId: KEY, Tags: [{ TagKey: 'Team', TagValue: 'sales' }] },
    then: (_output, after) => {
      expect(keyIn(after, KEY)?.tags).toEqual({ team: 'books', Team: 'sales' });
    },
    errors: [
      ...badKeys({ Tags: [] }),
      ...noAlias({ Tags: [] }),
      pending({ Tags: [] }),
      ...tagErrors({ KeyId: KEY }),
    ],
  }),
  row({
    operation: 'kms:UntagResource',
    world,
    works: { KeyId: KEY, TagKeys: ['team', 'none'] },
    then: (_output, after) => {
      expect(keyIn(after, KEY)?.tags).toEqual({});
    },
    errors: [
      ...badKeys({ TagKeys: ['team'] }),
      ...noAlias({ TagKeys: ['team'] }),
      pending({ TagKeys: ['team'] }),
    ],
  }),
  row({
    operation: 'kms:ListResourceTags',
    world,
    works: { KeyId: KEY },
    then: (output) => {
      expect(output).toEqual({ Tags: [{ TagKey: 'team', TagValue: 'books' }], Truncated: false });
    },
    errors: [badMarker({ KeyId: KEY }), ...badKeys({}), ...noAlias({})],
  }),
  row({
    operation: 'kms:CreateAlias',
    world,
    works: { AliasName: 'alias/shop', TargetKeyId: OTHER_KEY },
    then: (_output, after) => {
      const aliases = aliasesIn(after);
      expect(aliases && lookup(aliases, aliasKey)).toEqual({
        name: 'alias/shop',
        region: 'us-east-1',
        key: OTHER_KEY,
        created: NOW,
        updated: NOW,
      });
    },
    errors: [
      {
        input: { AliasName: 'shop', TargetKeyId: KEY },
        code: 'ValidationException',
        message:
          'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
      },
      {
        input: { AliasName: 'alias/', TargetKeyId: KEY },
        code: 'InvalidAliasNameException',
        message: 'Invalid identifier',
      },
      {
        input: { AliasName: 'alias/a:b', TargetKeyId: KEY },
        code: 'InvalidAliasNameException',
        message: 'alias/a:b contains invalid characters for an alias',
      },
      {
        input: { AliasName: 'alias/aws/shop', TargetKeyId: KEY },
        code: 'NotAuthorizedException',
        message: '',
      },
      {
        input: { AliasName: 'alias/books', TargetKeyId: OTHER_KEY },
        code: 'AlreadyExistsException',
        message: 'An alias with the name arn:aws:kms:us-east-1:111122223333:alias/books already exists',
      },
      {
        input: { AliasName: 'alias/shop', TargetKeyId: 'alias/books' },
        code: 'ValidationException',
        message: 'Aliases must refer to keys. Not aliases',
      },
      {
        input: { AliasName: 'alias/shop', TargetKeyId: NO_KEY },
        code: 'NotFoundException',
        message: missing(NO_KEY),
      },
      {
        input: { AliasName: 'alias/shop', TargetKeyId: DYING_KEY },
        code: 'KMSInvalidStateException',
        message: `${arnOf(DYING_KEY)} is pending deletion.`,
      },
    ],
  }),
  row({
    operation: 'kms:UpdateAlias',
    world,
    works: { AliasName: 'alias/books', TargetKeyId: OTHER_KEY },
    then: (_output, after) => {
      const aliases = aliasesIn(after);
      expect(aliases && lookup(aliases, 'us-east-1/alias/books')).toMatchObject({
        key: OTHER_KEY,
        created: CREATED,
        updated: NOW,
      });
    },
    errors: [
      {
        input: { AliasName: 'alias/none', TargetKeyId: KEY },
        code: 'NotFoundException',
        message: 'Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found.',
      },
      {
        input: { AliasName: 'alias/books', TargetKeyId: NO_KEY },
        code: 'NotFoundException',
        message: missing(NO_KEY),
      },
      {
        input: { AliasName: 'alias/books', TargetKeyId: MAC_KEY },
        code: 'ValidationException',
        message:
          'Alias alias/books cannot be changed from a key with usage ENCRYPT_DECRYPT to a key with usage GENERATE_VERIFY_MAC',
      },
      {
        input: { AliasName: 'alias/books', TargetKeyId: DYING_KEY },
        code: 'KMSInvalidStateException',
        message: `${arnOf(DYING_KEY)} is pending deletion.`,
      },
      { input: { AliasName: 'alias/aws/s3', TargetKeyId: KEY }, code: 'NotAuthorizedException', message: '' },
    ],
  }),
  row({
    operation: 'kms:DeleteAlias',
    world,
    works: { AliasName: 'alias/books' },
    then: (_output, after) => {
      const aliases = aliasesIn(after);
      expect(aliases && sizeOf(aliases)).toBe(0);
      expect(keyIn(after, KEY)).toBeDefined();
    },
    errors: [
      {
        input: { AliasName: 'alias/none' },
        code: 'NotFoundException',
        message: 'Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found.',
      },
      { input: { AliasName: 'alias/aws/s3' }, code: 'NotAuthorizedException', message: '' },
    ],
  }),
  row({
    operation: 'kms:ListAliases',
    world,
    works: { KeyId: KEY },
    then: (output) => {
      expect(output).toEqual({
        Aliases: [
          {
            AliasName: 'alias/books',
            AliasArn: 'arn:aws:kms:us-east-1:111122223333:alias/books',
            TargetKeyId: KEY,
            CreationDate: CREATED,
            LastUpdatedDate: CREATED,
          },
        ],
        Truncated: false,
      });
    },
    errors: [badMarker({ KeyId: KEY }), ...badKeys({})],
  }),
];
