// Rows: the account itself.
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { AccessKey, PasswordPolicy } from '../../../src/account/world.ts';
import {
  allow,
  BOOKSHOP,
  byName,
  caller,
  CREATED,
  MANAGE_POLICIES,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  ROOT,
  userIn,
  withBookshop,
  withUser,
  WORLD,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { printer, SPARE, WITH_SPARE } from './spare-policy.ts';
import { markerAfterEntity } from './marker.ts';

const NOOR = 'arn:aws:iam::111122223333:user/noor';

const KEY: AccessKey = {
  id: 'AKIANOORAAAAAAAAAAAA',
  status: 'Active',
  created: CREATED,
  changed: CREATED,
  secretHash: null,
};
const OLD: AccessKey = {
  id: 'AKIAOLDAAAAAAAAAAAAA',
  status: 'Inactive',
  created: CREATED,
  changed: CREATED,
  secretHash: null,
};
const ROOT_KEY: AccessKey = {
  id: 'AKIAROOTAAAAAAAAAAAA',
  status: 'Active',
  created: CREATED,
  changed: CREATED,
  secretHash: null,
};
const WITH_KEYS = withBookshop(
  (account) => ({ ...account, root: { ...account.root, accessKeys: [ROOT_KEY] } }),
  withUser('noor', { accessKeys: [KEY, OLD] }),
);

const noUser = <More extends object>(more: More) => ({
  input: { ...more, UserName: 'nina' },
  code: 'NoSuchEntity',
  message: 'The user with name nina cannot be found.',
});

/** Keys that do not exist, and keys of others, are missed in the same words. */
const noKey = <More extends object>(more: More) => [
  {
    input: { ...more, UserName: 'noor', AccessKeyId: 'AKIAMISSINGAAAAAAAAA' },
    code: 'NoSuchEntity',
    message: 'The Access Key with id AKIAMISSINGAAAAAAAAA cannot be found',
  },
  {
    input: { ...more, UserName: 'jonas', AccessKeyId: KEY.id },
    code: 'NoSuchEntity',
    message: `The Access Key with id ${KEY.id} cannot be found`,
  },
  {
    input: { ...more, AccessKeyId: KEY.id },
    code: 'NoSuchEntity',
    message: `The Access Key with id ${KEY.id} cannot be found`,
  },
  {
    input: { ...more, UserName: 'noor', AccessKeyId: 'AKIA-NOOR-AAAAAA' },
    code: 'ValidationError',
    message:
      "1 validation error detected: Value 'AKIA-NOOR-AAAAAA' at 'accessKeyId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w]+",
  },
];

const badAlias = (alias: string) => ({
  input: { AccountAlias: alias },
  code: 'ValidationError',
  message: `1 validation error detected: Value '${alias}' at 'accountAlias' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$`,
});

const LONG: PasswordPolicy = {
  minimumLength: 14,
  requireSymbols: true,
  requireNumbers: false,
  requireUppercase: true,
  requireLowercase: false,
  allowUsersToChange: false,
  maxAge: 90,
  reusePrevention: 5,
  hardExpiry: true,
};
const WITH_POLICY = withBookshop((account) => ({ ...account, passwordPolicy: LONG }));

const noPasswordPolicy = {
  input: {},
  world: WORLD,
  code: 'NoSuchEntity',
  message: 'The Password Policy with domain name 111122223333 cannot be found.',
};

const outOfRange = (
  parameter: 'MinimumPasswordLength' | 'MaxPasswordAge' | 'PasswordReusePrevention',
  value: number,
  fault: string,
) => ({
  input: { [parameter]: value },
  code: 'ValidationError',
  message: `1 validation error detected: Value '${value}' at '${parameter.charAt(0).toLowerCase()}${parameter.slice(1)}' failed to satisfy constraint: Member must have value ${fault}`,
});

const INK = policyText(allow('s3:GetObject'));

/** The role Printer in an instance profile of its name, with SPARE attached and as its boundary; noor bounded by SPARE. */
const FULL = withBookshop(
  (account) => ({
    ...account,
    roles: byName({
      ...printer,
      attached: [SPARE],
      boundary: SPARE,
      description: 'Prints.',
      inline: { Ink: INK },
      tags: { floor: '2' },
    }),
    instanceProfiles: byName({
      name: 'Printer',
      path: '/',
      id: 'AIPAPRINTERAAAAAAAAAA',
      created: CREATED,
      role: 'Printer',
      tags: {},
    }),
  }),
  withUser('noor', { boundary: SPARE }, WITH_SPARE),
);

const printed = {
  Path: '/machines/',
  RoleName: 'Printer',
  RoleId: 'AROAPRINTERAAAAAAAAAA',
  Arn: 'arn:aws:iam::111122223333:role/machines/Printer',
  CreateDate: CREATED,
  AssumeRolePolicyDocument: printer.trust,
};

export const ACCOUNT = [
  row({
    operation: 'iam:CreateAccessKey',
    world: withUser('noor', { accessKeys: [OLD] }),
    works: { UserName: 'NOOR' },
    then: ({ AccessKey }, world) => {
      expect(AccessKey).toEqual({
        UserName: 'noor',
        AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/) as string,
        Status: 'Active',
        SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/) as string,
        CreateDate: NOW,
      });
      expect(userIn(world, 'noor')?.accessKeys).toEqual([
        OLD,
        {
          id: AccessKey.AccessKeyId,
          status: 'Active',
          created: NOW,
          changed: NOW,
          secretHash: createHash('sha256').update(AccessKey.SecretAccessKey).digest('base64'),
        },
      ]);
      // The secret is nowhere but in the answer.
      expect(JSON.stringify(world)).not.toContain(AccessKey.SecretAccessKey);
    },
    errors: [
      noUser({}),
      {
        input: { UserName: 'noor' },
        world: WITH_KEYS,
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for AccessKeysPerUser: 2',
      },
      {
        input: {},
        world: withBookshop((account) => ({ ...account, root: { ...account.root, accessKeys: [KEY, OLD] } })),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for AccessKeysPerUser: 2',
      },
    ],
  }),
  row({
    operation: 'iam:CreateAccessKey',
    works: {},
    then: ({ AccessKey }, world) => {
      // The caller is the root user, who has no name.
      expect(AccessKey).not.toHaveProperty('UserName');
      expect(world.accounts[BOOKSHOP]?.root.accessKeys).toEqual([
        {
          id: AccessKey.AccessKeyId,
          status: 'Active',
          created: NOW,
          changed: NOW,
          secretHash: createHash('sha256').update(AccessKey.SecretAccessKey).digest('base64'),
        },
      ]);
    },
    errors: [],
  }),
  row({
    operation: 'iam:CreateAccessKey',
    world: withUser('noor', { inline: { Keys: policyText(allow('iam:CreateAccessKey', NOOR)) } }),
    caller: caller('noor'),
    works: {},
    then: ({ AccessKey }) => expect(AccessKey.UserName).toBe('noor'),
    errors: [
      {
        input: { UserName: 'jonas' },
        code: 'AccessDenied',
        message: `User: ${NOOR} is not authorized to perform: iam:CreateAccessKey on resource: user jonas because no identity-based policy allows the iam:CreateAccessKey action`,
      },
    ],
  }),
  row({
    operation: 'iam:ListAccessKeys',
    world: WITH_KEYS,
    works: { UserName: 'noor' },
    then: (output) =>
      expect(output).toEqual({
        AccessKeyMetadata: [
          { UserName: 'noor', AccessKeyId: KEY.id, Status: 'Active', CreateDate: CREATED },
          { UserName: 'noor', AccessKeyId: OLD.id, Status: 'Inactive', CreateDate: CREATED },
        ],
        IsTruncated: false,
      }),
    errors: [noUser({})],
  }),
  row({
    operation: 'iam:ListAccessKeys',
    world: WITH_KEYS,
    works: {},
    then: (output) =>
      expect(output).toEqual({
        AccessKeyMetadata: [{ AccessKeyId: ROOT_KEY.id, Status: 'Active', CreateDate: CREATED }],
        IsTruncated: false,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:UpdateAccessKey',
    world: WITH_KEYS,
    works: { UserName: 'noor', AccessKeyId: KEY.id, Status: 'Inactive' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.accessKeys).toEqual([{ ...KEY, status: 'Inactive', changed: NOW }, OLD]);
    },
    errors: [
      noUser({ AccessKeyId: KEY.id, Status: 'Inactive' }),
      ...noKey({ Status: 'Inactive' }),
      {
        input: { UserName: 'noor', AccessKeyId: KEY.id, Status: 'Expired' },
        code: 'InvalidInput',
        message: 'The status of an access key cannot be set to Expired.',
      },
      {
        input: { UserName: 'noor', AccessKeyId: KEY.id, Status: 'Off' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'Off' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive, Expired]",
      },
    ],
  }),
  row({
    operation: 'iam:UpdateAccessKey',
    world: WITH_KEYS,
    works: { AccessKeyId: ROOT_KEY.id, Status: 'Active' },
    then: (_output, world) => expect(world).toBe(WITH_KEYS),
    errors: [],
  }),
  row({
    operation: 'iam:DeleteAccessKey',
    world: WITH_KEYS,
    works: { UserName: 'noor', AccessKeyId: KEY.id },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.accessKeys).toEqual([OLD]);
    },
    errors: [noUser({ AccessKeyId: KEY.id }), ...noKey({})],
  }),
  row({
    operation: 'iam:DeleteAccessKey',
    world: WITH_KEYS,
    works: { AccessKeyId: ROOT_KEY.id },
    then: (_output, world) => expect(world.accounts[BOOKSHOP]?.root.accessKeys).toEqual([]),
    errors: [],
  }),
  row({
    operation: 'iam:CreateAccountAlias',
    works: { AccountAlias: 'maple-bookshop-2' },
    // In place of the one it had.
    then: (output, world) => {
      expect(output).toEqual({});
      expect(world.accounts[BOOKSHOP]?.alias).toBe('maple-bookshop-2');
    },
    errors: [
      {
        input: { AccountAlias: 'maple-books' },
        code: 'EntityAlreadyExists',
        message: 'The account alias maple-books already exists.',
      },
      {
        input: { AccountAlias: 'maple-books' },
        caller: { ...ROOT, account: NEIGHBOUR },
        code: 'EntityAlreadyExists',
        message: 'The account alias maple-books already exists.',
      },
      {
        input: { AccountAlias: '444455556666' },
        code: 'InvalidInput',
        message: 'An account alias cannot be twelve digits, as an account id is.',
      },
      badAlias('Maple'),
      badAlias('maple--books'),
      badAlias('maple-'),
    ],
  }),
  row({
    operation: 'iam:ListAccountAliases',
    works: {},
    then: (output) => expect(output).toEqual({ AccountAliases: ['maple-books'], IsTruncated: false }),
    errors: [],
  }),
  row({
    operation: 'iam:ListAccountAliases',
    world: withBookshop((account) => ({ ...account, alias: null })),
    works: {},
    then: (output) => expect(output).toEqual({ AccountAliases: [], IsTruncated: false }),
    errors: [],
  }),
  row({
    operation: 'iam:DeleteAccountAlias',
    works: { AccountAlias: 'maple-books' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(world.accounts[BOOKSHOP]?.alias).toBeNull();
    },
    errors: [
      {
        input: { AccountAlias: 'maple' },
        code: 'NoSuchEntity',
        message: 'The account alias maple cannot be found.',
      },
      badAlias('Maple'),
    ],
  }),
  row({
    operation: 'iam:UpdateAccountPasswordPolicy',
    world: WITH_POLICY,
    works: { RequireNumbers: true },
    // Everything that was left out is back at its default.
    then: (output, world) => {
      expect(output).toEqual({});
      expect(world.accounts[BOOKSHOP]?.passwordPolicy).toEqual({
        minimumLength: 6,
        requireSymbols: false,
        requireNumbers: true,
        requireUppercase: false,
        requireLowercase: false,
        allowUsersToChange: false,
        maxAge: null,
        reusePrevention: null,
        hardExpiry: false,
      });
    },
    errors: [
      outOfRange('MinimumPasswordLength', 5, 'greater than or equal to 6'),
      outOfRange('MinimumPasswordLength', 129, 'less than or equal to 128'),
      outOfRange('MaxPasswordAge', 0, 'greater than or equal to 1'),
      outOfRange('MaxPasswordAge', 1096, 'less than or equal to 1095'),
      outOfRange('PasswordReusePrevention', 0, 'greater than or equal to 1'),
      outOfRange('PasswordReusePrevention', 25, 'less than or equal to 24'),
    ],
  }),
  row({
    operation: 'iam:UpdateAccountPasswordPolicy',
    works: {
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      RequireUppercaseCharacters: true,
      AllowUsersToChangePassword: false,
      MaxPasswordAge: 90,
      PasswordReusePrevention: 5,
      HardExpiry: true,
    },
    then: (_output, world) => expect(world.accounts[BOOKSHOP]?.passwordPolicy).toEqual(LONG),
    errors: [],
  }),
  row({
    operation: 'iam:GetAccountPasswordPolicy',
    world: WITH_POLICY,
    works: {},
    then: ({ PasswordPolicy }) =>
      expect(PasswordPolicy).toEqual({
        MinimumPasswordLength: 14,
        RequireSymbols: true,
        RequireNumbers: false,
        RequireUppercaseCharacters: true,
        RequireLowercaseCharacters: false,
        AllowUsersToChangePassword: false,
        ExpirePasswords: true,
        MaxPasswordAge: 90,
        PasswordReusePrevention: 5,
        HardExpiry: true,
      }),
    errors: [noPasswordPolicy],
  }),
  row({
    operation: 'iam:GetAccountPasswordPolicy',
    world: withBookshop((account) => ({
      ...account,
      passwordPolicy: { ...LONG, maxAge: null, reusePrevention: null, hardExpiry: false },
    })),
    works: {},
    then: ({ PasswordPolicy }) =>
      expect(PasswordPolicy).toEqual({
        MinimumPasswordLength: 14,
        RequireSymbols: true,
        RequireNumbers: false,
        RequireUppercaseCharacters: true,
        RequireLowercaseCharacters: false,
        AllowUsersToChangePassword: false,
        ExpirePasswords: false,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:DeleteAccountPasswordPolicy',
    world: WITH_POLICY,
    works: {},
    then: (output, world) => {
      expect(output).toEqual({});
      expect(world.accounts[BOOKSHOP]?.passwordPolicy).toBeNull();
    },
    errors: [noPasswordPolicy],
  }),
  row({
    operation: 'iam:GetAccountSummary',
    world: WITH_KEYS,
    works: {},
    then: ({ SummaryMap }) => {
      expect(Object.keys(SummaryMap)).toHaveLength(34);
      expect(SummaryMap).toMatchObject({
        Users: 3,
        UsersQuota: 5000,
        Groups: 3,
        Roles: 0,
        Policies: 2,
        PoliciesQuota: 1500,
        PolicySizeQuota: 6144,
        PolicyVersionsInUse: 2,
        UserPolicySizeQuota: 2048,
        AssumeRolePolicySizeQuota: 2048,
        AccessKeysPerUserQuota: 2,
        AccountAccessKeysPresent: 1,
        AccountPasswordPresent: 0,
        AccountMFAEnabled: 0,
      });
    },
    errors: [],
  }),
  row({
    operation: 'iam:GetAccountAuthorizationDetails',
    world: FULL,
    works: {},
    then: ({ UserDetailList, GroupDetailList, RoleDetailList, Policies, ...page }) => {
      expect(UserDetailList.map(({ UserName }) => UserName)).toEqual(['amira', 'jonas', 'noor']);
      expect(UserDetailList[0]).toEqual({
        Path: '/',
        UserName: 'amira',
        UserId: 'AIDAAMIRAAAAAAAAAAAAA',
        Arn: 'arn:aws:iam::111122223333:user/amira',
        CreateDate: CREATED,
        GroupList: ['Managers'],
        AttachedManagedPolicies: [],
        Tags: [],
      });
      expect(UserDetailList[2]).toEqual({
        Path: '/',
        UserName: 'noor',
        UserId: 'AIDANOORAAAAAAAAAAAAA',
        Arn: NOOR,
        CreateDate: CREATED,
        UserPolicyList: [
          {
            PolicyName: 'ReadCatalog',
            PolicyDocument: userIn(WORLD, 'noor')?.inline['ReadCatalog'],
          },
        ],
        GroupList: ['Writers'],
        AttachedManagedPolicies: [],
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: SPARE },
        Tags: [{ Key: 'team', Value: 'editorial' }],
      });
      expect(GroupDetailList.map(({ GroupName }) => GroupName)).toEqual(['Managers', 'Sellers', 'Writers']);
      expect(GroupDetailList[1]).toEqual({
        Path: '/',
        GroupName: 'Sellers',
        GroupId: 'AGPASELLERSAAAAAAAAAA',
        Arn: 'arn:aws:iam::111122223333:group/Sellers',
        CreateDate: CREATED,
        GroupPolicyList: [],
        AttachedManagedPolicies: [{ PolicyName: 'AmazonS3ReadOnlyAccess', PolicyArn: READ_ONLY.arn }],
      });
      expect(RoleDetailList).toEqual([
        {
          ...printed,
          InstanceProfileList: [
            {
              Path: '/',
              InstanceProfileName: 'Printer',
              InstanceProfileId: 'AIPAPRINTERAAAAAAAAAA',
              Arn: 'arn:aws:iam::111122223333:instance-profile/Printer',
              CreateDate: CREATED,
              Roles: [{ ...printed, Description: 'Prints.', MaxSessionDuration: 3600 }],
            },
          ],
          RolePolicyList: [{ PolicyName: 'Ink', PolicyDocument: INK }],
          AttachedManagedPolicies: [{ PolicyName: 'Spare', PolicyArn: SPARE }],
          PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: SPARE },
          Tags: [{ Key: 'floor', Value: '2' }],
          RoleLastUsed: {},
        },
      ]);
      expect(Policies.map(({ Arn }) => Arn)).toEqual([READ_ONLY.arn, WRITE_DRAFTS, MANAGE_POLICIES, SPARE]);
      expect(Policies[3]).toEqual({
        PolicyName: 'Spare',
        PolicyId: 'ANPASPAREAAAAAAAAAAAA',
        Arn: SPARE,
        Path: '/shop/',
        DefaultVersionId: 'v1',
        AttachmentCount: 1,
        PermissionsBoundaryUsageCount: 2,
        IsAttachable: true,
        Description: 'For later.',
        CreateDate: CREATED,
        UpdateDate: CREATED,
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, CreateDate: CREATED, Document: INK }],
      });
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: [
      {
        input: { Filter: ['User', 'Bucket'] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '[User, Bucket]' at 'filter' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [User, Role, Group, LocalManagedPolicy, AWSManagedPolicy]]",
      },
    ],
  }),
  row({
    operation: 'iam:GetAccountAuthorizationDetails',
    world: FULL,
    works: { Filter: ['Group', 'AWSManagedPolicy'], MaxItems: 2, Marker: markerAfterEntity('1/', 'Sellers') },
    then: ({ GroupDetailList, Policies, ...rest }) => {
      expect(GroupDetailList.map(({ GroupName }) => GroupName)).toEqual(['Writers']);
      expect(Policies.map(({ PolicyName }) => PolicyName)).toEqual(['AmazonS3ReadOnlyAccess']);
      expect(rest).toEqual({ UserDetailList: [], RoleDetailList: [], IsTruncated: false });
    },
    errors: [],
  }),
] as const;
