// Rows: AWS STS, for callers with credentials.
import { expect } from 'vitest';
import { TOTP, Secret } from 'otpauth';
import { tableOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { temporaryKey } from '../../../src/api/operations/sts/temporary-key.ts';
import { sessionFacts } from '../../../src/api/session-token.ts';
import { encodeAuthorizationMessage } from '../../../src/api/authorization-message.ts';
import { epochMillis, addSeconds } from '../../../src/aws/instant.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { amira, ask } from '../../fixtures/ask.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  caller,
  environment,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  ROOT,
  withBookshop,
  withUser,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import {
  federated,
  NOOR_KEY,
  NOOR_PHONE,
  noorWithKey,
  noorWithToken,
  role,
  roleArnOf,
  rootWithKey,
  SEED,
  session,
  STS_WORLD,
} from '../../fixtures/sts.ts';
import { row } from '../row.ts';

const NOOR = `arn:aws:iam::${BOOKSHOP}:user/noor`;
const DESK = roleArnOf('Desk');
const DESK_SESSION = `arn:aws:sts::${BOOKSHOP}:assumed-role/Desk/noor`;
const NARROW = policyText(allow('s3:GetObject', 'arn:aws:s3:::maple-drafts/*'));
const CODE = TOTP.generate({ secret: Secret.fromBase32(SEED), timestamp: epochMillis(NOW) });

const denied = (who: string, action: string, resource: string, why = '') =>
  ({
    code: 'AccessDenied',
    message: `User: ${who} is not authorized to perform: ${action} on resource: ${resource}${why}`,
  }) as const;
const invalid = (message: string) => ({ code: 'ValidationError', message }) as const;
const breaks = (value: string, at: string, constraint: string) =>
  invalid(
    `1 validation error detected: Value${value} at '${at}' failed to satisfy constraint: ${constraint}`,
  );
const badTags = (message: string) => ({ code: 'InvalidParameterValue', message }) as const;
const malformed = (message: string) => ({ code: 'MalformedPolicyDocument', message }) as const;

const desk = { RoleArn: DESK, RoleSessionName: 'noor' } as const;
const NEXT = { RoleArn: roleArnOf('Next'), RoleSessionName: 'noor' } as const;
const NO_TRUST = ' because no role trust policy allows the sts:AssumeRole action';
const NAME_PATTERN = 'Member must satisfy regular expression pattern: [\\w+=,.@-]*';

/** Who the credentials in an answer are, as the token that goes with them says. */
const holder = ({ Credentials }: { readonly Credentials: { readonly SessionToken: string } }) =>
  sessionFacts(Credentials.SessionToken)?.caller;

const TAGGED = session('Desk', {
  sessionTags: { team: 'night', floor: '2' },
  transitiveTags: ['team'],
  sourceIdentity: 'noor',
});

const nine = Array.from({ length: 9 }, (_, at) => ({ Key: `T${at + 1}`, Value: 'a'.repeat(250) }));
const policyOf = (characters: number): string => {
  const text = (sid: string) =>
    `{"Statement":[{"Sid":"${sid}","Effect":"Allow","Action":"s3:*","Resource":"*"}]}`;
  return text('A'.repeat(characters - text('').length));
};
const TOO_LONG = policyOf(2049);

/** The errors that all calls with session policies share. */
const policyErrors = <Input extends object>(base: Input) =>
  [
    [{ Policy: '{' }, malformed('This policy contains invalid Json')],
    [{ Policy: '{"Statement":[{"Effect":"Allow"}]}' }, malformed('Policy statement must contain actions.')],
    [
      { Policy: policyText(allow('sqs:*', 'arn:aws:sqs')) },
      malformed('Resource arn:aws:sqs must be in ARN format or "*".'),
    ],
    [
      { PolicyArns: [{ arn: `arn:aws:iam::${BOOKSHOP}:policy/Gone` as Arn }] },
      invalid(`Policy ARN arn:aws:iam::${BOOKSHOP}:policy/Gone does not exist or is not attachable.`),
    ],
    [
      { Policy: policyOf(2048 - WRITE_DRAFTS.length + 1), PolicyArns: [{ arn: WRITE_DRAFTS }] },
      malformed('Session policies and managed policy ARNs of 2049 characters exceed the limit of 2048.'),
    ],
    [
      { Policy: policyOf(2048) },
      {
        code: 'PackedPolicyTooLarge',
        message: 'Packed policy consumes 113% of allotted space, please use smaller policy.',
      },
    ],
    [
      { PolicyArns: Array.from({ length: 11 }, () => ({ arn: READ_ONLY.arn })) },
      breaks('', 'policyArns', 'Member must have length less than or equal to 10'),
    ],
  ].map(([more, error]) => ({
    input: { ...base, ...more },
    ...(error as typeof error & ReturnType<typeof malformed>),
  }));

const tagErrors = <Input extends object>(base: Input) => [
  {
    input: {
      ...base,
      Tags: [
        { Key: 'Team', Value: 'a' },
        { Key: 'team', Value: 'b' },
      ],
    },
    ...badTags('Duplicate tag keys found. Please note that Tag keys are case insensitive.'),
  },
  {
    input: { ...base, Tags: [{ Key: 'AWS:x', Value: '' }] },
    ...badTags('Tag keys starting with aws: are reserved.'),
  },
  {
    input: { ...base, Tags: nine },
    code: 'PackedPolicyTooLarge',
    message: 'Packed size of session tags consumes 498% of allotted space.',
  },
];

const MFA_UNKNOWN =
  'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.';
const mfaErrors = <Input extends object>(base: Input) => [
  {
    input: { ...base, SerialNumber: NOOR_PHONE, TokenCode: CODE === '000000' ? '111111' : '000000' },
    code: 'AccessDenied',
    message: 'MultiFactorAuthentication failed with invalid MFA one time pass code.',
  },
  ...[
    'mfa/amira-phone',
    'mfa/spare',
    'mfa/root-account-mfa-device',
    'mfa/none',
    'u2f/user/noor/key-ABCDEF',
  ].map((name) => ({
    input: { ...base, SerialNumber: `arn:aws:iam::${BOOKSHOP}:${name}`, TokenCode: CODE },
    code: 'AccessDenied',
    message: MFA_UNKNOWN,
  })),
  {
    input: { ...base, SerialNumber: NOOR_PHONE },
    code: 'AccessDenied',
    message: 'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
  },
  {
    input: { ...base, SerialNumber: NOOR_PHONE, TokenCode: '12345a' },
    ...breaks('', 'tokenCode', 'Member must satisfy regular expression pattern: [\\d]*'),
  },
];

const longTermOnly = (call: string) =>
  ({ code: 'AccessDenied', message: `Cannot call ${call} with session credentials` }) as const;

/** `Next` may be assumed from `Desk`, and that is all. */
const UNTAGGED = withBookshop(
  (account) => ({
    ...account,
    roles: adding(
      account.roles,
      role(
        'Next',
        policyText({ Effect: 'Allow', Principal: { AWS: DESK_SESSION }, Action: 'sts:AssumeRole' }),
      ),
    ),
  }),
  STS_WORLD,
);

const gone = session('Gone', { roleArn: roleArnOf('Gone') });

/** An organization in which the bookshop rules, and root sessions may be had of the neighbour. */
const rooted = (more: Partial<NonNullable<World['organization']>> = {}): World => ({
  ...withUser('noor', { inline: { Root: policyText(allow('sts:AssumeRoot')) } }, STS_WORLD),
  organization: {
    id: 'o-maple12345',
    managementAccount: BOOKSHOP,
    featureSet: 'ALL',
    root: 'r-map1',
    enabledTypes: [],
    units: tableOf({}),
    members: tableOf(
      Object.fromEntries(
        [BOOKSHOP, NEIGHBOUR].map((account) => [
          account,
          {
            account,
            parent: 'r-map1',
            joined: NOW,
            method: 'CREATED' as const,
            status: 'ACTIVE' as const,
            tags: {},
          },
        ]),
      ),
    ),
    policies: tableOf({}),
    attached: tableOf({}),
    creations: tableOf({}),
    trustedServices: tableOf({ 'iam.amazonaws.com': { enabled: NOW } }),
    delegatedAdministrators: tableOf({}),
    rootFeatures: ['RootSessions'],
    resourcePolicy: null,
    rootTags: {},
    ...more,
  },
});

const AUDIT: Arn = 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials';
const NEIGHBOUR_ROOT: Arn = `arn:aws:iam::${NEIGHBOUR}:root`;
const auditing = { TargetPrincipal: NEIGHBOUR, TaskPolicyArn: { arn: AUDIT } } as const;
const notRoot = { input: auditing, ...denied(NOOR, 'sts:AssumeRoot', NEIGHBOUR_ROOT) };

const [refusal] = ask(caller('noor'), { operation: 's3:ListBuckets', input: {} }).evaluations;
const ENCODED = refusal ? encodeAuthorizationMessage(refusal) : '';

export const STS = [
  row({
    operation: 'sts:AssumeRole',
    world: STS_WORLD,
    caller: noorWithKey,
    works: {
      ...desk,
      DurationSeconds: 7200,
      Policy: NARROW,
      PolicyArns: [{ arn: WRITE_DRAFTS }, { arn: READ_ONLY.arn }],
      Tags: [
        { Key: 'Team', Value: 'night' },
        { Key: 'shift', Value: '' },
      ],
      TransitiveTagKeys: ['team'],
      SourceIdentity: 'noor',
    },
    then: (output) => {
      expect(output).toMatchObject({
        AssumedRoleUser: { AssumedRoleId: 'AROADESKAAAAAAAAAAAAA:noor', Arn: DESK_SESSION },
        SourceIdentity: 'noor',
        Credentials: { Expiration: addSeconds(NOW, 7200) },
      });
      expect(output.PackedPolicySize).toBeGreaterThan(0);
      expect(output.Credentials.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
      expect(output.Credentials.SecretAccessKey).toMatch(/^[\w+/]{40}$/);
      expect(holder(output)).toEqual(
        session('Desk', {
          origin: { kind: 'assumeRole', mfa: null },
          sessionTags: { Team: 'night', shift: '' },
          transitiveTags: ['team'],
          sourceIdentity: 'noor',
          policies: { policy: NARROW, policyArns: [WRITE_DRAFTS, READ_ONLY.arn] },
          credentials: {
            kind: 'role',
            accessKeyId: output.Credentials.AccessKeyId,
            issued: NOW,
            expires: addSeconds(NOW, 7200),
            mfa: null,
          },
        }),
      );
    },
    errors: [
      // Whether the role is there or not, and whoever it is in.
      ...['Gone', 'Vault', 'Next'].map((name) => ({
        input: { ...desk, RoleArn: roleArnOf(name) },
        ...denied(NOOR, 'sts:AssumeRole', roleArnOf(name), NO_TRUST),
      })),
      {
        input: { ...desk, RoleArn: roleArnOf('desk') },
        ...denied(NOOR, 'sts:AssumeRole', roleArnOf('desk'), NO_TRUST),
      },
      // Trusted with its account only, noor needs a permission of its own, and the external id.
      {
        input: { ...desk, RoleArn: roleArnOf('Press', NEIGHBOUR), ExternalId: 'maple-7' },
        ...denied(NOOR, 'sts:AssumeRole', roleArnOf('Press', NEIGHBOUR)),
      },
      {
        input: { ...desk, RoleArn: roleArnOf('Press', NEIGHBOUR), ExternalId: 'maple-8' },
        world: withUser('noor', { inline: { A: policyText(allow('sts:*')) } }, STS_WORLD),
        ...denied(NOOR, 'sts:AssumeRole', roleArnOf('Press', NEIGHBOUR)),
      },
      {
        input: desk,
        caller: rootWithKey,
        code: 'AccessDenied',
        message: 'Roles may not be assumed by root accounts.',
      },
      { input: desk, caller: federated, ...longTermOnly('AssumeRole') },
      {
        input: { ...NEXT, Tags: [{ Key: 'a', Value: 'b' }] },
        caller: session('Desk'),
        world: UNTAGGED,
        ...denied(
          DESK_SESSION,
          'sts:TagSession',
          NEXT.RoleArn,
          ' because no role trust policy allows the sts:TagSession action',
        ),
      },
      // The source identity of a chain stays what it was.
      {
        input: { ...NEXT, SourceIdentity: 'jonas' },
        caller: TAGGED,
        ...denied(DESK_SESSION, 'sts:SetSourceIdentity', NEXT.RoleArn),
      },
      {
        input: { ...desk, ProvidedContexts: [{ ContextAssertion: 'a.b.c' }] },
        ...invalid('The provided context assertion is invalid.'),
      },
      { input: { ...desk, RoleArn: NOOR }, ...invalid(`${NOOR} is invalid`) },
      {
        input: { ...desk, RoleSessionName: 'no or' },
        ...breaks(" 'no or'", 'roleSessionName', NAME_PATTERN),
      },
      {
        input: { ...desk, ExternalId: 'x' },
        ...breaks(" 'x'", 'externalId', 'Member must have length greater than or equal to 2'),
      },
      {
        input: { ...desk, SourceIdentity: 'aws:noor' },
        ...breaks(" 'aws:noor'", 'sourceIdentity', NAME_PATTERN),
      },
      {
        input: { ...desk, DurationSeconds: 899 },
        ...breaks(" '899'", 'durationSeconds', 'Member must have value greater than or equal to 900'),
      },
      {
        input: { ...desk, DurationSeconds: 7201 },
        ...invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
      },
      ...[session('Desk'), noorWithToken].map((whose) => ({
        input: { ...(whose === noorWithToken ? desk : NEXT), DurationSeconds: 3601 },
        caller: whose,
        ...invalid(
          'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
        ),
      })),
      ...policyErrors(desk),
      {
        input: { ...desk, Policy: TOO_LONG },
        ...malformed('Session policies and managed policy ARNs of 2049 characters exceed the limit of 2048.'),
      },
      ...tagErrors(desk),
      {
        input: { ...desk, TransitiveTagKeys: ['team'] },
        ...badTags('The specified transitive tag key must be included in the requested tags.'),
      },
      ...[{ Tags: [{ Key: 'TEAM', Value: '' }] }, { TransitiveTagKeys: ['Team'] }].map((tags) => ({
        input: { ...NEXT, ...tags },
        caller: TAGGED,
        ...badTags(
          "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
        ),
      })),
      ...mfaErrors(desk),
      {
        input: { ...NEXT, SerialNumber: NOOR_PHONE, TokenCode: CODE },
        caller: session('Desk'),
        code: 'AccessDenied',
        message: MFA_UNKNOWN,
      },
      {
        input: desk,
        caller: { ...noorWithToken, credentials: { ...noorWithToken.credentials, expires: NOW } },
        code: 'ExpiredToken',
        message: 'The security token included in the request is expired',
      },
    ],
  }),
  row({
    operation: 'sts:GetSessionToken',
    world: STS_WORLD,
    caller: noorWithKey,
    works: {},
    then: (output) => {
      expect(holder(output)).toEqual({
        kind: 'user',
        account: BOOKSHOP,
        name: 'noor',
        id: 'AIDANOORAAAAAAAAAAAAA',
        credentials: {
          kind: 'sessionToken',
          accessKeyId: output.Credentials.AccessKeyId,
          issued: NOW,
          expires: addSeconds(NOW, 12 * 3600),
          mfa: null,
        },
      });
    },
    errors: [
      ...[noorWithToken, session('Desk'), federated, ROOT, caller('noor')].map((whose) => ({
        input: {},
        caller: whose,
        ...longTermOnly('GetSessionToken'),
      })),
      {
        input: { DurationSeconds: 129_601 },
        ...breaks(" '129601'", 'durationSeconds', 'Member must have value less than or equal to 129600'),
      },
      ...mfaErrors({}),
    ],
  }),
  row({
    operation: 'sts:GetSessionToken',
    world: STS_WORLD,
    caller: rootWithKey,
    works: { DurationSeconds: 7200 },
    then: (output) => {
      expect(output.Credentials.Expiration).toBe(addSeconds(NOW, 3600));
      expect(holder(output)).toMatchObject({
        kind: 'root',
        credentials: { kind: 'sessionToken', mfa: null },
      });
    },
    errors: [],
  }),
  row({
    operation: 'sts:GetFederationToken',
    world: withUser('noor', { inline: { F: policyText(allow(['sts:*'])) } }, STS_WORLD),
    caller: noorWithKey,
    works: { Name: 'guest', Policy: NARROW, Tags: [{ Key: 'team', Value: 'guests' }] },
    then: (output) => {
      expect(output.FederatedUser).toEqual({
        FederatedUserId: `${BOOKSHOP}:guest`,
        Arn: `arn:aws:sts::${BOOKSHOP}:federated-user/guest`,
      });
      expect(holder(output)).toEqual({
        ...federated,
        sessionTags: { team: 'guests' },
        policies: { policy: NARROW, policyArns: [] },
        credentials: {
          kind: 'federation',
          accessKeyId: output.Credentials.AccessKeyId,
          issued: NOW,
          expires: addSeconds(NOW, 12 * 3600),
          mfa: null,
        },
      });
    },
    errors: [
      ...[noorWithToken, session('Desk'), federated, ROOT, caller('noor')].map((whose) => ({
        input: { Name: 'guest' },
        caller: whose,
        ...longTermOnly('GetFederationToken'),
      })),
      {
        input: { Name: 'guest', Tags: [{ Key: 'team', Value: 'guests' }] },
        world: withUser('noor', { inline: { F: policyText(allow('sts:GetFederationToken')) } }, STS_WORLD),
        ...denied(
          NOOR,
          'sts:TagSession',
          `arn:aws:sts::${BOOKSHOP}:federated-user/guest`,
          ' because no identity-based policy allows the sts:TagSession action',
        ),
      },
      {
        input: { Name: 'x' },
        ...breaks(" 'x'", 'name', 'Member must have length greater than or equal to 2'),
      },
      {
        input: { Name: 'guest', DurationSeconds: 1 },
        ...breaks(" '1'", 'durationSeconds', 'Member must have value greater than or equal to 900'),
      },
      {
        input: { Name: 'guest', Policy: TOO_LONG },
        ...breaks('', 'policy', 'Member must have length less than or equal to 2048'),
      },
      ...policyErrors({ Name: 'guest' }),
      ...tagErrors({ Name: 'guest' }),
    ],
  }),
  row({
    operation: 'sts:GetFederationToken',
    world: STS_WORLD,
    caller: rootWithKey,
    works: { Name: 'guest', DurationSeconds: 129_600 },
    then: (output) => {
      expect(output.PackedPolicySize).toBe(0);
      expect(output.Credentials.Expiration).toBe(addSeconds(NOW, 3600));
      expect(holder(output)).toMatchObject({ kind: 'federatedUser', issuer: { kind: 'root' } });
    },
    errors: [],
  }),
  row({
    operation: 'sts:AssumeRoot',
    world: rooted(),
    caller: noorWithKey,
    works: auditing,
    then: (output) => {
      expect(holder(output)).toEqual({
        kind: 'root',
        account: NEIGHBOUR,
        task: AUDIT,
        credentials: {
          kind: 'assumeRoot',
          accessKeyId: output.Credentials.AccessKeyId,
          issued: NOW,
          expires: addSeconds(NOW, 900),
          mfa: null,
        },
      });
    },
    errors: [
      {
        input: auditing,
        world: { ...rooted(), accounts: STS_WORLD.accounts },
        ...denied(
          NOOR,
          'sts:AssumeRoot',
          NEIGHBOUR_ROOT,
          ' because no identity-based policy allows the sts:AssumeRoot action',
        ),
      },
      { ...notRoot, world: rooted({ rootFeatures: ['RootCredentialsManagement'] }) },
      { ...notRoot, world: rooted({ trustedServices: tableOf({}) }) },
      { ...notRoot, world: rooted({ managementAccount: NEIGHBOUR }) },
      { ...notRoot, world: { ...rooted(), organization: null } },
      {
        input: { ...auditing, TargetPrincipal: BOOKSHOP },
        ...denied(NOOR, 'sts:AssumeRoot', `arn:aws:iam::${BOOKSHOP}:root`),
      },
      {
        input: { ...auditing, TargetPrincipal: '999988887777' },
        ...denied(NOOR, 'sts:AssumeRoot', 'arn:aws:iam::999988887777:root'),
      },
      {
        input: auditing,
        caller: rootWithKey,
        ...denied(`arn:aws:iam::${BOOKSHOP}:root`, 'sts:AssumeRoot', NEIGHBOUR_ROOT),
      },
      { input: auditing, caller: noorWithToken, ...longTermOnly('AssumeRoot') },
      {
        input: { ...auditing, TargetPrincipal: `${NEIGHBOUR}-root` },
        ...invalid(`${NEIGHBOUR}-root is invalid`),
      },
      {
        input: { ...auditing, TaskPolicyArn: { arn: READ_ONLY.arn } },
        ...invalid(`${READ_ONLY.arn} is invalid`),
      },
      {
        input: { ...auditing, DurationSeconds: 901 },
        ...breaks(" '901'", 'durationSeconds', 'Member must have value less than or equal to 900'),
      },
    ],
  }),
  row({
    operation: 'sts:DecodeAuthorizationMessage',
    world: STS_WORLD,
    works: { EncodedMessage: ENCODED },
    then: ({ DecodedMessage }) =>
      expect(JSON.parse(DecodedMessage)).toMatchObject({
        allowed: false,
        explicitDeny: false,
        context: { action: 's3:ListAllMyBuckets', principal: { arn: NOOR } },
      }),
    errors: [
      ...['nonsense', `${ENCODED}A`, ENCODED.replace('A', 'B')].map((EncodedMessage) => ({
        input: { EncodedMessage },
        code: 'InvalidAuthorizationMessageException',
        message: 'Message is not valid',
      })),
      {
        input: { EncodedMessage: 'A'.repeat(10_241) },
        ...breaks(
          ` '${'A'.repeat(10_241)}'`,
          'encodedMessage',
          'Member must have length less than or equal to 10240',
        ),
      },
    ],
  }),
  ...[NOOR_KEY, temporaryKey('role', BOOKSHOP, environment(), 900, null).accessKeyId].map((AccessKeyId) =>
    row({
      operation: 'sts:GetAccessKeyInfo',
      world: withUser(
        'noor',
        {
          accessKeys: [{ id: NOOR_KEY, status: 'Inactive', created: NOW, changed: NOW, secretHash: null }],
        },
        STS_WORLD,
      ),
      works: { AccessKeyId },
      then: (output) => {
        expect(output).toEqual({ Account: BOOKSHOP });
      },
      errors: ['AKIAGONEAAAAAAAAAAAA', 'ASIAAAAAAAAAAAAAAAAA', 'ASIAEXAMPLE10000000'].map((key) => ({
        input: { AccessKeyId: key },
        ...invalid(`The access key ${key} does not exist.`),
      })),
    }),
  ),
  ...(
    [
      [ROOT, BOOKSHOP, `arn:aws:iam::${BOOKSHOP}:root`],
      [noorWithKey, 'AIDANOORAAAAAAAAAAAAA', NOOR],
      [noorWithToken, 'AIDANOORAAAAAAAAAAAAA', NOOR],
      [session('Desk'), 'AROADESKAAAAAAAAAAAAA:noor', DESK_SESSION],
      [gone, 'AROAGONEAAAAAAAAAAAAA:noor', `arn:aws:sts::${BOOKSHOP}:assumed-role/Gone/noor`],
      [federated, `${BOOKSHOP}:guest`, `arn:aws:sts::${BOOKSHOP}:federated-user/guest`],
    ] as const
  ).map(([whose, UserId, Arn]) =>
    row({
      operation: 'sts:GetCallerIdentity',
      world: STS_WORLD,
      caller: whose,
      works: {},
      then: (output) => {
        expect(output).toEqual({ UserId, Account: BOOKSHOP, Arn });
      },
      errors: [
        {
          input: {},
          caller: { kind: 'anonymous', account: '' },
          code: 'MissingAuthenticationToken',
          message: 'Request is missing Authentication Token',
        },
        {
          input: {},
          caller: { ...amira, name: 'nobody-any-more' },
          code: 'InvalidClientTokenId',
          message: 'The security token included in the request is invalid.',
        },
      ],
    }),
  ),
];
