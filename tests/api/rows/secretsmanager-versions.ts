// Rows: secrets deleted and brought back, listed, and their versions.
import { expect } from 'vitest';
import { CREATED, NOW } from '../../fixtures/world.ts';
import { SECRET, SECRET_ARN, V1, V2, WITH_SECRET, withSecrets } from '../../fixtures/secrets.ts';
import { row } from '../row.ts';
import { markerAfter } from './marker.ts';
import { gone, marked, noSecret, noUsableSecret, secretIn, TOKEN } from './secretsmanager.ts';

const EARLIER = '2020-01-01T08:00:00Z';

const BAD_TOKEN = { code: 'InvalidNextTokenException', message: 'The NextToken value is invalid.' };

export const SECRET_VERSIONS = [
  row({
    operation: 'secretsmanager:DeleteSecret',
    world: WITH_SECRET,
    works: { SecretId: 'shop/till', RecoveryWindowInDays: 7 },
    then: (output, world) => {
      expect(output).toEqual({
        ARN: SECRET_ARN,
        Name: 'shop/till',
        DeletionDate: '2026-11-29T10:14:05Z',
      });
      expect(secretIn(world)?.deletion).toBe('2026-11-29T10:14:05Z');
    },
    errors: [
      ...noSecret((SecretId) => ({ SecretId })),
      {
        input: { SecretId: 'shop/till', RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true },
        code: 'InvalidParameterException',
        message: "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
      },
      ...[6, 31].map((RecoveryWindowInDays) => ({
        input: { SecretId: 'shop/till', RecoveryWindowInDays },
        code: 'InvalidParameterException',
        message: 'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
      })),
      {
        input: { SecretId: 'shop/till' },
        world: withSecrets([marked]),
        code: 'InvalidRequestException',
        message:
          "You can't perform this operation on the secret because it was already scheduled for deletion.",
      },
    ],
  }),
  row({
    operation: 'secretsmanager:RestoreSecret',
    world: withSecrets([marked]),
    works: { SecretId: 'shop/till' },
    then: (output, world) => {
      expect(output).toEqual({ ARN: SECRET_ARN, Name: 'shop/till' });
      expect(secretIn(world)).toEqual(SECRET);
    },
    errors: noSecret((SecretId) => ({ SecretId })),
  }),
  row({
    operation: 'secretsmanager:ListSecrets',
    world: withSecrets([
      SECRET,
      { ...SECRET, name: 'later', created: NOW, tags: {}, versions: [] },
      { ...marked, name: 'marked' },
      { ...gone, name: 'gone' },
      { ...SECRET, region: 'eu-central-1' },
    ]),
    works: { Filters: [{ Key: 'name', Values: ['!mar'] }], IncludePlannedDeletion: true },
    then: ({ SecretList }) => {
      expect(SecretList.map(({ Name }) => Name)).toEqual(['later', 'shop/till']);
      expect(SecretList[1]).toMatchObject({
        ARN: SECRET_ARN,
        SecretVersionsToStages: { [V2]: ['AWSCURRENT'], [V1]: ['AWSPREVIOUS'] },
      });
    },
    errors: [
      {
        input: { MaxResults: 0 },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
      },
      ...['1', 'made up'].map((NextToken) => ({ input: { NextToken }, ...BAD_TOKEN })),
      {
        input: { Filters: [{ Key: 'colour', Values: ['red'] }] },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value 'colour' at 'filters.1.member.key' failed to satisfy constraint: Member must satisfy enum value set: [description, name, tag-key, tag-value, all]",
      },
    ],
  }),
  row({
    operation: 'secretsmanager:GetRandomPassword',
    works: { PasswordLength: 8, ExcludePunctuation: true },
    then: ({ RandomPassword }) => {
      expect(RandomPassword).toMatch(/^[A-Za-z0-9]{8}$/);
      for (const letters of [/[A-Z]/, /[a-z]/, /[0-9]/]) expect(RandomPassword).toMatch(letters);
    },
    errors: [
      {
        input: { PasswordLength: 3 },
        code: 'InvalidParameterException',
        message: 'Password length is too short based on the required types.',
      },
      {
        input: {
          ExcludeLowercase: true,
          ExcludeNumbers: true,
          ExcludePunctuation: true,
          ExcludeUppercase: true,
        },
        code: 'InvalidRequestException',
        message: 'All characters are excluded from the password.',
      },
      {
        input: { PasswordLength: 4097 },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value '4097' at 'passwordLength' failed to satisfy constraint: Member must have value less than or equal to 4096",
      },
    ],
  }),
  row({
    operation: 'secretsmanager:ListSecretVersionIds',
    world: withSecrets([
      {
        ...SECRET,
        versions: [
          ...SECRET.versions,
          { id: TOKEN, stages: [], value: 'x', binary: false, created: EARLIER },
        ],
      },
    ]),
    works: {
      SecretId: 'shop/till',
      IncludeDeprecated: true,
      MaxResults: 2,
      NextToken: markerAfter(`${CREATED}\u0000${V2}`),
    },
    then: (output) =>
      expect(output).toEqual({
        Versions: [
          { VersionId: V1, VersionStages: ['AWSPREVIOUS'], CreatedDate: CREATED },
          { VersionId: TOKEN, CreatedDate: EARLIER },
        ],
        ARN: SECRET_ARN,
        Name: 'shop/till',
      }),
    errors: [
      ...noSecret((SecretId) => ({ SecretId })),
      { input: { SecretId: 'shop/till', NextToken: '1' }, world: WITH_SECRET, ...BAD_TOKEN },
    ],
  }),
  row({
    operation: 'secretsmanager:UpdateSecretVersionStage',
    world: WITH_SECRET,
    works: {
      SecretId: 'shop/till',
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: V1,
      RemoveFromVersionId: V2,
    },
    then: (_output, world) =>
      expect(secretIn(world)?.versions.map(({ id, stages }) => [id, stages])).toEqual([
        [V2, ['AWSPREVIOUS']],
        [V1, ['AWSCURRENT']],
      ]),
    errors: [
      ...noUsableSecret((SecretId) => ({ SecretId, VersionStage: 'AWSCURRENT', MoveToVersionId: V2 })),
      {
        input: { SecretId: 'shop/till', VersionStage: 'AWSCURRENT', MoveToVersionId: V1 },
        code: 'InvalidParameterException',
        message: `The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version ${V2}, so you must explicitly reference that version in RemoveFromVersionId.`,
      },
      {
        input: { SecretId: 'shop/till', VersionStage: 'AWSCURRENT', RemoveFromVersionId: V2 },
        code: 'InvalidParameterException',
        message:
          'You can only move staging label AWSCURRENT to a different secret version. It can’t be completely removed.',
      },
      {
        input: { SecretId: 'shop/till', VersionStage: 'NEXT', RemoveFromVersionId: V2 },
        code: 'InvalidParameterException',
        message: `Staging label NEXT is not attached to version ${V2}, so it can't be removed from it.`,
      },
      {
        input: { SecretId: 'shop/till', VersionStage: 'NEXT', MoveToVersionId: TOKEN },
        code: 'ResourceNotFoundException',
        message: `Secrets Manager can't find the specified secret value for VersionId: ${TOKEN}`,
      },
      {
        input: { SecretId: 'shop/till', VersionStage: 'NEXT', MoveToVersionId: V1 },
        world: withSecrets([
          {
            ...SECRET,
            versions: SECRET.versions.map((version) => ({
              ...version,
              stages: Array.from({ length: 20 }, (_, at) => `${version.id}-${at}`),
            })),
          },
        ]),
        code: 'LimitExceededException',
        message: 'A version can have at most 20 staging labels.',
      },
    ],
  }),
] as const;
