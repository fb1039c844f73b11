// Rows: groups and who is in them.
import { expect } from 'vitest';
import type { Group } from '../../../src/account/world.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  BOOKSHOP_ACCOUNT,
  byName,
  caller,
  CREATED,
  groupIn,
  MANAGE_POLICIES,
  policyText,
  user,
  userIn,
  withBookshop,
  withGroup,
  withUser,
  WORLD,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { markerAfterEntity } from './marker.ts';

const groupArn = (rest: string) => `arn:aws:iam::${BOOKSHOP}:group/${rest}` as const;
const NOOR = `arn:aws:iam::${BOOKSHOP}:user/noor`;

const group = (name: string, more: Partial<Group> = {}): Group => ({
  name,
  path: '/',
  id: `AGPA${name.toUpperCase().padEnd(17, 'A')}`,
  created: CREATED,
  attached: [],
  inline: {},
  ...more,
});

const groupsOfLength = (length: number): Group[] => Array.from({ length }, (_, at) => group(`Team${at}`));

const FULL = withBookshop((account) => ({ ...account, groups: byName(...groupsOfLength(300)) }));

/** Jonas in as many groups as a user can be in. */
const BUSY = withUser(
  'jonas',
  { groups: groupsOfLength(10).map(({ name }) => name) },
  withBookshop((account) => ({ ...account, groups: adding(account.groups, ...groupsOfLength(10)) })),
);

/** A group under a path with three members, one of them under a path, too. */
const STAFF = withBookshop((account) => ({
  ...account,
  groups: adding(account.groups, group('Staff', { path: '/shop/' })),
  users: adding(
    account.users,
    user('zoe', ['Staff'], { tags: { team: 'sales' } }),
    user('bela', ['Staff', 'Sellers'], { path: '/staff/' }),
    user('amira', ['Managers', 'Staff']),
  ),
}));

const DOCUMENT = policyText(allow('s3:GetObject'));

const MISSING = { code: 'NoSuchEntity', message: 'The group with name Cooks cannot be found.' } as const;
const NO_USER = { code: 'NoSuchEntity', message: 'The user with name lena cannot be found.' } as const;

const denied = (action: string, resource: string) =>
  `User: ${NOOR} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;

export const GROUPS = [
  row({
    operation: 'iam:CreateGroup',
    works: { GroupName: 'Cooks', Path: '/kitchen/' },
    then: ({ Group }, world) => {
      expect(Group.GroupId).toMatch(/^AGPA[A-Z2-7]{17}$/);
      expect(Group).toEqual({
        Path: '/kitchen/',
        GroupName: 'Cooks',
        GroupId: Group.GroupId,
        Arn: groupArn('kitchen/Cooks'),
        CreateDate: '2026-11-22T10:14:05Z',
      });
      expect(groupIn(world, 'Cooks')).toMatchObject({ attached: [], inline: {} });
    },
    errors: [
      {
        input: { GroupName: 'writers', Path: '/other/' },
        code: 'EntityAlreadyExists',
        message: 'Group with name writers already exists.',
      },
      {
        input: { GroupName: 'Cooks' },
        world: FULL,
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for GroupsPerAccount: 300',
      },
      {
        input: { GroupName: 'Coo ks' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'Coo ks' at 'groupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
      },
    ],
  }),

  row({
    operation: 'iam:GetGroup',
    works: { GroupName: 'staff', MaxItems: 2 },
    world: STAFF,
    then: (output) =>
      expect(output).toEqual({
        Group: {
          Path: '/shop/',
          GroupName: 'Staff',
          GroupId: 'AGPASTAFFAAAAAAAAAAAA',
          Arn: groupArn('shop/Staff'),
          CreateDate: CREATED,
        },
        Users: [
          {
            Path: '/',
            UserName: 'amira',
            UserId: 'AIDAAMIRAAAAAAAAAAAAA',
            Arn: `arn:aws:iam::${BOOKSHOP}:user/amira`,
            CreateDate: CREATED,
          },
          {
            Path: '/',
            UserName: 'zoe',
            UserId: 'AIDAZOEAAAAAAAAAAAAAA',
            Arn: `arn:aws:iam::${BOOKSHOP}:user/zoe`,
            CreateDate: CREATED,
          },
        ],
        IsTruncated: true,
        Marker: markerAfterEntity('/', 'zoe'),
      }),
    errors: [{ input: { GroupName: 'Cooks' }, ...MISSING }],
  }),

  row({
    operation: 'iam:ListGroups',
    works: {},
    world: STAFF,
    then: ({ Groups, ...page }) => {
      expect(Groups.map(({ Arn }) => Arn)).toEqual(
        ['Managers', 'Sellers', 'Writers', 'shop/Staff'].map(groupArn),
      );
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: [
      {
        input: { MaxItems: 0 },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1",
      },
    ],
  }),
  row({
    operation: 'iam:ListGroups',
    works: { PathPrefix: '/shop/' },
    world: STAFF,
    then: ({ Groups }) =>
      expect(Groups).toEqual([
        {
          Path: '/shop/',
          GroupName: 'Staff',
          GroupId: 'AGPASTAFFAAAAAAAAAAAA',
          Arn: groupArn('shop/Staff'),
          CreateDate: CREATED,
        },
      ]),
    errors: [],
  }),

  row({
    operation: 'iam:ListGroupsForUser',
    works: { UserName: 'bela' },
    world: STAFF,
    then: ({ Groups, ...page }) => {
      expect(Groups.map(({ Arn }) => Arn)).toEqual(['Sellers', 'shop/Staff'].map(groupArn));
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: [{ input: { UserName: 'lena' }, ...NO_USER }],
  }),

  row({
    operation: 'iam:UpdateGroup',
    works: { GroupName: 'Staff', NewGroupName: 'Team', NewPath: '/all/' },
    world: STAFF,
    then: (output, world) => {
      expect(output).toEqual({});
      expect(groupIn(world, 'Staff')).toBeUndefined();
      expect(groupIn(world, 'Team')).toEqual(group('Team', { path: '/all/', id: 'AGPASTAFFAAAAAAAAAAAA' }));
      expect(userIn(world, 'amira')?.groups).toEqual(['Managers', 'Team']);
      expect(userIn(world, 'bela')?.groups).toEqual(['Team', 'Sellers']);
      expect(userIn(world, 'jonas')?.groups).toEqual(['Sellers']);
    },
    errors: [
      { input: { GroupName: 'Cooks', NewGroupName: 'Chefs' }, ...MISSING },
      {
        input: { GroupName: 'Sellers', NewGroupName: 'WRITERS' },
        code: 'EntityAlreadyExists',
        message: 'Group with name WRITERS already exists.',
      },
      {
        input: { GroupName: 'Writers', NewPath: '/all/' },
        world: withUser('noor', {
          inline: { May: policyText(allow('iam:UpdateGroup', groupArn('Writers'))) },
        }),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: denied('iam:UpdateGroup', 'group Writers'),
      },
    ],
  }),
  row({
    operation: 'iam:UpdateGroup',
    works: { GroupName: 'Writers', NewPath: '/all/' },
    then: (_output, world) => {
      const { users } = world.accounts[BOOKSHOP] ?? BOOKSHOP_ACCOUNT;
      expect(groupIn(world, 'Writers')).toEqual({ ...groupIn(WORLD, 'Writers'), path: '/all/' });
      expect(users).toBe(BOOKSHOP_ACCOUNT.users);
    },
    errors: [],
  }),
  row({
    operation: 'iam:UpdateGroup',
    works: { GroupName: 'Writers' },
    then: (_output, world) => expect(world).toBe(WORLD),
    errors: [],
  }),

  row({
    operation: 'iam:DeleteGroup',
    works: { GroupName: 'Cooks' },
    world: withBookshop((account) => ({
      ...account,
      groups: adding(account.groups, group('Cooks')),
    })),
    then: (output, world) => {
      expect(output).toEqual({});
      expect(world.accounts[BOOKSHOP]?.groups).toEqual(BOOKSHOP_ACCOUNT.groups);
    },
    errors: [
      {
        input: { GroupName: 'Bakers' },
        code: 'NoSuchEntity',
        message: 'The group with name Bakers cannot be found.',
      },
      {
        input: { GroupName: 'Writers' },
        world: withGroup('Writers', { attached: [MANAGE_POLICIES], inline: { Read: DOCUMENT } }),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must remove users from group first.',
      },
      {
        input: { GroupName: 'Writers' },
        world: withUser('noor', { groups: [] }, withGroup('Writers', { inline: { Read: DOCUMENT } })),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must detach all policies first.',
      },
      {
        input: { GroupName: 'Writers' },
        world: withUser(
          'noor',
          { groups: [] },
          withGroup('Writers', { attached: [], inline: { Read: DOCUMENT } }),
        ),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must delete policies first.',
      },
    ],
  }),

  row({
    operation: 'iam:AddUserToGroup',
    works: { GroupName: 'sellers', UserName: 'NOOR' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.groups).toEqual(['Writers', 'Sellers']);
    },
    errors: [
      { input: { GroupName: 'Cooks', UserName: 'lena' }, ...MISSING },
      { input: { GroupName: 'Sellers', UserName: 'lena' }, ...NO_USER },
      {
        input: { GroupName: 'Writers', UserName: 'jonas' },
        world: BUSY,
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for GroupsPerUser: 10',
      },
      {
        input: { GroupName: 'Sellers', UserName: 'noor' },
        world: withUser('noor', {
          inline: { May: policyText(allow('iam:AddUserToGroup', [NOOR, groupArn('Writers')])) },
        }),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: denied('iam:AddUserToGroup', 'group Sellers'),
      },
    ],
  }),
  row({
    operation: 'iam:AddUserToGroup',
    works: { GroupName: 'Team3', UserName: 'jonas' },
    world: BUSY,
    then: (_output, world) => expect(world).toBe(BUSY),
    errors: [],
  }),

  row({
    operation: 'iam:RemoveUserFromGroup',
    works: { GroupName: 'writers', UserName: 'noor' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.groups).toEqual([]);
    },
    errors: [
      { input: { GroupName: 'Cooks', UserName: 'lena' }, ...MISSING },
      { input: { GroupName: 'Writers', UserName: 'lena' }, ...NO_USER },
      {
        input: { GroupName: 'sellers', UserName: 'Noor' },
        code: 'NoSuchEntity',
        message: 'The user with name noor is not in group Sellers.',
      },
      {
        input: { GroupName: 'Writers', UserName: 'noor' },
        world: withUser('noor', { inline: { May: policyText(allow('iam:RemoveUserFromGroup', NOOR)) } }),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: denied('iam:RemoveUserFromGroup', 'group Writers'),
      },
    ],
  }),
] as const;
