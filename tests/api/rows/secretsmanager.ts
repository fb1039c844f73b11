// Rows: secrets, their values and versions.
import { expect } from 'vitest';
import type { Secret } from '../../../src/account/resources.ts';
import { lookup } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { BOOKSHOP, CREATED, NOW } from '../../fixtures/world.ts';
import { KEY, SECRET, SECRET_ARN, V1, V2, WITH_SECRET, withSecrets } from '../../fixtures/secrets.ts';
import { row } from '../row.ts';

export const secretIn = (world: World, name: string = SECRET.name): Secret | undefined =>
  world.accounts[BOOKSHOP] && lookup(world.accounts[BOOKSHOP].secrets, `us-east-1/${name}`);

export const marked: Secret = { ...SECRET, deletion: '2026-12-22T10:14:05Z' };
/** The window was over a second ago. */
export const gone: Secret = { ...SECRET, deletion: '2026-11-22T10:14:04Z' };

const MISSING = "Secrets Manager can't find the specified secret.";

/** Secrets that are not there, however they are named. */
export const noSecret = <Input>(of: (SecretId: string) => Input) => [
  { input: of('till'), code: 'ResourceNotFoundException', message: MISSING },
  {
    input: of('arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/till-aB3dE7'),
    code: 'ResourceNotFoundException',
    message: MISSING,
  },
  {
    input: of('arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop/till-aB3dE6'),
    code: 'ResourceNotFoundException',
    message: MISSING,
  },
  {
    input: of(SECRET_ARN),
    world: withSecrets([gone]),
    code: 'ResourceNotFoundException',
    message: MISSING,
  },
  {
    input: of('the till'),
    code: 'ValidationException',
    message:
      'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
  },
  {
    input: of(''),
    code: 'ValidationException',
    message:
      "1 validation error detected: Value '' at 'secretId' failed to satisfy constraint: Member must have length greater than or equal to 1",
  },
];

/** The same, and one that is marked for deletion. */
export const noUsableSecret = <Input>(of: (SecretId: string) => Input) => [
  ...noSecret(of),
  {
    input: of('shop/till'),
    world: withSecrets([marked]),
    code: 'InvalidRequestException',
    message: "You can't perform this operation on the secret because it was marked for deletion.",
  },
];

const encryptionFails = <Input>(input: Input) =>
  [
    { ...KEY, state: 'Disabled' as const },
    { ...KEY, state: 'PendingDeletion' as const, deletion: '2026-12-01T00:00:00Z' },
    { ...KEY, state: 'PendingDeletion' as const, deletion: '2026-11-01T00:00:00Z' },
  ].map((key) => ({
    input,
    world: withSecrets([{ ...SECRET, kmsKey: 'alias/seal' }], key),
    code: 'EncryptionFailure',
    message:
      "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
  }));

const FULL = withSecrets([
  SECRET,
  {
    ...SECRET,
    name: 'full',
    versions: Array.from({ length: 16 }, (_, at) => ({
      id: `${V1}${at + 10}`,
      stages: [],
      value: 'x'.repeat(62_500),
      binary: false,
      created: CREATED,
    })),
  },
]);
const full = {
  world: FULL,
  code: 'SandboxFull',
  message:
    'This sandbox keeps 1,000,000 characters in all secrets of an account together, so that the account can still be shared as a file. Delete a secret first.',
};

const both = { SecretString: 'a', SecretBinary: 'AAECAw==' };
const bothGiven = {
  code: 'InvalidParameterException',
  message: "You can't specify both a binary secret value and a string secret value in the same secret.",
};

export const TOKEN = '33333333-3333-4333-8333-333333333333';

const labelledToTheBrim = withSecrets([
  {
    ...SECRET,
    versions: Array.from({ length: 100 }, (_, at) => ({
      id: `${V1}-${at}`,
      stages: at === 0 ? ['AWSCURRENT'] : [`label-${at}`],
      value: 'x',
      binary: false,
      created: CREATED,
    })),
  },
]);

export const SECRETS = [
  row({
    operation: 'secretsmanager:CreateSecret',
    world: withSecrets([gone]),
    works: {
      Name: 'shop/till',
      Description: 'The new one.',
      KmsKeyId: 'alias/seal',
      SecretString: 'hunter2',
      ClientRequestToken: TOKEN,
      Tags: [{ Key: 'team', Value: 'web' }],
    },
    then: (output, world) => {
      const made = secretIn(world);
      expect(output).toEqual({
        ARN: `arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/till-${made?.suffix}`,
        Name: 'shop/till',
        VersionId: TOKEN,
      });
      expect(made).toEqual({
        name: 'shop/till',
        region: 'us-east-1',
        suffix: made?.suffix,
        created: NOW,
        changed: NOW,
        description: 'The new one.',
        kmsKey: 'alias/seal',
        policy: null,
        deletion: null,
        versions: [{ id: TOKEN, stages: ['AWSCURRENT'], value: 'hunter2', binary: false, created: NOW }],
        tags: { team: 'web' },
      });
    },
    errors: [
      {
        input: { Name: 'shop/till' },
        world: WITH_SECRET,
        code: 'ResourceExistsException',
        message: 'The operation failed because the secret shop/till already exists.',
      },
      {
        input: { Name: 'shop/till' },
        world: withSecrets([marked]),
        code: 'InvalidRequestException',
        message:
          "You can't create this secret because a secret with this name is already scheduled for deletion.",
      },
      {
        input: { Name: 'the till' },
        code: 'ValidationException',
        message:
          'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      },
      { input: { Name: 'b', ...both }, ...bothGiven },
      {
        input: { Name: 'b', SecretString: 's3cret', ClientRequestToken: 'short' },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value 'short' at 'clientRequestToken' failed to satisfy constraint: Member must have length greater than or equal to 32",
      },
      { input: { Name: 'b', SecretString: 'x' }, ...full },
      ...encryptionFails({ Name: 'b', SecretString: 'x', KmsKeyId: KEY.id }),
      {
        input: {
          Name: 'b',
          Tags: [
            { Key: 'a', Value: '' },
            { Key: 'a', Value: 'b' },
          ],
        },
        code: 'InvalidParameterException',
        message: 'Duplicate tag key a.',
      },
      {
        input: { Name: 'b', Tags: [{ Key: 'aws:a', Value: '' }] },
        code: 'InvalidParameterException',
        message: 'Tag keys must not start with aws:.',
      },
      {
        input: { Name: 'b', Tags: [{ Key: 'a', Value: 'b;c' }] },
        code: 'InvalidParameterException',
        message: 'The tag b;c has characters that are not allowed.',
      },
      {
        input: {
          Name: 'b',
          Tags: Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: '' })),
        },
        code: 'InvalidParameterException',
        message: 'A secret can have at most 50 tags.',
      },
    ],
  }),
  row({
    operation: 'secretsmanager:GetSecretValue',
    world: WITH_SECRET,
    works: { SecretId: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/till' },
    then: (output) =>
      expect(output).toEqual({
        ARN: SECRET_ARN,
        Name: 'shop/till',
        VersionId: V2,
        SecretString: 'open sesame',
        VersionStages: ['AWSCURRENT'],
        CreatedDate: CREATED,
      }),
    errors: [
      ...noUsableSecret((SecretId) => ({ SecretId })),
      {
        input: { SecretId: 'shop/till', VersionStage: 'NEXT' },
        code: 'ResourceNotFoundException',
        message: "Secrets Manager can't find the specified secret value for staging label: NEXT",
      },
      {
        input: { SecretId: 'shop/till' },
        world: withSecrets([{ ...SECRET, versions: [] }]),
        code: 'ResourceNotFoundException',
        message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
      },
      {
        input: { SecretId: 'shop/till', VersionId: TOKEN },
        code: 'ResourceNotFoundException',
        message: `Secrets Manager can't find the specified secret value for VersionId: ${TOKEN}`,
      },
      {
        input: { SecretId: 'shop/till', VersionId: V1, VersionStage: 'AWSCURRENT' },
        code: 'InvalidRequestException',
        message: 'You provided a VersionStage that is not associated to the provided VersionId.',
      },
      {
        input: { SecretId: 'shop/till' },
        world: withSecrets([{ ...SECRET, kmsKey: 'alias/seal' }], { ...KEY, state: 'Disabled' }),
        code: 'DecryptionFailure',
        message: "Secrets Manager can't decrypt the protected secret text using the provided KMS key.",
      },
    ],
  }),
  row({
    operation: 'secretsmanager:DescribeSecret',
    world: withSecrets([{ ...marked, kmsKey: 'alias/seal' }]),
    works: { SecretId: 'shop/till' },
    then: (output) =>
      expect(output).toEqual({
        ARN: SECRET_ARN,
        Name: 'shop/till',
        Description: 'Of the till.',
        KmsKeyId: 'alias/seal',
        LastChangedDate: CREATED,
        DeletedDate: '2026-12-22T10:14:05Z',
        Tags: [{ Key: 'team', Value: 'sales' }],
        CreatedDate: CREATED,
        VersionIdsToStages: { [V2]: ['AWSCURRENT'], [V1]: ['AWSPREVIOUS'] },
      }),
    errors: noSecret((SecretId) => ({ SecretId })),
  }),
  row({
    operation: 'secretsmanager:PutSecretValue',
    world: WITH_SECRET,
    works: { SecretId: SECRET_ARN, SecretBinary: 'AAAA', ClientRequestToken: TOKEN },
    then: (output, world) => {
      expect(output).toEqual({
        ARN: SECRET_ARN,
        Name: 'shop/till',
        VersionId: TOKEN,
        VersionStages: ['AWSCURRENT'],
      });
      expect(secretIn(world)?.changed).toBe(NOW);
      expect(secretIn(world)?.versions).toEqual([
        { id: TOKEN, stages: ['AWSCURRENT'], value: 'AAAA', binary: true, created: NOW },
        { ...SECRET.versions[0], stages: ['AWSPREVIOUS'] },
        { ...SECRET.versions[1], stages: [] },
      ]);
    },
    errors: [
      ...noUsableSecret((SecretId) => ({ SecretId, SecretString: 'x' })),
      {
        input: { SecretId: 'shop/till' },
        code: 'InvalidRequestException',
        message: 'You must provide either SecretString or SecretBinary.',
      },
      { input: { SecretId: 'shop/till', ...both }, ...bothGiven },
      {
        input: { SecretId: 'shop/till', SecretString: 'x', ClientRequestToken: V1 },
        code: 'ResourceExistsException',
        message: `You can't use ClientRequestToken ${V1} because that value is already in use for a version of secret ${SECRET_ARN}.`,
      },
      {
        input: { SecretId: 'shop/till', SecretString: 'x', VersionStages: ['more'] },
        world: labelledToTheBrim,
        code: 'LimitExceededException',
        message: "You can't have more than 100 versions with staging labels.",
      },
      { input: { SecretId: 'shop/till', SecretString: 'x' }, ...full },
      ...encryptionFails({ SecretId: 'shop/till', SecretString: 'x' }),
    ],
  }),
  row({
    operation: 'secretsmanager:UpdateSecret',
    world: WITH_SECRET,
    works: { SecretId: 'shop/till', Description: '', KmsKeyId: KEY.id, SecretString: 'new' },
    then: (output, world) => {
      expect(output).toMatchObject({ ARN: SECRET_ARN, Name: 'shop/till' });
      expect(secretIn(world)).toMatchObject({
        description: '',
        kmsKey: KEY.id,
        changed: NOW,
        versions: [
          { id: output.VersionId, value: 'new', stages: ['AWSCURRENT'] },
          { id: V2, stages: ['AWSPREVIOUS'] },
          { id: V1, stages: [] },
        ],
      });
    },
    errors: [
      ...noUsableSecret((SecretId) => ({ SecretId })),
      { input: { SecretId: 'shop/till', ...both }, ...bothGiven },
      {
        input: { SecretId: 'shop/till', SecretString: 'x', ClientRequestToken: V1 },
        code: 'ResourceExistsException',
        message: `You can't use ClientRequestToken ${V1} because that value is already in use for a version of secret ${SECRET_ARN}.`,
      },
      { input: { SecretId: 'shop/till', SecretString: 'x' }, ...full },
      {
        input: { SecretId: 'shop/till', SecretString: 'x' },
        world: labelledToTheBrim,
        code: 'LimitExceededException',
        message: "You can't have more than 100 versions with staging labels.",
      },
      ...encryptionFails({ SecretId: 'shop/till', SecretString: 'x' }),
      ...encryptionFails({ SecretId: 'shop/till', KmsKeyId: 'alias/seal' }),
      {
        input: { SecretId: 'shop/till', KmsKeyId: 'alias/nothing' },
        code: 'EncryptionFailure',
        message:
          "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
      },
    ],
  }),
] as const;
