// Rows: AWS STS beside the operations that assume a role.
import { expect } from 'vitest';
import { tableOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { encodeAuthorizationMessage } from '../../../src/api/authorization-message.ts';
import { temporaryKey } from '../../../src/api/operations/sts/temporary-key.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { addSeconds } from '../../../src/aws/instant.ts';
import { amira, ask } from '../../fixtures/ask.ts';
import {
  federated,
  NOOR_KEY,
  noorWithKey,
  noorWithToken,
  organization,
  roleArnOf,
  rootWithKey,
  session,
  STS_WORLD,
} from '../../fixtures/sts.ts';
import {
  allow,
  BOOKSHOP,
  caller,
  environment,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  ROOT,
  withUser,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import {
  breaks,
  denied,
  DESK_SESSION,
  holder,
  invalid,
  longTermOnly,
  mfaErrors,
  NARROW,
  NOOR,
  policyErrors,
  tagErrors,
  TOO_LONG,
} from './sts-sessions.ts';

const gone = session('Gone', { roleArn: roleArnOf('Gone') });

/** An organization in which the bookshop rules, and root sessions may be had of the neighbour. */
const rooted = (more: Partial<NonNullable<World['organization']>> = {}): World => ({
  ...withUser('noor', { inline: { Root: policyText(allow('sts:AssumeRoot')) } }, STS_WORLD),
  organization: {
    ...organization(BOOKSHOP),
    trustedServices: tableOf({ 'iam.amazonaws.com': { enabled: NOW } }),
    rootFeatures: ['RootSessions'],
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
