// Rows: users and their tags.
import { expect } from 'vitest';
import { namesOf } from '../../../src/account/table.ts';
import type { AccessKey, LoginProfile, PasswordHash, Role, World } from '../../../src/account/world.ts';
import {
  allow,
  BOOKSHOP,
  BOOKSHOP_ACCOUNT,
  bucketIn,
  byName,
  caller,
  ACCOUNT_CREATED,
  CREATED,
  policyText,
  READ_ONLY,
  roleIn,
  user,
  userIn,
  withBookshop,
  withBucketPolicy,
  withUser,
  WORLD,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { markerAfter, markerAfterEntity } from './marker.ts';

const NOOR_ID = 'AIDANOORAAAAAAAAAAAAA';
const noorArn = (rest: string) => `arn:aws:iam::${BOOKSHOP}:user/${rest}` as const;

const ACCESS_KEY: AccessKey = {
  id: 'AKIAEXAMPLEEXAMPLE12',
  status: 'Inactive',
  created: CREATED,
  changed: CREATED,
  secretHash: null,
};
const HASH: PasswordHash = {
  algorithm: 'PBKDF2-SHA256',
  iterations: 600_000,
  salt: 'c2FsdHNhbHRzYWx0c2FsdA==',
  hash: 'aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g=',
};
const LOGIN: LoginProfile = {
  hash: HASH,
  created: CREATED,
  changed: CREATED,
  resetRequired: false,
  previous: [],
};

/** A policy that names somebody as principal, and the same ARN as resource, where it is only text. */
const naming = (principal: string, action: string): string =>
  policyText({
    Effect: 'Allow',
    Principal: { AWS: [`arn:aws:iam::${BOOKSHOP}:root`, principal] },
    Action: action,
    ...(action === 's3:GetObject' && { Resource: 'arn:aws:s3:::maple-drafts/*' }),
    Condition: { ArnNotEquals: { 'aws:PrincipalArn': noorArn('noor') } },
  });

const editor: Role = {
  name: 'Editor',
  path: '/',
  id: 'AROAEDITORAAAAAAAAAAA',
  created: CREATED,
  description: '',
  trust: naming(noorArn('noor'), 'sts:AssumeRole'),
  trusted: { [noorArn('noor')]: NOOR_ID },
  maxSessionDuration: 3600,
  boundary: null,
  attached: [],
  inline: {},
  tags: {},
};

/** The bookshop with a role and a bucket that trust noor. */
const TRUSTING = withBookshop(
  (account) => ({ ...account, roles: byName(editor) }),
  withBucketPolicy('maple-drafts', naming(noorArn('noor'), 's3:GetObject')),
);

const BARE = { groups: [], attached: [], inline: {} } as const;

/** Noor, who may do something, and is in the way of nothing. */
const mayDo = (action: string, resource: string): World =>
  withUser('noor', { inline: { May: policyText(allow(action, resource)) } });

const FULL = withBookshop((account) => ({
  ...account,
  users: byName(...Array.from({ length: 5000 }, (_, at) => user(`user${at}`, []))),
}));

const MISSING = { code: 'NoSuchEntity', message: 'The user with name lena cannot be found.' } as const;

const fifty = Array.from({ length: 50 }, (_, at) => ({ Key: `key${at}`, Value: '' }));

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
      expect(userIn(world, 'lena')).toMatchObject({ groups: [], attached: [] });
    },
    errors: [
      {
        input: { UserName: 'NOOR' },
        code: 'EntityAlreadyExists',
        message: 'User with name NOOR already exists.',
      },
      {
        input: { UserName: '__proto__' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '__proto__' at 'userName' failed to satisfy constraint: Member must not be __proto__ in Rolecall",
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
      {
        input: { UserName: 'lena', Tags: [...fifty, { Key: 'one', Value: 'more' }] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
      },
      {
        input: { UserName: 'lena', PermissionsBoundary: 'arn:aws:iam::aws:policy/aws-service-role/X' },
        code: 'PolicyNotAttachable',
        message: 'Cannot attach a Service Role Policy to a Customer Role.',
      },
      {
        input: { UserName: 'lena' },
        world: FULL,
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for UsersPerAccount: 5000',
      },
      {
        input: { UserName: 'lena', Tags: [{ Key: 'team', Value: 'sales' }] },
        world: mayDo('iam:CreateUser', '*'),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: `User: ${noorArn('noor')} is not authorized to perform: iam:TagUser on resource: user lena because no identity-based policy allows the iam:TagUser action`,
      },
    ],
  }),

  row({
    operation: 'iam:GetUser',
    works: { UserName: 'NOOR' },
    world: withUser('noor', { path: '/staff/', boundary: WRITE_DRAFTS }),
    then: ({ User }) =>
      expect(User).toEqual({
        Path: '/staff/',
        UserName: 'noor',
        UserId: NOOR_ID,
        Arn: noorArn('staff/noor'),
        CreateDate: CREATED,
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: WRITE_DRAFTS },
        Tags: [{ Key: 'team', Value: 'editorial' }],
      }),
    errors: [
      { input: { UserName: 'lena' }, ...MISSING },
      {
        input: { UserName: 'le na' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'le na' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
      },
      {
        input: {},
        caller: caller('jonas'),
        code: 'AccessDenied',
        message: `User: arn:aws:iam::${BOOKSHOP}:user/jonas is not authorized to perform: iam:GetUser on resource: user jonas because no identity-based policy allows the iam:GetUser action`,
      },
    ],
  }),
  row({
    operation: 'iam:GetUser',
    works: {},
    then: ({ User }) =>
      expect(User).toEqual({
        UserId: BOOKSHOP,
        Arn: `arn:aws:iam::${BOOKSHOP}:root`,
        CreateDate: ACCOUNT_CREATED,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:GetUser',
    works: {},
    world: mayDo('iam:GetUser', noorArn('${aws:username}')),
    caller: caller('noor'),
    then: ({ User }) => expect(User).toMatchObject({ UserName: 'noor', UserId: NOOR_ID }),
    errors: [],
  }),

  row({
    operation: 'iam:ListUsers',
    works: { MaxItems: 2 },
    world: withUser('amira', { path: '/staff/', boundary: WRITE_DRAFTS }),
    then: ({ Users, IsTruncated, Marker }) => {
      expect(Users).toEqual([
        {
          Path: '/',
          UserName: 'jonas',
          UserId: 'AIDAJONASAAAAAAAAAAAA',
          Arn: `arn:aws:iam::${BOOKSHOP}:user/jonas`,
          CreateDate: CREATED,
        },
        {
          Path: '/',
          UserName: 'noor',
          UserId: NOOR_ID,
          Arn: noorArn('noor'),
          CreateDate: CREATED,
        },
      ]);
      expect({ IsTruncated, Marker }).toEqual({ IsTruncated: true, Marker: markerAfterEntity('/', 'noor') });
    },
    errors: [
      ...['x', '-1', '2 ', 'amira'].map((Marker) => ({
        input: { Marker },
        code: 'ValidationError',
        message: 'Invalid Marker.',
      })),
      {
        input: { MaxItems: 1001 },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '1001' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000",
      },
      {
        input: { PathPrefix: 'staff' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'staff' at 'pathPrefix' failed to satisfy constraint: Member must satisfy regular expression pattern: \\u002F[\\u0021-\\u007F]*",
      },
    ],
  }),
  row({
    operation: 'iam:ListUsers',
    works: { PathPrefix: '/sta' },
    world: withUser('amira', { path: '/staff/', boundary: WRITE_DRAFTS }),
    then: ({ Users, ...page }) => {
      expect(Users.map(({ Arn }) => Arn)).toEqual([noorArn('staff/amira')]);
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: [],
  }),

  row({
    operation: 'iam:UpdateUser',
    works: { UserName: 'noor', NewUserName: 'nora', NewPath: '/staff/' },
    world: TRUSTING,
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')).toBeUndefined();
      expect(userIn(world, 'nora')).toEqual({
        ...userIn(WORLD, 'noor'),
        name: 'nora',
        path: '/staff/',
      });
      const after = noorArn('staff/nora');
      expect(roleIn(world, 'Editor')).toEqual({
        ...editor,
        trust: naming(after, 'sts:AssumeRole'),
        trusted: { [after]: NOOR_ID },
      });
      expect(bucketIn(world, 'maple-drafts')?.policy).toBe(naming(after, 's3:GetObject'));
    },
    errors: [
      { input: { UserName: 'lena', NewUserName: 'nora' }, ...MISSING },
      {
        input: { UserName: 'noor', NewUserName: 'JONAS' },
        code: 'EntityAlreadyExists',
        message: 'User with name JONAS already exists.',
      },
      {
        input: { UserName: 'noor', NewPath: 'staff' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'staff' at 'newPath' failed to satisfy constraint: Member must satisfy regular expression pattern: (\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)",
      },
      {
        input: { UserName: 'noor', NewUserName: 'nora' },
        world: mayDo('iam:UpdateUser', noorArn('noor')),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: `User: ${noorArn('noor')} is not authorized to perform: iam:UpdateUser on resource: user nora because no identity-based policy allows the iam:UpdateUser action`,
      },
      {
        input: { UserName: 'noor', NewUserName: 'nora' },
        world: mayDo('iam:UpdateUser', noorArn('nora')),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: `User: ${noorArn('noor')} is not authorized to perform: iam:UpdateUser on resource: user noor because no identity-based policy allows the iam:UpdateUser action`,
      },
    ],
  }),
  row({
    operation: 'iam:UpdateUser',
    works: { UserName: 'noor', NewUserName: 'Noor' },
    then: (_output, world) =>
      expect(namesOf((world.accounts[BOOKSHOP] ?? BOOKSHOP_ACCOUNT).users)).toEqual([
        'amira',
        'jonas',
        'Noor',
      ]),
    errors: [],
  }),
  row({
    operation: 'iam:UpdateUser',
    works: { UserName: 'noor', NewUserName: 'noor' },
    world: TRUSTING,
    then: (_output, world) => expect(world).toBe(TRUSTING),
    errors: [],
  }),

  row({
    operation: 'iam:DeleteUser',
    works: { UserName: 'noor' },
    world: withUser('noor', { ...BARE, boundary: WRITE_DRAFTS }, TRUSTING),
    then: (output, world) => {
      expect(output).toEqual({});
      const { users } = world.accounts[BOOKSHOP] ?? BOOKSHOP_ACCOUNT;
      expect(namesOf(users)).toEqual(['amira', 'jonas']);
      expect(roleIn(world, 'Editor')).toEqual({
        ...editor,
        trust: naming(NOOR_ID, 'sts:AssumeRole'),
        trusted: {},
      });
      expect(bucketIn(world, 'maple-drafts')?.policy).toBe(naming(NOOR_ID, 's3:GetObject'));
    },
    errors: [
      { input: { UserName: 'lena' }, ...MISSING },
      {
        input: { UserName: 'noor' },
        world: withUser('noor', {
          attached: [READ_ONLY.arn],
          accessKeys: [ACCESS_KEY],
          login: LOGIN,
        }),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must remove users from group first.',
      },
      {
        input: { UserName: 'noor' },
        world: withUser('noor', {
          groups: [],
          attached: [READ_ONLY.arn],
          accessKeys: [ACCESS_KEY],
          login: LOGIN,
        }),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must detach all policies first.',
      },
      {
        input: { UserName: 'noor' },
        world: withUser('noor', { groups: [], accessKeys: [ACCESS_KEY], login: LOGIN }),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must delete policies first.',
      },
      {
        input: { UserName: 'noor' },
        world: withUser('noor', { ...BARE, accessKeys: [ACCESS_KEY], login: LOGIN }),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must delete access keys first.',
      },
      {
        input: { UserName: 'noor' },
        world: withUser('noor', { ...BARE, login: LOGIN }),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must delete login profile first.',
      },
    ],
  }),

  row({
    operation: 'iam:TagUser',
    works: {
      UserName: 'noor',
      Tags: [
        { Key: 'Team', Value: 'sales' },
        { Key: 'desk', Value: '' },
      ],
    },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.tags).toEqual({ team: 'sales', desk: '' });
    },
    errors: [
      { input: { UserName: 'lena', Tags: [] }, ...MISSING },
      {
        input: {
          UserName: 'noor',
          Tags: [
            { Key: 'Team', Value: 'a' },
            { Key: 'team', Value: 'b' },
          ],
        },
        code: 'InvalidInput',
        message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      },
      {
        input: { UserName: 'noor', Tags: [{ Key: 'AWS:team', Value: 'a' }] },
        code: 'InvalidInput',
        message: 'Tag keys starting with aws: are reserved.',
      },
      {
        input: { UserName: 'noor', Tags: fifty },
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for TagsPerResource: 50',
      },
      {
        input: { UserName: 'noor', Tags: [{ Key: 'te!am', Value: 'a' }] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'te!am' at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
      },
      {
        input: { UserName: 'noor', Tags: [{ Key: 'team', Value: 'sales' }] },
        world: withUser('noor', {
          inline: {
            May: policyText({
              Effect: 'Allow',
              Action: 'iam:TagUser',
              Resource: '*',
              Condition: { StringEquals: { 'aws:RequestTag/team': 'editorial' } },
            }),
          },
        }),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: `User: ${noorArn('noor')} is not authorized to perform: iam:TagUser on resource: user noor because no identity-based policy allows the iam:TagUser action`,
      },
    ],
  }),
  row({
    operation: 'iam:TagUser',
    works: { UserName: 'noor', Tags: [{ Key: 'team', Value: 'editorial' }] },
    world: TRUSTING,
    then: (_output, world) => expect(world).toBe(TRUSTING),
    errors: [],
  }),

  row({
    operation: 'iam:UntagUser',
    works: { UserName: 'noor', TagKeys: ['TEAM', 'other'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.tags).toEqual({});
    },
    errors: [
      { input: { UserName: 'lena', TagKeys: ['team'] }, ...MISSING },
      {
        input: { UserName: 'noor', TagKeys: ['team'] },
        world: withUser('noor', {
          inline: {
            May: policyText({
              Effect: 'Allow',
              Action: 'iam:UntagUser',
              Resource: '*',
              Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'desk' } },
            }),
          },
        }),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: `User: ${noorArn('noor')} is not authorized to perform: iam:UntagUser on resource: user noor because no identity-based policy allows the iam:UntagUser action`,
      },
    ],
  }),
  row({
    operation: 'iam:UntagUser',
    works: { UserName: 'noor', TagKeys: ['other'] },
    world: TRUSTING,
    then: (_output, world) => expect(world).toBe(TRUSTING),
    errors: [],
  }),

  row({
    operation: 'iam:ListUserTags',
    works: { UserName: 'noor', MaxItems: 1, Marker: markerAfter('Floor') },
    world: withUser('noor', { tags: { team: 'editorial', desk: '4', Floor: '2' } }),
    then: (output) =>
      expect(output).toEqual({
        Tags: [{ Key: 'desk', Value: '4' }],
        IsTruncated: true,
        Marker: markerAfter('desk'),
      }),
    errors: [{ input: { UserName: 'lena' }, ...MISSING }],
  }),
] as const;
