// Rows: roles, trust, boundaries, instance profiles.
import { expect } from 'vitest';
import { lookup, EMPTY } from '../../../src/account/table.ts';
import type { InstanceProfile, Role, World } from '../../../src/account/world.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  BOOKSHOP_ACCOUNT,
  byName,
  caller,
  CREATED,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  roleIn,
  userIn,
  withBookshop,
  withUser,
  WORLD,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { markerAfterEntity } from './marker.ts';

const IAM = `arn:aws:iam::${BOOKSHOP}` as const;

/** Trust in users and roles, or whatever else a Principal element can hold. */
const trusting = (principal: unknown, more: object = {}): string =>
  policyText({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });

const EC2 = trusting({ Service: 'ec2.amazonaws.com' });
const NOOR = trusting({ AWS: `${IAM}:user/noor` });
const NOOR_ID = 'AIDANOORAAAAAAAAAAAAA';

const idOf = (prefix: 'AROA' | 'AIPA', name: string): string =>
  prefix +
  name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 17)
    .padEnd(17, 'A');

const role = (name: string, more: Partial<Role> = {}): Role => ({
  name,
  path: '/',
  id: idOf('AROA', name),
  created: CREATED,
  description: '',
  trust: EC2,
  trusted: {},
  maxSessionDuration: 3600,
  boundary: null,
  attached: [],
  inline: {},
  tags: {},
  ...more,
});

const profile = (name: string, more: Partial<InstanceProfile> = {}): InstanceProfile => ({
  name,
  path: '/',
  id: idOf('AIPA', name),
  created: CREATED,
  role: null,
  tags: {},
  ...more,
});

/** A role for instances, with all it can have; one that trusts it and noor; two that AWS made; three profiles. */
const SHOP: World = withBookshop((account) => ({
  ...account,
  roles: byName(
    role('Till', {
      path: '/shop/',
      description: 'Runs the till.',
      boundary: WRITE_DRAFTS,
      tags: { Team: 'sales', stage: 'test' },
    }),
    role('Editor', {
      trust: trusting({ AWS: [`${IAM}:user/noor`, `${IAM}:role/shop/Till`] }),
      trusted: { [`${IAM}:user/noor`]: NOOR_ID, [`${IAM}:role/shop/Till`]: 'AROATILLAAAAAAAAAAAAA' },
    }),
    role('AWSServiceRoleForSupport', { path: '/aws-service-role/support.amazonaws.com/' }),
    role('AWSReservedSSO_Admin_0123456789abcdef', { path: '/aws-reserved/sso.amazonaws.com/' }),
    role('Spare'),
  ),
  instanceProfiles: byName(
    profile('Till', { path: '/shop/', role: 'Till', tags: { team: 'sales', Team: 'all' } }),
    profile('Desk', { role: 'Till' }),
    profile('Empty'),
  ),
}));

const withRole = (name: string, more: Partial<Role>): World =>
  withBookshop((account) => {
    const before = lookup(account.roles, name) ?? role(name);
    return { ...account, roles: adding(account.roles, { ...before, ...more }) };
  }, SHOP);

const profileIn = (world: World, name: string) =>
  lookup((world.accounts[BOOKSHOP] ?? BOOKSHOP_ACCOUNT).instanceProfiles, name);

const LINKED = 'AWSServiceRoleForSupport';
const RESERVED = 'AWSReservedSSO_Admin_0123456789abcdef';
const protectedText = (name: string): string =>
  `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`;

const SERVICE_ROLE_POLICY = 'arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy';

/** The same key twice, but for its letter case. */
const TWICE = [
  { Key: 'Stage', Value: 'a' },
  { Key: 'stage', Value: 'b' },
];
/** The very same key twice. */
const SAME = [
  { Key: 'stage', Value: 'a' },
  { Key: 'stage', Value: 'b' },
];
const FIFTY = Array.from({ length: 50 }, (_, at) => ({ Key: `k${at}`, Value: '' }));
const DUPLICATE = 'Duplicate tag keys found. Please note that Tag keys are case insensitive.';
const RESERVED_KEY = 'Tag keys starting with aws: are reserved.';
const TOO_MANY_TAGS = 'Cannot exceed quota for TagsPerResource: 50';

/** The errors of every operation on a role that is there: that there is none of the name. */
const noRole = <Input extends object>(more: Input) => ({
  input: { RoleName: 'Missing', ...more },
  code: 'NoSuchEntity',
  message: 'The role with name Missing cannot be found.',
});
const onlyAws = <Input extends object>(RoleName: string, more: Input) => ({
  input: { RoleName, ...more },
  code: 'UnmodifiableEntity',
  message: protectedText(RoleName),
});
const noProfile = <Input extends object>(more: Input) => ({
  input: { InstanceProfileName: 'Missing', ...more },
  code: 'NoSuchEntity',
  message: 'Instance Profile Missing cannot be found.',
});

/** Trust policies that are not taken, whoever offers them. */
const malformedTrust = (
  [
    ['{', 'This policy contains invalid Json'],
    ['{}', 'Syntax errors in policy.'],
    [trusting({ AWS: `${IAM}:user/missing` }), `Invalid principal in policy: "AWS":"${IAM}:user/missing"`],
    [
      trusting({ AWS: [BOOKSHOP, `${IAM}:user/shop/noor`] }),
      `Invalid principal in policy: "AWS":"${IAM}:user/shop/noor"`,
    ],
    [
      trusting({ AWS: `arn:aws:sts::${BOOKSHOP}:assumed-role/Missing/noor` }),
      `Invalid principal in policy: "AWS":"arn:aws:sts::${BOOKSHOP}:assumed-role/Missing/noor"`,
    ],
    [
      trusting({ AWS: `arn:aws:iam::${NEIGHBOUR}:role/Missing` }),
      `Invalid principal in policy: "AWS":"arn:aws:iam::${NEIGHBOUR}:role/Missing"`,
    ],
    [trusting({ AWS: `${IAM}:group/Writers` }), `Invalid principal in policy: "AWS":"${IAM}:group/Writers"`],
    [trusting({ AWS: NOOR_ID }), `Invalid principal in policy: "AWS":"${NOOR_ID}"`],
    [trusting({ Service: 'ec2' }), 'Invalid principal in policy: "SERVICE":"ec2"'],
    [trusting({ Federated: 'Staff' }), 'Invalid principal in policy: "FEDERATED":"Staff"'],
    [policyText({ Effect: 'Allow', Action: 'sts:AssumeRole' }), 'Missing required field Principal'],
    [trusting(undefined, { NotPrincipal: { AWS: BOOKSHOP } }), 'Allow with NotPrincipal is not allowed.'],
    [trusting({ AWS: BOOKSHOP }, { Resource: '*' }), 'Has prohibited field Resource'],
    [
      trusting({ AWS: BOOKSHOP }, { Action: 's3:GetObject' }),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
  ] as const
).map(([document, message]) => ({ document, code: 'MalformedPolicyDocument', message }));

/** A trust policy of `size` characters that are not white space. */
const sizedTrust = (size: number): string => {
  const text = (sid: string): string => trusting({ AWS: '*' }, { Sid: sid });
  return text('A'.repeat(size - text('').replace(/\s/g, '').length));
};

const LARGE_TRUST = {
  document: sizedTrust(2_049),
  code: 'LimitExceeded',
  message: 'Cannot exceed quota for ACLSizePerRole: 2048',
};
const BAD_TRUST = [...malformedTrust, LARGE_TRUST];

/** What cannot be a boundary. */
const BAD_BOUNDARIES = [
  {
    boundary: `${IAM}:policy/Missing`,
    code: 'NoSuchEntity',
    message: `Policy ${IAM}:policy/Missing does not exist or is not attachable.`,
  },
  { boundary: `${IAM}:user/noor`, code: 'InvalidInput', message: `ARN ${IAM}:user/noor is not valid.` },
  {
    boundary: SERVICE_ROLE_POLICY,
    code: 'PolicyNotAttachable',
    message: 'Cannot attach a Service Role Policy to a Customer Role.',
  },
] as const;

/** SHOP, where amira may do these things and no others. */
const withAmira = (...statements: readonly object[]): World =>
  withUser('amira', { groups: [], inline: { Only: policyText(...statements) } }, SHOP);
const amira = caller('amira');
const denied = (action: string, resource: string) => ({
  code: 'AccessDenied',
  message: `User: ${IAM}:user/amira is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
});

const underBoundary = (boundary: string): object => ({
  Effect: 'Allow',
  Action: 'iam:*',
  Resource: '*',
  Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary } },
});

/** Nothing changed: the world is the very same. */
const unchanged = (_output: unknown, world: World): void => expect(world).toBe(SHOP);

/** Calls that ask for what is so already. */
const IDLE = [
  row({ operation: 'iam:UpdateRole', world: SHOP, works: { RoleName: 'Till' }, then: unchanged, errors: [] }),
  row({
    operation: 'iam:UpdateAssumeRolePolicy',
    world: SHOP,
    works: { RoleName: 'Till', PolicyDocument: EC2 },
    then: unchanged,
    errors: [],
  }),
  row({
    operation: 'iam:TagRole',
    world: SHOP,
    works: { RoleName: 'Till', Tags: [{ Key: 'team', Value: 'sales' }] },
    then: unchanged,
    errors: [],
  }),
  row({
    operation: 'iam:UntagRole',
    world: SHOP,
    works: { RoleName: 'Till', TagKeys: ['never'] },
    then: unchanged,
    errors: [],
  }),
  row({
    operation: 'iam:PutRolePermissionsBoundary',
    world: SHOP,
    works: { RoleName: 'Till', PermissionsBoundary: WRITE_DRAFTS },
    then: unchanged,
    errors: [],
  }),
  row({
    operation: 'iam:TagInstanceProfile',
    world: SHOP,
    works: { InstanceProfileName: 'Till', Tags: [{ Key: 'team', Value: 'sales' }] },
    then: unchanged,
    errors: [],
  }),
] as const;

export const ROLES = [
  ...IDLE,
  row({
    operation: 'iam:CreateRole',
    world: SHOP,
    works: {
      RoleName: 'Driver',
      Path: '/shop/',
      AssumeRolePolicyDocument: trusting({
        AWS: [
          '999988887777',
          'arn:aws:iam::999988887777:role/Unknown',
          `${IAM}:root`,
          `${IAM}:user/noor`,
          `${IAM}:role/shop/Till`,
          `arn:aws:iam::${NEIGHBOUR}:user/kim`,
          `arn:aws:sts::${BOOKSHOP}:assumed-role/Till/noor`,
        ],
        Service: 'ec2.amazonaws.com',
      }),
      Description: 'Drives the van.',
      MaxSessionDuration: 7200,
      PermissionsBoundary: WRITE_DRAFTS,
      Tags: [{ Key: 'team', Value: 'sales' }],
    },
    then: ({ Role: created }, world) => {
      expect(created).toMatchObject({
        Path: '/shop/',
        RoleName: 'Driver',
        Arn: `${IAM}:role/shop/Driver`,
        Description: 'Drives the van.',
        MaxSessionDuration: 7200,
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: WRITE_DRAFTS },
        Tags: [{ Key: 'team', Value: 'sales' }],
      });
      expect(created.RoleId).toMatch(/^AROA[A-Z2-7]{17}$/);
      expect(created).not.toHaveProperty('RoleLastUsed');
      expect(roleIn(world, 'Driver')?.trusted).toEqual({
        [`${IAM}:user/noor`]: NOOR_ID,
        [`${IAM}:role/shop/Till`]: 'AROATILLAAAAAAAAAAAAA',
        [`arn:aws:iam::${NEIGHBOUR}:user/kim`]: 'AIDAKIMAAAAAAAAAAAAAA',
      });
      expect(profileIn(world, 'Driver')).toBeUndefined();
    },
    errors: [
      {
        input: { RoleName: 'TILL', AssumeRolePolicyDocument: EC2 },
        code: 'EntityAlreadyExists',
        message: 'Role with name TILL already exists.',
      },
      ...BAD_TRUST.map(({ document, ...error }) => ({
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: document },
        ...error,
      })),
      {
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: trusting({ AWS: `${IAM}:role/Driver` }) },
        code: 'MalformedPolicyDocument',
        message: `Invalid principal in policy: "AWS":"${IAM}:role/Driver"`,
      },
      ...BAD_BOUNDARIES.map(({ boundary, ...error }) => ({
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: EC2, PermissionsBoundary: boundary },
        ...error,
      })),
      {
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: EC2, Tags: TWICE },
        code: 'InvalidInput',
        message: DUPLICATE,
      },
      {
        input: {
          RoleName: 'Driver',
          AssumeRolePolicyDocument: EC2,
          Tags: [{ Key: 'AWS:team', Value: 'a' }],
        },
        code: 'InvalidInput',
        message: RESERVED_KEY,
      },
      {
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: EC2, Tags: [...FIFTY, ...TWICE] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
      },
      {
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: EC2, MaxSessionDuration: 3599 },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '3599' at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600",
      },
      {
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: EC2, MaxSessionDuration: 43_201 },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '43201' at 'maxSessionDuration' failed to satisfy constraint: Member must have value less than or equal to 43200",
      },
      {
        input: {
          RoleName: 'Driver',
          AssumeRolePolicyDocument: EC2,
          Description: 'Drives the van \u2013 fast.',
        },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'Drives the van \u2013 fast.' at 'description' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*",
      },
      {
        input: { RoleName: 'Mine', Path: '/aws-service-role/x/', AssumeRolePolicyDocument: EC2 },
        code: 'InvalidInput',
        message: "Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles",
      },
      {
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: EC2 },
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for RolesPerAccount: 1000',
        world: withBookshop((account) => ({
          ...account,
          roles: byName(...Array.from({ length: 1000 }, (_, at) => role(`R${at}`))),
        })),
      },
      {
        input: {
          RoleName: 'Driver',
          AssumeRolePolicyDocument: EC2,
          Tags: [{ Key: 'team', Value: 'sales' }],
        },
        ...denied('iam:TagRole', 'role Driver'),
        world: withAmira(allow('iam:CreateRole')),
        caller: amira,
      },
      {
        input: { RoleName: 'Driver', AssumeRolePolicyDocument: EC2 },
        ...denied('iam:CreateRole', `${IAM}:role/Driver`),
        world: withAmira(underBoundary(WRITE_DRAFTS)),
        caller: amira,
      },
    ],
  }),
  row({
    operation: 'iam:CreateRole',
    world: SHOP,
    works: { RoleName: 'Driver', AssumeRolePolicyDocument: sizedTrust(2_048) },
    then: ({ Role: created }, world) => {
      expect(Object.keys(created).toSorted()).toEqual([
        'Arn',
        'AssumeRolePolicyDocument',
        'CreateDate',
        'Path',
        'RoleId',
        'RoleName',
      ]);
      expect(roleIn(world, 'Driver')).toMatchObject({ maxSessionDuration: 3600, trusted: {} });
    },
    errors: [],
  }),
  row({
    operation: 'iam:GetRole',
    world: SHOP,
    works: { RoleName: 'till' },
    then: ({ Role: shown }) =>
      expect(shown).toEqual({
        Path: '/shop/',
        RoleName: 'Till',
        RoleId: 'AROATILLAAAAAAAAAAAAA',
        Arn: `${IAM}:role/shop/Till`,
        CreateDate: CREATED,
        AssumeRolePolicyDocument: EC2,
        Description: 'Runs the till.',
        MaxSessionDuration: 3600,
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: WRITE_DRAFTS },
        Tags: [
          { Key: 'Team', Value: 'sales' },
          { Key: 'stage', Value: 'test' },
        ],
        RoleLastUsed: {},
      }),
    errors: [
      noRole({}),
      {
        input: { RoleName: 'Editor' },
        ...denied('iam:GetRole', 'role Editor'),
        world: withAmira(underBoundary(WRITE_DRAFTS)),
        caller: amira,
      },
    ],
  }),
  row({
    operation: 'iam:GetRole',
    world: withAmira(underBoundary(WRITE_DRAFTS)),
    caller: amira,
    works: { RoleName: 'Till' },
    errors: [],
  }),
  row({
    operation: 'iam:ListRoles',
    world: SHOP,
    works: {},
    then: ({ Roles, ...page }) => {
      expect(Roles.map(({ RoleName }) => RoleName)).toEqual(['Editor', 'Spare', RESERVED, LINKED, 'Till']);
      expect(Object.keys(Roles[4] ?? {}).toSorted()).toEqual([
        'Arn',
        'AssumeRolePolicyDocument',
        'CreateDate',
        'Description',
        'MaxSessionDuration',
        'Path',
        'RoleId',
        'RoleName',
      ]);
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: [],
  }),
  row({
    operation: 'iam:ListRoles',
    world: SHOP,
    works: { PathPrefix: '/aws-', MaxItems: 1 },
    then: ({ Roles, ...page }) => {
      expect(Roles.map(({ RoleName }) => RoleName)).toEqual([RESERVED]);
      expect(page).toEqual({
        IsTruncated: true,
        Marker: markerAfterEntity('/aws-reserved/sso.amazonaws.com/', RESERVED),
      });
    },
    errors: [],
  }),
  row({
    operation: 'iam:UpdateRole',
    world: SHOP,
    works: { RoleName: 'Till', MaxSessionDuration: 43_200 },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Till')).toMatchObject({
        description: 'Runs the till.',
        maxSessionDuration: 43_200,
      });
    },
    errors: [
      noRole({}),
      onlyAws(LINKED, { Description: 'Mine.' }),
      onlyAws(RESERVED, { Description: 'Mine.' }),
    ],
  }),
  row({
    operation: 'iam:UpdateRole',
    world: SHOP,
    works: { RoleName: 'Till', Description: '' },
    then: (_output, world) =>
      expect(roleIn(world, 'Till')).toMatchObject({ description: '', maxSessionDuration: 3600 }),
    errors: [],
  }),
  row({
    operation: 'iam:UpdateRoleDescription',
    world: SHOP,
    works: { RoleName: LINKED, Description: 'For support.' },
    then: ({ Role: shown }, world) => {
      expect(shown).toMatchObject({ RoleName: LINKED, Description: 'For support.' });
      expect(roleIn(world, LINKED)?.description).toBe('For support.');
    },
    errors: [noRole({ Description: '' }), onlyAws(RESERVED, { Description: 'Mine.' })],
  }),
  row({
    operation: 'iam:UpdateAssumeRolePolicy',
    world: SHOP,
    works: {
      RoleName: 'Till',
      PolicyDocument: trusting({ AWS: [`${IAM}:role/shop/Till`, `${IAM}:user/jonas`] }),
    },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Till')?.trusted).toEqual({
        [`${IAM}:role/shop/Till`]: 'AROATILLAAAAAAAAAAAAA',
        [`${IAM}:user/jonas`]: 'AIDAJONASAAAAAAAAAAAA',
      });
    },
    errors: [
      noRole({ PolicyDocument: EC2 }),
      onlyAws(LINKED, { PolicyDocument: EC2 }),
      onlyAws(RESERVED, { PolicyDocument: EC2 }),
      ...BAD_TRUST.map(({ document, ...error }) => ({
        input: { RoleName: 'Till', PolicyDocument: document },
        ...error,
      })),
    ],
  }),
  row({
    // The user was made again under its old name: saving the same text means the new one.
    operation: 'iam:UpdateAssumeRolePolicy',
    world: withRole('Till', { trust: NOOR, trusted: { [`${IAM}:user/noor`]: 'AIDAFORMERNOORAAAAAAA' } }),
    works: { RoleName: 'Till', PolicyDocument: NOOR },
    then: (_output, world) =>
      expect(roleIn(world, 'Till')).toMatchObject({
        trust: NOOR,
        trusted: { [`${IAM}:user/noor`]: NOOR_ID },
      }),
    errors: [],
  }),
  ...[
    [
      { AWS: [BOOKSHOP, '999988887777'] },
      { AWS: [`${IAM}:root`, 'arn:aws:iam::999988887777:root'] },
    ] as const,
    ['*', '*'] as const,
    [{ AWS: '*' }, { AWS: '*' }] as const,
  ].map(([given, shown]) =>
    row({
      operation: 'iam:UpdateAssumeRolePolicy',
      world: SHOP,
      works: { RoleName: 'Till', PolicyDocument: trusting(given) },
      then: (_output, world) =>
        expect(JSON.parse(roleIn(world, 'Till')?.trust ?? '')).toEqual(JSON.parse(trusting(shown))),
      errors: [],
    }),
  ),
  row({
    operation: 'iam:DeleteRole',
    world: withRole('Spare', {
      trust: trusting({ AWS: `${IAM}:role/Spare` }),
      trusted: { [`${IAM}:role/Spare`]: 'AROASPAREAAAAAAAAAAAA' },
      boundary: WRITE_DRAFTS,
      tags: { team: 'sales' },
    }),
    works: { RoleName: 'Spare' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Spare')).toBeUndefined();
    },
    errors: [
      noRole({}),
      onlyAws(LINKED, {}),
      onlyAws(RESERVED, {}),
      {
        input: { RoleName: 'Till' },
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must remove roles from instance profile first.',
      },
      {
        input: { RoleName: 'Spare' },
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must detach all policies first.',
        world: withRole('Spare', { attached: [READ_ONLY.arn], inline: { All: policyText(allow('*')) } }),
      },
      {
        input: { RoleName: 'Spare' },
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must delete policies first.',
        world: withRole('Spare', { inline: { All: policyText(allow('*')) } }),
      },
    ],
  }),
  row({
    // Whoever trusted the role is left with its unique id.
    operation: 'iam:DeleteRole',
    world: withBookshop((account) => ({ ...account, instanceProfiles: EMPTY }), SHOP),
    works: { RoleName: 'Till' },
    then: (_output, world) =>
      expect(roleIn(world, 'Editor')).toMatchObject({
        trust: trusting({ AWS: [`${IAM}:user/noor`, 'AROATILLAAAAAAAAAAAAA'] }),
        trusted: { [`${IAM}:user/noor`]: NOOR_ID },
      }),
    errors: [],
  }),
  row({
    operation: 'iam:TagRole',
    world: SHOP,
    works: {
      RoleName: 'Till',
      Tags: [
        { Key: 'TEAM', Value: 'stock' },
        { Key: 'floor', Value: '' },
      ],
    },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Till')?.tags).toEqual({ Team: 'stock', stage: 'test', floor: '' });
    },
    errors: [
      noRole({ Tags: [] }),
      { input: { RoleName: 'Till', Tags: TWICE }, code: 'InvalidInput', message: DUPLICATE },
      {
        input: { RoleName: 'Till', Tags: [{ Key: 'aws:team', Value: 'a' }] },
        code: 'InvalidInput',
        message: RESERVED_KEY,
      },
      { input: { RoleName: 'Till', Tags: FIFTY }, code: 'LimitExceeded', message: TOO_MANY_TAGS },
      onlyAws(RESERVED, { Tags: [{ Key: 'team', Value: 'a' }] }),
    ],
  }),
  row({
    operation: 'iam:TagRole',
    world: SHOP,
    works: { RoleName: LINKED, Tags: [{ Key: 'team', Value: 'a' }] },
    then: (_output, world) => expect(roleIn(world, LINKED)?.tags).toEqual({ team: 'a' }),
    errors: [],
  }),
  row({
    operation: 'iam:UntagRole',
    world: SHOP,
    works: { RoleName: 'Till', TagKeys: ['team', 'never'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Till')?.tags).toEqual({ stage: 'test' });
    },
    errors: [noRole({ TagKeys: ['team'] }), onlyAws(RESERVED, { TagKeys: ['team'] })],
  }),
  row({
    operation: 'iam:ListRoleTags',
    world: SHOP,
    works: { RoleName: 'Till' },
    then: (output) =>
      expect(output).toEqual({
        Tags: [
          { Key: 'Team', Value: 'sales' },
          { Key: 'stage', Value: 'test' },
        ],
        IsTruncated: false,
      }),
    errors: [noRole({})],
  }),
  row({
    operation: 'iam:PutUserPermissionsBoundary',
    works: { UserName: 'Noor', PermissionsBoundary: WRITE_DRAFTS },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')).toEqual({
        ...userIn(WORLD, 'noor'),
        boundary: WRITE_DRAFTS,
      });
    },
    errors: [
      {
        input: { UserName: 'missing', PermissionsBoundary: WRITE_DRAFTS },
        code: 'NoSuchEntity',
        message: 'The user with name missing cannot be found.',
      },
      ...BAD_BOUNDARIES.map(({ boundary, ...error }) => ({
        input: { UserName: 'noor', PermissionsBoundary: boundary },
        ...error,
      })),
      {
        // The key is the boundary that is to be.
        input: { UserName: 'noor', PermissionsBoundary: READ_ONLY.arn },
        ...denied('iam:PutUserPermissionsBoundary', 'user noor'),
        world: withAmira(underBoundary(WRITE_DRAFTS)),
        caller: amira,
      },
    ],
  }),
  row({
    operation: 'iam:PutRolePermissionsBoundary',
    world: SHOP,
    works: { RoleName: 'Till', PermissionsBoundary: READ_ONLY.arn },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Till')?.boundary).toBe(READ_ONLY.arn);
    },
    errors: [
      noRole({ PermissionsBoundary: WRITE_DRAFTS }),
      onlyAws(LINKED, { PermissionsBoundary: WRITE_DRAFTS }),
      onlyAws(RESERVED, { PermissionsBoundary: WRITE_DRAFTS }),
      ...BAD_BOUNDARIES.map(({ boundary, ...error }) => ({
        input: { RoleName: 'Till', PermissionsBoundary: boundary },
        ...error,
      })),
      {
        input: { RoleName: 'Till', PermissionsBoundary: READ_ONLY.arn },
        ...denied('iam:PutRolePermissionsBoundary', 'role Till'),
        world: withAmira(underBoundary(WRITE_DRAFTS)),
        caller: amira,
      },
    ],
  }),
  row({
    operation: 'iam:DeleteUserPermissionsBoundary',
    world: withUser('noor', { boundary: WRITE_DRAFTS }),
    works: { UserName: 'noor' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(userIn(world, 'noor')?.boundary).toBeNull();
    },
    errors: [
      {
        input: { UserName: 'missing' },
        code: 'NoSuchEntity',
        message: 'The user with name missing cannot be found.',
      },
      {
        input: { UserName: 'jonas' },
        code: 'NoSuchEntity',
        message: 'The user with name jonas does not have a permissions boundary.',
      },
      {
        // The key is the boundary that is: who may take away one may not take away every one.
        input: { UserName: 'noor' },
        ...denied('iam:DeleteUserPermissionsBoundary', 'user noor'),
        world: withUser('noor', { boundary: WRITE_DRAFTS }, withAmira(underBoundary(READ_ONLY.arn))),
        caller: amira,
      },
    ],
  }),
  row({
    operation: 'iam:DeleteRolePermissionsBoundary',
    world: SHOP,
    works: { RoleName: 'Till' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(roleIn(world, 'Till')?.boundary).toBeNull();
    },
    errors: [
      noRole({}),
      onlyAws(LINKED, {}),
      onlyAws(RESERVED, {}),
      {
        input: { RoleName: 'Editor' },
        code: 'NoSuchEntity',
        message: 'The role with name Editor does not have a permissions boundary.',
      },
      {
        input: { RoleName: 'Till' },
        ...denied('iam:DeleteRolePermissionsBoundary', 'role Till'),
        world: withAmira(underBoundary(READ_ONLY.arn)),
        caller: amira,
      },
    ],
  }),
  row({
    operation: 'iam:CreateInstanceProfile',
    world: SHOP,
    works: { InstanceProfileName: 'Web', Path: '/shop/', Tags: TWICE },
    then: ({ InstanceProfile: created }, world) => {
      const { InstanceProfileId, ...rest } = created;
      expect(InstanceProfileId).toMatch(/^AIPA[A-Z2-7]{17}$/);
      expect(rest).toEqual({
        Path: '/shop/',
        InstanceProfileName: 'Web',
        Arn: `${IAM}:instance-profile/shop/Web`,
        CreateDate: NOW,
        Roles: [],
        Tags: TWICE,
      });
      expect(profileIn(world, 'Web')).toMatchObject({ role: null, tags: { Stage: 'a', stage: 'b' } });
    },
    errors: [
      {
        input: { InstanceProfileName: 'TILL' },
        code: 'EntityAlreadyExists',
        message: 'Instance Profile TILL already exists.',
      },
      { input: { InstanceProfileName: 'Web', Tags: SAME }, code: 'InvalidInput', message: DUPLICATE },
      {
        input: { InstanceProfileName: 'Web', Tags: [{ Key: 'aws:team', Value: 'a' }] },
        code: 'InvalidInput',
        message: RESERVED_KEY,
      },
      {
        input: { InstanceProfileName: 'Web' },
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for InstanceProfilesPerAccount: 1000',
        world: withBookshop((account) => ({
          ...account,
          instanceProfiles: byName(...Array.from({ length: 1000 }, (_, at) => profile(`P${at}`))),
        })),
      },
      {
        input: { InstanceProfileName: 'Web', Tags: [{ Key: 'team', Value: 'a' }] },
        ...denied('iam:TagInstanceProfile', 'instance profile Web'),
        world: withAmira(allow('iam:CreateInstanceProfile')),
        caller: amira,
      },
    ],
  }),
  row({
    operation: 'iam:GetInstanceProfile',
    world: SHOP,
    works: { InstanceProfileName: 'till' },
    then: ({ InstanceProfile: shown }) => {
      expect(shown).toMatchObject({
        Path: '/shop/',
        InstanceProfileName: 'Till',
        Arn: `${IAM}:instance-profile/shop/Till`,
        Roles: [{ RoleName: 'Till', AssumeRolePolicyDocument: EC2 }],
        Tags: [
          { Key: 'Team', Value: 'all' },
          { Key: 'team', Value: 'sales' },
        ],
      });
      expect(shown.Roles[0]).not.toHaveProperty('Tags');
    },
    errors: [noProfile({})],
  }),
  row({
    operation: 'iam:ListInstanceProfiles',
    world: SHOP,
    works: {},
    then: ({ InstanceProfiles, ...page }) => {
      expect(InstanceProfiles.map(({ InstanceProfileName }) => InstanceProfileName)).toEqual([
        'Desk',
        'Empty',
        'Till',
      ]);
      expect(InstanceProfiles[2]).not.toHaveProperty('Tags');
      expect(page).toEqual({ IsTruncated: false });
    },
    errors: [],
  }),
  row({
    operation: 'iam:ListInstanceProfiles',
    world: SHOP,
    works: { PathPrefix: '/shop/' },
    then: ({ InstanceProfiles }) => expect(InstanceProfiles).toMatchObject([{ InstanceProfileName: 'Till' }]),
    errors: [],
  }),
  row({
    operation: 'iam:ListInstanceProfilesForRole',
    world: SHOP,
    works: { RoleName: 'Till', MaxItems: 1 },
    then: (output) =>
      expect(output).toMatchObject({
        InstanceProfiles: [{ InstanceProfileName: 'Desk', Roles: [{ RoleName: 'Till' }] }],
        IsTruncated: true,
      }),
    errors: [noRole({})],
  }),
  row({
    operation: 'iam:AddRoleToInstanceProfile',
    world: SHOP,
    works: { InstanceProfileName: 'Empty', RoleName: 'till' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(profileIn(world, 'Empty')?.role).toBe('Till');
    },
    errors: [
      noProfile({ RoleName: 'Till' }),
      noRole({ InstanceProfileName: 'Empty' }),
      {
        input: { InstanceProfileName: 'Till', RoleName: 'Spare' },
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
      },
      {
        input: { InstanceProfileName: 'Till', RoleName: 'till' },
        code: 'EntityAlreadyExists',
        message: 'Role Till is already in instance profile Till.',
      },
      onlyAws(LINKED, { InstanceProfileName: 'Empty' }),
      onlyAws(RESERVED, { InstanceProfileName: 'Empty' }),
      {
        input: { InstanceProfileName: 'Empty', RoleName: 'Till' },
        ...denied('iam:PassRole', `${IAM}:role/shop/Till`),
        world: withAmira(allow('iam:AddRoleToInstanceProfile')),
        caller: amira,
      },
    ],
  }),
  row({
    // What a role is passed to can be a condition.
    operation: 'iam:AddRoleToInstanceProfile',
    world: withAmira(allow('iam:AddRoleToInstanceProfile', `${IAM}:instance-profile/Empty`), {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: `${IAM}:role/shop/*`,
      Condition: {
        StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
        ArnLike: { 'iam:AssociatedResourceArn': `arn:aws:ec2:*:${BOOKSHOP}:instance/*` },
      },
    }),
    caller: amira,
    works: { InstanceProfileName: 'Empty', RoleName: 'Till' },
    errors: [],
  }),
  row({
    operation: 'iam:RemoveRoleFromInstanceProfile',
    world: SHOP,
    works: { InstanceProfileName: 'Till', RoleName: 'Till' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(profileIn(world, 'Till')?.role).toBeNull();
    },
    errors: [
      noProfile({ RoleName: 'Till' }),
      noRole({ InstanceProfileName: 'Till' }),
      {
        input: { InstanceProfileName: 'Till', RoleName: 'Spare' },
        code: 'NoSuchEntity',
        message: 'The role with name Spare cannot be found.',
      },
      onlyAws(LINKED, { InstanceProfileName: 'Till' }),
      onlyAws(RESERVED, { InstanceProfileName: 'Till' }),
    ],
  }),
  row({
    operation: 'iam:DeleteInstanceProfile',
    world: SHOP,
    works: { InstanceProfileName: 'Empty' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(profileIn(world, 'Empty')).toBeUndefined();
    },
    errors: [
      noProfile({}),
      {
        input: { InstanceProfileName: 'Till' },
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must remove roles from instance profile first.',
      },
    ],
  }),
  row({
    operation: 'iam:TagInstanceProfile',
    world: SHOP,
    works: {
      InstanceProfileName: 'Till',
      Tags: [
        { Key: 'Team', Value: 'none' },
        { Key: 'TEAM', Value: 'new' },
      ],
    },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(profileIn(world, 'Till')?.tags).toEqual({ team: 'sales', Team: 'none', TEAM: 'new' });
    },
    errors: [
      noProfile({ Tags: [] }),
      { input: { InstanceProfileName: 'Till', Tags: SAME }, code: 'InvalidInput', message: DUPLICATE },
      {
        input: { InstanceProfileName: 'Till', Tags: [{ Key: 'aws:team', Value: 'a' }] },
        code: 'InvalidInput',
        message: RESERVED_KEY,
      },
      {
        input: { InstanceProfileName: 'Till', Tags: FIFTY },
        code: 'LimitExceeded',
        message: TOO_MANY_TAGS,
      },
    ],
  }),
  row({
    operation: 'iam:UntagInstanceProfile',
    world: SHOP,
    works: { InstanceProfileName: 'Till', TagKeys: ['team', 'TEAM'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(profileIn(world, 'Till')?.tags).toEqual({ Team: 'all' });
    },
    errors: [noProfile({ TagKeys: ['team'] })],
  }),
  row({
    operation: 'iam:ListInstanceProfileTags',
    world: SHOP,
    works: { InstanceProfileName: 'Till' },
    then: (output) =>
      expect(output).toEqual({
        Tags: [
          { Key: 'Team', Value: 'all' },
          { Key: 'team', Value: 'sales' },
        ],
        IsTruncated: false,
      }),
    errors: [noProfile({})],
  }),
] as const;
