// Rows: attached and inline policies.
import { expect } from 'vitest';
import type { Role } from '../../../src/account/world.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import {
  adding,
  byName,
  caller,
  documentOf,
  groupIn,
  MANAGE_POLICIES,
  policyText,
  READ_ONLY,
  roleIn,
  userIn,
  withBookshop,
  withGroup,
  withUser,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { badArns, DOCUMENT, MISSING, printer, SPARE, spare, WITH_SPARE } from './spare-policy.ts';
import { markerAfterEntity } from './marker.ts';

const withRole = (change: Partial<Role>) =>
  withBookshop((account) => ({ ...account, roles: byName({ ...printer, ...change }) }), WITH_SPARE);

/** Policies that exist, as many as are asked for: S0, S1, … */
const stack = (count: number) =>
  Array.from({ length: count }, (_, at): Arn => `arn:aws:iam::111122223333:policy/shop/S${at}`);
const WITH_STACK = withBookshop(
  (account) => ({
    ...account,
    policies: adding(
      account.policies,
      ...stack(21).map((_, at) => ({
        ...spare,
        name: `S${at}`,
        id: `ANPASTACK${'ABCDEFGHIJKLMNOPQRSTU'.charAt(at)}AAAAAAAAAAA`,
      })),
    ),
  }),
  WITH_SPARE,
);

const SERVICE_ROLE_POLICY: Arn = 'arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy';

/** What no user, group or role can be given. */
const unattachable = <Owner extends object>(owner: Owner) => [
  ...badArns(owner),
  {
    input: { ...owner, PolicyArn: MISSING },
    code: 'NoSuchEntity',
    message: `Policy ${MISSING} does not exist or is not attachable.`,
  },
  {
    input: { ...owner, PolicyArn: SERVICE_ROLE_POLICY },
    code: 'PolicyNotAttachable',
    message: 'Cannot attach a Service Role Policy to a Customer Role.',
  },
];

const undetachable = <Owner extends object>(owner: Owner) => [
  ...badArns(owner),
  {
    input: { ...owner, PolicyArn: MANAGE_POLICIES },
    code: 'NoSuchEntity',
    message: `Policy ${MANAGE_POLICIES} was not found.`,
  },
];

const noUser = <More extends object>(more: More) => ({
  input: { ...more, UserName: 'nina' },
  code: 'NoSuchEntity',
  message: 'The user with name nina cannot be found.',
});
const noGroup = <More extends object>(more: More) => ({
  input: { ...more, GroupName: 'Nobodies' },
  code: 'NoSuchEntity',
  message: 'The group with name Nobodies cannot be found.',
});
const noRole = <More extends object>(more: More) => ({
  input: { ...more, RoleName: 'Nothing' },
  code: 'NoSuchEntity',
  message: 'The role with name Nothing cannot be found.',
});

const malformed = <Owner extends object>(owner: Owner) => [
  {
    input: { ...owner, PolicyName: 'Extra', PolicyDocument: '{' },
    code: 'MalformedPolicyDocument',
    message: 'This policy contains invalid Json',
  },
  {
    input: {
      ...owner,
      PolicyName: 'Extra',
      PolicyDocument: policyText({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }),
    },
    code: 'MalformedPolicyDocument',
    message: 'Policy document should not specify a principal.',
  },
  {
    input: { ...owner, PolicyName: 'Extra policy', PolicyDocument: DOCUMENT },
    code: 'ValidationError',
    message:
      "1 validation error detected: Value 'Extra policy' at 'policyName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
  },
];

const badPrefix = <Owner extends object>(owner: Owner) => ({
  input: { ...owner, PathPrefix: 'shop' },
  code: 'ValidationError',
  message:
    "1 validation error detected: Value 'shop' at 'pathPrefix' failed to satisfy constraint: Member must satisfy regular expression pattern: ((/[A-Za-z0-9\\.,\\+@=_-]+)*)/",
});

/** A role that only AWS changes. */
const KEPT_BY_AWS = withBookshop((account) => ({
  ...account,
  roles: byName({
    ...printer,
    name: 'AWSServiceRoleForSupport',
    path: '/aws-service-role/support.amazonaws.com/',
    attached: [SERVICE_ROLE_POLICY],
    inline: { Extra: DOCUMENT },
  }),
}));
const keptByAws = <More extends object>(more: More) => ({
  input: { ...more, RoleName: 'AWSServiceRoleForSupport' },
  world: KEPT_BY_AWS,
  code: 'UnmodifiableEntity',
  message:
    "Cannot perform the operation on the protected role 'AWSServiceRoleForSupport' - this role is only modifiable by AWS",
});

/** Somebody who may give read access, and that only to those whom a boundary holds. */
const HIRING = withUser(
  'amira',
  {
    inline: {
      Hiring: policyText({
        Effect: 'Allow',
        Action: ['iam:AttachUserPolicy', 'iam:DetachUserPolicy', 'iam:PutUserPolicy', 'iam:DeleteUserPolicy'],
        Resource: '*',
        Condition: { StringEquals: { 'iam:PermissionsBoundary': SPARE } },
      }),
      OnlyReading: policyText({
        Effect: 'Deny',
        Action: ['iam:AttachUserPolicy', 'iam:DetachUserPolicy'],
        Resource: '*',
        Condition: { ArnNotEquals: { 'iam:PolicyARN': READ_ONLY.arn } },
      }),
    },
    groups: [],
  },
  withUser('noor', { boundary: SPARE }, WITH_SPARE),
);
const AMIRA = 'arn:aws:iam::111122223333:user/amira';
const refused = (action: string) =>
  `User: ${AMIRA} is not authorized to perform: iam:${action} on resource: user jonas because no identity-based policy allows the iam:${action} action`;

export const ATTACHMENTS = [
  row({
    operation: 'iam:AttachUserPolicy',
    world: withUser('noor', { attached: [WRITE_DRAFTS] }, WITH_SPARE),
    works: { UserName: 'NOOR', PolicyArn: READ_ONLY.arn },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.attached).toEqual([WRITE_DRAFTS, READ_ONLY.arn]);
    },
    errors: [
      noUser({ PolicyArn: WRITE_DRAFTS }),
      ...unattachable({ UserName: 'noor' }),

      {
        input: { UserName: 'noor', PolicyArn: SPARE },
        world: withUser('noor', { attached: stack(10) }, WITH_STACK),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for PoliciesPerUser: 10',
      },
    ],
  }),
  row({
    operation: 'iam:AttachUserPolicy',
    world: withUser('noor', { attached: stack(10) }, WITH_STACK),
    works: { UserName: 'noor', PolicyArn: 'arn:aws:iam::111122223333:policy/shop/S0' },
    // It is attached already, so there need be no room for it.
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.attached).toEqual(stack(10));
    },
    errors: [],
  }),
  row({
    operation: 'iam:DetachUserPolicy',
    world: withUser('noor', { attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }, WITH_SPARE),
    works: { UserName: 'noor', PolicyArn: WRITE_DRAFTS },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.attached).toEqual([SPARE, READ_ONLY.arn]);
    },
    errors: [noUser({ PolicyArn: WRITE_DRAFTS }), ...undetachable({ UserName: 'noor' })],
  }),
  row({
    operation: 'iam:ListAttachedUserPolicies',
    world: withUser('noor', { attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }, WITH_SPARE),
    works: { UserName: 'noor', MaxItems: 2 },
    then: (output) =>
      expect(output).toEqual({
        AttachedPolicies: [
          { PolicyName: 'AmazonS3ReadOnlyAccess', PolicyArn: READ_ONLY.arn },
          { PolicyName: 'WriteDrafts', PolicyArn: WRITE_DRAFTS },
        ],
        IsTruncated: true,
        Marker: markerAfterEntity('/', 'WriteDrafts'),
      }),
    errors: [noUser({}), badPrefix({ UserName: 'noor' })],
  }),
  row({
    operation: 'iam:ListAttachedUserPolicies',
    world: withUser('noor', { attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }, WITH_SPARE),
    works: { UserName: 'noor', PathPrefix: '/shop/' },
    then: (output) =>
      expect(output).toEqual({
        AttachedPolicies: [{ PolicyName: 'Spare', PolicyArn: SPARE }],
        IsTruncated: false,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:PutUserPolicy',
    world: withUser('noor', { inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }, WITH_SPARE),
    works: { UserName: 'noor', PolicyName: 'Old', PolicyDocument: documentOf(1048) },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.inline).toEqual({ Old: documentOf(1048), 'Also-old': DOCUMENT });
    },
    errors: [
      noUser({ PolicyName: 'Extra', PolicyDocument: DOCUMENT }),
      ...malformed({ UserName: 'noor' }),

      {
        input: { UserName: 'noor', PolicyName: 'Extra', PolicyDocument: documentOf(1998) },
        code: 'LimitExceeded',
        message: 'Maximum policy size of 2048 bytes exceeded for user noor',
      },
    ],
  }),
  row({
    operation: 'iam:GetUserPolicy',
    world: withUser('noor', { inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }, WITH_SPARE),
    works: { UserName: 'NOOR', PolicyName: 'Old' },
    then: (output) =>
      expect(output).toEqual({ UserName: 'noor', PolicyName: 'Old', PolicyDocument: DOCUMENT }),
    errors: [
      noUser({ PolicyName: 'Old' }),
      {
        input: { UserName: 'noor', PolicyName: 'New' },
        code: 'NoSuchEntity',
        message: 'The user policy with name New cannot be found.',
      },
    ],
  }),
  row({
    operation: 'iam:ListUserPolicies',
    world: withUser('noor', { inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }, WITH_SPARE),
    works: { UserName: 'noor' },
    then: (output) => expect(output).toEqual({ PolicyNames: ['Also-old', 'Old'], IsTruncated: false }),
    errors: [noUser({})],
  }),
  row({
    operation: 'iam:DeleteUserPolicy',
    world: withUser('noor', { inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }, WITH_SPARE),
    works: { UserName: 'noor', PolicyName: 'Old' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.inline).toEqual({ 'Also-old': DOCUMENT });
    },
    errors: [
      noUser({ PolicyName: 'Old' }),
      {
        input: { UserName: 'noor', PolicyName: 'New' },
        code: 'NoSuchEntity',
        message: 'The user policy with name New cannot be found.',
      },
    ],
  }),
  row({
    operation: 'iam:AttachGroupPolicy',
    world: withGroup('Writers', { attached: [WRITE_DRAFTS] }, WITH_SPARE),
    works: { GroupName: 'WRITERS', PolicyArn: READ_ONLY.arn },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(groupIn(world, 'Writers')?.attached).toEqual([WRITE_DRAFTS, READ_ONLY.arn]);
    },
    errors: [
      noGroup({ PolicyArn: WRITE_DRAFTS }),
      ...unattachable({ GroupName: 'Writers' }),

      {
        input: { GroupName: 'Writers', PolicyArn: SPARE },
        world: withGroup('Writers', { attached: stack(10) }, WITH_STACK),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for PoliciesPerGroup: 10',
      },
    ],
  }),
  row({
    operation: 'iam:AttachGroupPolicy',
    world: withGroup('Writers', { attached: stack(10) }, WITH_STACK),
    works: { GroupName: 'Writers', PolicyArn: 'arn:aws:iam::111122223333:policy/shop/S0' },
    // It is attached already, so there need be no room for it.
    then: (output, world) => {
      expect(output).toEqual({});
      expect(groupIn(world, 'Writers')?.attached).toEqual(stack(10));
    },
    errors: [],
  }),
  row({
    operation: 'iam:DetachGroupPolicy',
    world: withGroup('Writers', { attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }, WITH_SPARE),
    works: { GroupName: 'Writers', PolicyArn: WRITE_DRAFTS },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(groupIn(world, 'Writers')?.attached).toEqual([SPARE, READ_ONLY.arn]);
    },
    errors: [noGroup({ PolicyArn: WRITE_DRAFTS }), ...undetachable({ GroupName: 'Writers' })],
  }),
  row({
    operation: 'iam:ListAttachedGroupPolicies',
    world: withGroup('Writers', { attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }, WITH_SPARE),
    works: { GroupName: 'Writers', MaxItems: 2 },
    then: (output) =>
      expect(output).toEqual({
        AttachedPolicies: [
          { PolicyName: 'AmazonS3ReadOnlyAccess', PolicyArn: READ_ONLY.arn },
          { PolicyName: 'WriteDrafts', PolicyArn: WRITE_DRAFTS },
        ],
        IsTruncated: true,
        Marker: markerAfterEntity('/', 'WriteDrafts'),
      }),
    errors: [noGroup({}), badPrefix({ GroupName: 'Writers' })],
  }),
  row({
    operation: 'iam:ListAttachedGroupPolicies',
    world: withGroup('Writers', { attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }, WITH_SPARE),
    works: { GroupName: 'Writers', PathPrefix: '/shop/' },
    then: (output) =>
      expect(output).toEqual({
        AttachedPolicies: [{ PolicyName: 'Spare', PolicyArn: SPARE }],
        IsTruncated: false,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:PutGroupPolicy',
    world: withGroup('Writers', { inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }, WITH_SPARE),
    works: { GroupName: 'Writers', PolicyName: 'Old', PolicyDocument: documentOf(4120) },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(groupIn(world, 'Writers')?.inline).toEqual({ Old: documentOf(4120), 'Also-old': DOCUMENT });
    },
    errors: [
      noGroup({ PolicyName: 'Extra', PolicyDocument: DOCUMENT }),
      ...malformed({ GroupName: 'Writers' }),

      {
        input: { GroupName: 'Writers', PolicyName: 'Extra', PolicyDocument: documentOf(5070) },
        code: 'LimitExceeded',
        message: 'Maximum policy size of 5120 bytes exceeded for group Writers',
      },
    ],
  }),
  row({
    operation: 'iam:GetGroupPolicy',
    world: withGroup('Writers', { inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }, WITH_SPARE),
    works: { GroupName: 'WRITERS', PolicyName: 'Old' },
    then: (output) =>
      expect(output).toEqual({ GroupName: 'Writers', PolicyName: 'Old', PolicyDocument: DOCUMENT }),
    errors: [
      noGroup({ PolicyName: 'Old' }),
      {
        input: { GroupName: 'Writers', PolicyName: 'New' },
        code: 'NoSuchEntity',
        message: 'The group policy with name New cannot be found.',
      },
    ],
  }),
  row({
    operation: 'iam:ListGroupPolicies',
    world: withGroup('Writers', { inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }, WITH_SPARE),
    works: { GroupName: 'Writers' },
    then: (output) => expect(output).toEqual({ PolicyNames: ['Also-old', 'Old'], IsTruncated: false }),
    errors: [noGroup({})],
  }),
  row({
    operation: 'iam:DeleteGroupPolicy',
    world: withGroup('Writers', { inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }, WITH_SPARE),
    works: { GroupName: 'Writers', PolicyName: 'Old' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(groupIn(world, 'Writers')?.inline).toEqual({ 'Also-old': DOCUMENT });
    },
    errors: [
      noGroup({ PolicyName: 'Old' }),
      {
        input: { GroupName: 'Writers', PolicyName: 'New' },
        code: 'NoSuchEntity',
        message: 'The group policy with name New cannot be found.',
      },
    ],
  }),
  row({
    operation: 'iam:AttachRolePolicy',
    world: withRole({ attached: [WRITE_DRAFTS] }),
    works: { RoleName: 'printer', PolicyArn: READ_ONLY.arn },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Printer')?.attached).toEqual([WRITE_DRAFTS, READ_ONLY.arn]);
    },
    errors: [
      noRole({ PolicyArn: WRITE_DRAFTS }),
      ...unattachable({ RoleName: 'Printer' }),
      keptByAws({ PolicyArn: WRITE_DRAFTS }),
      {
        input: { RoleName: 'Printer', PolicyArn: SPARE },
        world: withBookshop(
          (account) => ({ ...account, roles: byName({ ...printer, attached: stack(20) }) }),
          WITH_STACK,
        ),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for PoliciesPerRole: 20',
      },
    ],
  }),
  row({
    operation: 'iam:AttachRolePolicy',
    world: withBookshop(
      (account) => ({ ...account, roles: byName({ ...printer, attached: stack(20) }) }),
      WITH_STACK,
    ),
    works: { RoleName: 'Printer', PolicyArn: 'arn:aws:iam::111122223333:policy/shop/S0' },
    // It is attached already, so there need be no room for it.
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Printer')?.attached).toEqual(stack(20));
    },
    errors: [],
  }),
  row({
    operation: 'iam:DetachRolePolicy',
    world: withRole({ attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }),
    works: { RoleName: 'Printer', PolicyArn: WRITE_DRAFTS },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Printer')?.attached).toEqual([SPARE, READ_ONLY.arn]);
    },
    errors: [
      noRole({ PolicyArn: WRITE_DRAFTS }),
      ...undetachable({ RoleName: 'Printer' }),
      keptByAws({ PolicyArn: SERVICE_ROLE_POLICY }),
    ],
  }),
  row({
    operation: 'iam:ListAttachedRolePolicies',
    world: withRole({ attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }),
    works: { RoleName: 'Printer', MaxItems: 2 },
    then: (output) =>
      expect(output).toEqual({
        AttachedPolicies: [
          { PolicyName: 'AmazonS3ReadOnlyAccess', PolicyArn: READ_ONLY.arn },
          { PolicyName: 'WriteDrafts', PolicyArn: WRITE_DRAFTS },
        ],
        IsTruncated: true,
        Marker: markerAfterEntity('/', 'WriteDrafts'),
      }),
    errors: [noRole({}), badPrefix({ RoleName: 'Printer' })],
  }),
  row({
    operation: 'iam:ListAttachedRolePolicies',
    world: withRole({ attached: [SPARE, WRITE_DRAFTS, READ_ONLY.arn] }),
    works: { RoleName: 'Printer', PathPrefix: '/shop/' },
    then: (output) =>
      expect(output).toEqual({
        AttachedPolicies: [{ PolicyName: 'Spare', PolicyArn: SPARE }],
        IsTruncated: false,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:PutRolePolicy',
    world: withRole({ inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }),
    works: { RoleName: 'Printer', PolicyName: 'Old', PolicyDocument: documentOf(9240) },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Printer')?.inline).toEqual({ Old: documentOf(9240), 'Also-old': DOCUMENT });
    },
    errors: [
      noRole({ PolicyName: 'Extra', PolicyDocument: DOCUMENT }),
      ...malformed({ RoleName: 'Printer' }),
      keptByAws({ PolicyName: 'Extra', PolicyDocument: DOCUMENT }),
      {
        input: { RoleName: 'Printer', PolicyName: 'Extra', PolicyDocument: documentOf(10190) },
        code: 'LimitExceeded',
        message: 'Maximum policy size of 10240 bytes exceeded for role Printer',
      },
    ],
  }),
  row({
    operation: 'iam:GetRolePolicy',
    world: withRole({ inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }),
    works: { RoleName: 'printer', PolicyName: 'Old' },
    then: (output) =>
      expect(output).toEqual({ RoleName: 'Printer', PolicyName: 'Old', PolicyDocument: DOCUMENT }),
    errors: [
      noRole({ PolicyName: 'Old' }),
      {
        input: { RoleName: 'Printer', PolicyName: 'New' },
        code: 'NoSuchEntity',
        message: 'The role policy with name New cannot be found.',
      },
    ],
  }),
  row({
    operation: 'iam:ListRolePolicies',
    world: withRole({ inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }),
    works: { RoleName: 'Printer' },
    then: (output) => expect(output).toEqual({ PolicyNames: ['Also-old', 'Old'], IsTruncated: false }),
    errors: [noRole({})],
  }),
  row({
    operation: 'iam:DeleteRolePolicy',
    world: withRole({ inline: { Old: DOCUMENT, 'Also-old': DOCUMENT } }),
    works: { RoleName: 'Printer', PolicyName: 'Old' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Printer')?.inline).toEqual({ 'Also-old': DOCUMENT });
    },
    errors: [
      noRole({ PolicyName: 'Old' }),
      {
        input: { RoleName: 'Printer', PolicyName: 'New' },
        code: 'NoSuchEntity',
        message: 'The role policy with name New cannot be found.',
      },
      keptByAws({ PolicyName: 'Extra' }),
    ],
  }),
  row({
    operation: 'iam:AttachUserPolicy',
    world: HIRING,
    caller: caller('amira'),
    works: { UserName: 'noor', PolicyArn: READ_ONLY.arn },
    errors: [
      {
        input: { UserName: 'jonas', PolicyArn: READ_ONLY.arn },
        code: 'AccessDenied',
        message: refused('AttachUserPolicy'),
      },
      {
        input: { UserName: 'noor', PolicyArn: SPARE },
        code: 'AccessDenied',
        message: `User: ${AMIRA} is not authorized to perform: iam:AttachUserPolicy on resource: user noor with an explicit deny in an identity-based policy`,
      },
    ],
  }),
  row({
    operation: 'iam:DetachUserPolicy',
    world: withUser('noor', { attached: [READ_ONLY.arn] }, HIRING),
    caller: caller('amira'),
    works: { UserName: 'noor', PolicyArn: READ_ONLY.arn },
    errors: [
      {
        input: { UserName: 'jonas', PolicyArn: READ_ONLY.arn },
        code: 'AccessDenied',
        message: refused('DetachUserPolicy'),
      },
      {
        input: { UserName: 'noor', PolicyArn: SPARE },
        code: 'AccessDenied',
        message: `User: ${AMIRA} is not authorized to perform: iam:DetachUserPolicy on resource: user noor with an explicit deny in an identity-based policy`,
      },
    ],
  }),
  row({
    operation: 'iam:PutUserPolicy',
    world: HIRING,
    caller: caller('amira'),
    works: { UserName: 'noor', PolicyName: 'ReadCatalog', PolicyDocument: DOCUMENT },
    errors: [
      {
        input: { UserName: 'jonas', PolicyName: 'ReadCatalog', PolicyDocument: DOCUMENT },
        code: 'AccessDenied',
        message: refused('PutUserPolicy'),
      },
    ],
  }),
  row({
    operation: 'iam:DeleteUserPolicy',
    world: HIRING,
    caller: caller('amira'),
    works: { UserName: 'noor', PolicyName: 'ReadCatalog' },
    errors: [
      {
        input: { UserName: 'jonas', PolicyName: 'ReadCatalog' },
        code: 'AccessDenied',
        message: refused('DeleteUserPolicy'),
      },
    ],
  }),
] as const;
