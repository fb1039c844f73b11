// Rows: users and their tags.
import { expect } from 'vitest';
import { WRITE_DRAFTS } from '../../fixtures/world.ts';
import { row } from '../row.ts';

export const USERS = [
  row({
    operation: 'iam:CreateUser',
    works: {
      UserName: 'lena',
      Path: '/staff/',
      PermissionsBoundary: WRITE_DRAFTS,
      Tags: [{ Key: 'team', Value: 'sales' }],
    },
    then: ({ User }, world) => {
      expect(User).toMatchObject({
        Path: '/staff/',
        UserName: 'lena',
        Arn: 'arn:aws:iam::111122223333:user/staff/lena',
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: WRITE_DRAFTS },
        Tags: [{ Key: 'team', Value: 'sales' }],
      });
      expect(User.UserId).toMatch(/^AIDA[A-Z2-7]{17}$/);
      expect(world.accounts['111122223333']?.users['lena']).toMatchObject({ groups: [], attached: [] });
    },
    errors: [
      {
        input: { UserName: 'NOOR' },
        code: 'EntityAlreadyExists',
        message: 'User with name NOOR already exists.',
      },
      {
        input: { UserName: 'le na' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'le na' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
      },
      {
        input: { UserName: 'lena', PermissionsBoundary: 'arn:aws:iam::111122223333:policy/Missing' },
        code: 'NoSuchEntity',
        message: 'Policy arn:aws:iam::111122223333:policy/Missing does not exist or is not attachable.',
      },
      {
        input: { UserName: 'lena', PermissionsBoundary: 'arn:aws:iam::111122223333:user/noor' },
        code: 'InvalidInput',
        message: 'ARN arn:aws:iam::111122223333:user/noor is not valid.',
      },
      {
        input: {
          UserName: 'lena',
          Tags: [
            { Key: 'Team', Value: 'a' },
            { Key: 'team', Value: 'b' },
          ],
        },
        code: 'InvalidInput',
        message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      },
      {
        input: { UserName: 'lena', Tags: [{ Key: 'aws:team', Value: 'a' }] },
        code: 'InvalidInput',
        message: 'Tag keys starting with aws: are reserved.',
      },
    ],
  }),
] as const;
