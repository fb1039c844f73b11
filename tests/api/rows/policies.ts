// Rows: customer managed policies and their versions.
import { expect } from 'vitest';
import { applyChange } from '../../../src/account/apply-change.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  byName,
  CREATED,
  documentOf,
  MANAGE_POLICIES,
  NOW,
  policyIn,
  policyText,
  READ_ONLY,
  withBookshop,
  withGroup,
  withUser,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { badArns, DOCUMENT, MISSING, printer, SPARE, spare, WITH_SPARE } from './spare-policy.ts';
import { markerAfterEntity } from './marker.ts';

const WITH_TWO_VERSIONS = applyChange(WITH_SPARE, {
  kind: 'policyVersionCreated',
  account: BOOKSHOP,
  policy: 'Spare',
  version: { id: 'v2', created: NOW, document: policyText(allow('s3:PutObject')) },
  setAsDefault: false,
});
const WITH_FIVE_VERSIONS = withBookshop((account) => ({
  ...account,
  policies: adding(account.policies, {
    ...spare,
    versions: [1, 2, 3, 4, 5].map((number) => ({ id: `v${number}`, created: CREATED, document: DOCUMENT })),
    lastVersion: 5,
  }),
}));

/** Attached to noor, Writers and the role Printer; the boundary of jonas and of Printer. */
const USED_SPARE = withBookshop(
  (account) => ({ ...account, roles: byName({ ...printer, boundary: SPARE, attached: [SPARE] }) }),
  withGroup(
    'Writers',
    { attached: [SPARE] },
    withUser('noor', { attached: [SPARE] }, withUser('jonas', { boundary: SPARE }, WITH_SPARE)),
  ),
);

const LOWER_CASE: Arn = `arn:aws:iam::${BOOKSHOP}:policy/writedrafts`;

/** What every operation on one policy says of the ARN of a policy that does not exist. */
const badPolicies = <More extends object>(more: More) => [
  ...badArns(more),
  {
    input: { ...more, PolicyArn: MISSING },
    code: 'NoSuchEntity',
    message: `Policy ${MISSING} was not found.`,
  },
  {
    // Letter case and path are those given at creation.
    input: { ...more, PolicyArn: LOWER_CASE },
    code: 'NoSuchEntity',
    message: `Policy ${LOWER_CASE} was not found.`,
  },
];

/** Not even the root user changes what AWS keeps. */
const awsManaged = <More extends object>(action: string, more: More) => ({
  input: { ...more, PolicyArn: READ_ONLY.arn },
  code: 'AccessDenied',
  message: `User: arn:aws:iam::111122223333:root is not authorized to perform: iam:${action} on resource: policy ${READ_ONLY.arn}`,
});

const tagErrors = <More extends object>(more: More) => [
  {
    input: { ...more, Tags: [{ Key: 'aws:team', Value: 'a' }] },
    code: 'InvalidInput',
    message: 'Tag keys starting with aws: are reserved.',
  },
  {
    input: {
      ...more,
      Tags: [
        { Key: 'team', Value: 'a' },
        { Key: 'team', Value: 'b' },
      ],
    },
    code: 'InvalidInput',
    message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  },
];

const fifty = Array.from({ length: 50 }, (_, at) => ({ Key: `key${at}`, Value: '' }));

export const POLICIES = [
  row({
    operation: 'iam:CreatePolicy',
    works: {
      PolicyName: 'ReadCatalog',
      Path: '/shop/',
      PolicyDocument: DOCUMENT,
      Description: 'For guests.',
      Tags: [
        { Key: 'team', Value: 'sales' },
        { Key: 'Team', Value: 'all' },
      ],
    },
    then: ({ Policy }, world) => {
      expect(Policy).toEqual({
        PolicyName: 'ReadCatalog',
        PolicyId: expect.stringMatching(/^ANPA[A-Z2-7]{17}$/) as string,
        Arn: 'arn:aws:iam::111122223333:policy/shop/ReadCatalog',
        Path: '/shop/',
        DefaultVersionId: 'v1',
        AttachmentCount: 0,
        PermissionsBoundaryUsageCount: 0,
        IsAttachable: true,
        Description: 'For guests.',
        CreateDate: NOW,
        UpdateDate: NOW,
        Tags: [
          { Key: 'Team', Value: 'all' },
          { Key: 'team', Value: 'sales' },
        ],
      });
      expect(policyIn(world, 'ReadCatalog')).toMatchObject({
        path: '/shop/',
        versions: [{ id: 'v1', created: NOW, document: DOCUMENT }],
        defaultVersion: 'v1',
        lastVersion: 1,
      });
    },
    errors: [
      {
        input: { PolicyName: 'writedrafts', Path: '/shop/', PolicyDocument: DOCUMENT },
        code: 'EntityAlreadyExists',
        message: 'A policy called writedrafts already exists. Duplicate names are not allowed.',
      },
      {
        input: { PolicyName: 'New', PolicyDocument: '{' },
        code: 'MalformedPolicyDocument',
        message: 'This policy contains invalid Json',
      },
      {
        input: { PolicyName: 'New', PolicyDocument: DOCUMENT.replace('2012-10-17', '2008-10-17') },
        code: 'MalformedPolicyDocument',
        message: 'Policy document must be version 2012-10-17 or greater.',
      },
      {
        input: { PolicyName: 'New', PolicyDocument: documentOf(6145) },
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for PolicySize: 6144',
      },
      {
        input: { PolicyName: 'New', PolicyDocument: DOCUMENT },
        world: withBookshop((account) => ({
          ...account,
          policies: byName(
            ...Array.from({ length: 1500 }, (_, at) => ({ ...spare, name: `P${at}`, id: `ANPA${at}` })),
          ),
        })),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for PoliciesPerAccount: 1500',
      },
      {
        input: { PolicyName: 'New', Path: 'shop', PolicyDocument: DOCUMENT },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'shop' at 'path' failed to satisfy constraint: Member must satisfy regular expression pattern: ((/[A-Za-z0-9\\.,\\+@=_-]+)*)/",
      },
      ...tagErrors({ PolicyName: 'New', PolicyDocument: DOCUMENT }),
      {
        input: {
          PolicyName: 'New',
          PolicyDocument: DOCUMENT,
          Tags: [...fifty, { Key: 'more', Value: '' }],
        },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
      },
    ],
  }),
  row({
    operation: 'iam:GetPolicy',
    world: withUser('noor', { boundary: SPARE, attached: [SPARE] }, WITH_TWO_VERSIONS),
    works: { PolicyArn: SPARE },
    then: ({ Policy }) =>
      expect(Policy).toEqual({
        PolicyName: 'Spare',
        PolicyId: 'ANPASPAREAAAAAAAAAAAA',
        Arn: SPARE,
        Path: '/shop/',
        DefaultVersionId: 'v1',
        AttachmentCount: 1,
        PermissionsBoundaryUsageCount: 1,
        IsAttachable: true,
        Description: 'For later.',
        CreateDate: CREATED,
        UpdateDate: NOW,
        Tags: [
          { Key: 'Team', Value: 'all' },
          { Key: 'team', Value: 'sales' },
        ],
      }),
    errors: badPolicies({}),
  }),
  row({
    operation: 'iam:GetPolicy',
    works: { PolicyArn: READ_ONLY.arn },
    then: ({ Policy }) =>
      expect(Policy).toEqual({
        PolicyName: 'AmazonS3ReadOnlyAccess',
        PolicyId: 'ANPAHDUSVADP3AXYKUCWR',
        Arn: READ_ONLY.arn,
        Path: '/',
        DefaultVersionId: 'v3',
        AttachmentCount: 1,
        PermissionsBoundaryUsageCount: 0,
        IsAttachable: true,
        CreateDate: '2015-02-06T18:40:59Z',
        UpdateDate: '2023-08-10T21:31:39Z',
      }),
    errors: [],
  }),
  row({
    operation: 'iam:ListPolicies',
    world: WITH_SPARE,
    works: { MaxItems: 3 },
    then: ({ Policies, ...page }) => {
      expect(Policies.map(({ Arn }) => Arn)).toEqual([READ_ONLY.arn, WRITE_DRAFTS, MANAGE_POLICIES]);
      expect(page).toEqual({ IsTruncated: true, Marker: markerAfterEntity('/shop/', 'ManagePolicies') });
    },
    errors: [
      {
        input: { PathPrefix: 'shop' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'shop' at 'pathPrefix' failed to satisfy constraint: Member must satisfy regular expression pattern: ((/[A-Za-z0-9\\.,\\+@=_-]+)*)/",
      },
      {
        input: { Scope: 'Mine' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'Mine' at 'scope' failed to satisfy constraint: Member must satisfy enum value set: [All, AWS, Local]",
      },
    ],
  }),
  row({
    operation: 'iam:ListPolicies',
    world: WITH_SPARE,
    works: { MaxItems: 3, Marker: markerAfterEntity('/shop/', 'ManagePolicies') },
    then: ({ Policies, ...page }) => {
      // Descriptions and tags are not listed.
      expect(Policies).toEqual([
        {
          PolicyName: 'Spare',
          PolicyId: 'ANPASPAREAAAAAAAAAAAA',
          Arn: SPARE,
          Path: '/shop/',
          DefaultVersionId: 'v1',
          AttachmentCount: 0,
          PermissionsBoundaryUsageCount: 0,
          IsAttachable: true,
          CreateDate: CREATED,
          UpdateDate: CREATED,
        },
      ]);
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: [],
  }),
  row({
    operation: 'iam:ListPolicies',
    world: WITH_SPARE,
    works: { Scope: 'Local', OnlyAttached: true, PathPrefix: '/shop/' },
    then: ({ Policies }) => expect(Policies.map(({ Arn }) => Arn)).toEqual([MANAGE_POLICIES]),
    errors: [],
  }),
  row({
    operation: 'iam:ListPolicies',
    works: { Scope: 'AWS', PolicyUsageFilter: 'PermissionsPolicy' },
    then: ({ Policies }) => expect(Policies.map(({ Arn }) => Arn)).toEqual([READ_ONLY.arn]),
    errors: [],
  }),
  row({
    operation: 'iam:ListPolicies',
    world: withUser('noor', { boundary: SPARE }, WITH_SPARE),
    works: { PolicyUsageFilter: 'PermissionsBoundary' },
    then: ({ Policies }) => expect(Policies.map(({ Arn }) => Arn)).toEqual([SPARE]),
    errors: [],
  }),
  row({
    operation: 'iam:DeletePolicy',
    world: WITH_SPARE,
    works: { PolicyArn: SPARE },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(world.accounts[BOOKSHOP]?.policies).not.toHaveProperty('Spare');
    },
    errors: [
      ...badPolicies({}),
      awsManaged('DeletePolicy', {}),
      {
        input: { PolicyArn: WRITE_DRAFTS },
        code: 'DeleteConflict',
        message: 'Cannot delete a policy attached to entities.',
      },
      {
        input: { PolicyArn: SPARE },
        world: withUser('noor', { boundary: SPARE }, WITH_SPARE),
        code: 'DeleteConflict',
        message: 'Cannot delete a policy attached to entities.',
      },
      {
        input: { PolicyArn: SPARE },
        world: WITH_TWO_VERSIONS,
        code: 'DeleteConflict',
        message:
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      },
    ],
  }),
  row({
    operation: 'iam:GetPolicyVersion',
    world: WITH_TWO_VERSIONS,
    works: { PolicyArn: SPARE, VersionId: 'v1' },
    then: ({ PolicyVersion }) =>
      expect(PolicyVersion).toEqual({
        VersionId: 'v1',
        IsDefaultVersion: true,
        CreateDate: CREATED,
        Document: DOCUMENT,
      }),
    errors: [
      ...badPolicies({ VersionId: 'v1' }),
      {
        input: { PolicyArn: SPARE, VersionId: 'v3' },
        code: 'NoSuchEntity',
        message: `Policy ${SPARE} version v3 does not exist or is not attachable.`,
      },
      {
        input: { PolicyArn: READ_ONLY.arn, VersionId: 'v1' },
        code: 'NoSuchEntity',
        message: `Policy ${READ_ONLY.arn} version v1 does not exist or is not attachable.`,
      },
      {
        input: { PolicyArn: SPARE, VersionId: '1' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '1' at 'versionId' failed to satisfy constraint: Member must satisfy regular expression pattern: v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?",
      },
    ],
  }),
  row({
    operation: 'iam:GetPolicyVersion',
    works: { PolicyArn: READ_ONLY.arn, VersionId: 'v3' },
    then: ({ PolicyVersion }) =>
      expect(PolicyVersion).toEqual({
        VersionId: 'v3',
        IsDefaultVersion: true,
        CreateDate: '2023-08-10T21:31:39Z',
        Document: READ_ONLY.document,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:ListPolicyVersions',
    world: WITH_TWO_VERSIONS,
    works: { PolicyArn: SPARE },
    then: ({ Versions, ...page }) => {
      expect(Versions).toEqual([
        { VersionId: 'v2', IsDefaultVersion: false, CreateDate: NOW },
        { VersionId: 'v1', IsDefaultVersion: true, CreateDate: CREATED },
      ]);
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: badPolicies({}),
  }),
  row({
    operation: 'iam:ListEntitiesForPolicy',
    world: USED_SPARE,
    works: { PolicyArn: SPARE },
    then: ({ PolicyGroups, PolicyUsers, PolicyRoles, ...page }) => {
      expect(PolicyGroups).toEqual([{ GroupName: 'Writers', GroupId: 'AGPAWRITERSAAAAAAAAAA' }]);
      expect(PolicyUsers).toEqual([
        { UserName: 'jonas', UserId: 'AIDAJONASAAAAAAAAAAAA' },
        { UserName: 'noor', UserId: 'AIDANOORAAAAAAAAAAAAA' },
      ]);
      expect(PolicyRoles).toEqual([{ RoleName: 'Printer', RoleId: 'AROAPRINTERAAAAAAAAAA' }]);
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: badPolicies({}),
  }),
  row({
    operation: 'iam:ListEntitiesForPolicy',
    world: USED_SPARE,
    works: {
      PolicyArn: SPARE,
      MaxItems: 1,
      Marker: markerAfterEntity('1/', 'jonas'),
      PolicyUsageFilter: 'PermissionsBoundary',
    },
    then: (output) =>
      expect(output).toEqual({
        PolicyGroups: [],
        PolicyUsers: [],
        PolicyRoles: [{ RoleName: 'Printer', RoleId: 'AROAPRINTERAAAAAAAAAA' }],
        IsTruncated: false,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:ListEntitiesForPolicy',
    world: USED_SPARE,
    works: { PolicyArn: SPARE, EntityFilter: 'User', PolicyUsageFilter: 'PermissionsPolicy' },
    then: (output) =>
      expect(output).toEqual({
        PolicyGroups: [],
        PolicyUsers: [{ UserName: 'noor', UserId: 'AIDANOORAAAAAAAAAAAAA' }],
        PolicyRoles: [],
        IsTruncated: false,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:ListEntitiesForPolicy',
    world: USED_SPARE,
    works: { PolicyArn: SPARE, PathPrefix: '/machines/' },
    then: (output) =>
      expect(output).toMatchObject({
        PolicyGroups: [],
        PolicyUsers: [],
        PolicyRoles: [{ RoleName: 'Printer' }],
      }),
    errors: [],
  }),
  row({
    operation: 'iam:TagPolicy',
    world: WITH_SPARE,
    works: {
      PolicyArn: SPARE,
      Tags: [
        { Key: 'team', Value: 'editorial' },
        { Key: 'TEAM', Value: '' },
      ],
    },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(policyIn(world, 'Spare')?.tags).toEqual({
        team: 'editorial',
        Team: 'all',
        TEAM: '',
      });
    },
    errors: [
      ...badPolicies({ Tags: [{ Key: 'team', Value: 'a' }] }),
      awsManaged('TagPolicy', { Tags: [{ Key: 'team', Value: 'a' }] }),
      ...tagErrors({ PolicyArn: WRITE_DRAFTS }),
      {
        input: { PolicyArn: SPARE, Tags: fifty },
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for TagsPerResource: 50',
      },
    ],
  }),
  row({
    operation: 'iam:UntagPolicy',
    world: WITH_SPARE,
    works: { PolicyArn: SPARE, TagKeys: ['team', 'TEAM'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(policyIn(world, 'Spare')?.tags).toEqual({ Team: 'all' });
    },
    errors: [
      ...badPolicies({ TagKeys: ['team'] }),
      awsManaged('UntagPolicy', { TagKeys: ['team'] }),
      {
        input: { PolicyArn: SPARE, TagKeys: [''] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '[]' at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length greater than or equal to 1]",
      },
    ],
  }),
  row({
    operation: 'iam:ListPolicyTags',
    world: WITH_SPARE,
    works: { PolicyArn: SPARE },
    then: (output) =>
      expect(output).toEqual({
        Tags: [
          { Key: 'Team', Value: 'all' },
          { Key: 'team', Value: 'sales' },
        ],
        IsTruncated: false,
      }),
    errors: badPolicies({}),
  }),
  row({
    operation: 'iam:CreatePolicyVersion',
    works: { PolicyArn: WRITE_DRAFTS, PolicyDocument: DOCUMENT, SetAsDefault: true },
    then: ({ PolicyVersion }) =>
      expect(PolicyVersion).toEqual({ VersionId: 'v2', IsDefaultVersion: true, CreateDate: NOW }),
    errors: [
      ...badPolicies({ PolicyDocument: DOCUMENT }),
      awsManaged('CreatePolicyVersion', { PolicyDocument: DOCUMENT }),
      {
        input: { PolicyArn: WRITE_DRAFTS, PolicyDocument: '{}' },
        code: 'MalformedPolicyDocument',
        message: 'Syntax errors in policy.',
      },
      {
        input: { PolicyArn: WRITE_DRAFTS, PolicyDocument: documentOf(6145) },
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for PolicySize: 6144',
      },
      {
        input: { PolicyArn: SPARE, PolicyDocument: DOCUMENT },
        world: WITH_FIVE_VERSIONS,
        code: 'LimitExceeded',
        message:
          'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      },
    ],
  }),
  row({
    operation: 'iam:SetDefaultPolicyVersion',
    world: WITH_TWO_VERSIONS,
    works: { PolicyArn: SPARE, VersionId: 'v2' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(policyIn(world, 'Spare')?.defaultVersion).toBe('v2');
    },
    errors: [
      ...badPolicies({ VersionId: 'v1' }),
      awsManaged('SetDefaultPolicyVersion', { VersionId: 'v1' }),
      {
        input: { PolicyArn: SPARE, VersionId: 'v3' },
        code: 'NoSuchEntity',
        message: `Policy ${SPARE} version v3 does not exist or is not attachable.`,
      },
    ],
  }),
  row({
    operation: 'iam:DeletePolicyVersion',
    world: WITH_TWO_VERSIONS,
    works: { PolicyArn: SPARE, VersionId: 'v2' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(policyIn(world, 'Spare')).toMatchObject({
        versions: [{ id: 'v1' }],
        lastVersion: 2,
      });
    },
    errors: [
      ...badPolicies({ VersionId: 'v1' }),
      awsManaged('DeletePolicyVersion', { VersionId: 'v1' }),
      {
        input: { PolicyArn: SPARE, VersionId: 'v3' },
        code: 'NoSuchEntity',
        message: `Policy ${SPARE} version v3 does not exist or is not attachable.`,
      },
      {
        input: { PolicyArn: SPARE, VersionId: 'v1' },
        code: 'DeleteConflict',
        message: 'Cannot delete the default version of a policy.',
      },
    ],
  }),
] as const;
