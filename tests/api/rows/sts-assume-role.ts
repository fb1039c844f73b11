// Rows: sts:AssumeRole.
import { expect } from 'vitest';
import { addSeconds } from '../../../src/aws/instant.ts';
import {
  federated,
  NOOR_PHONE,
  noorWithKey,
  noorWithToken,
  role,
  roleArnOf,
  rootWithKey,
  session,
  STS_WORLD,
} from '../../fixtures/sts.ts';
import {
  adding,
  allow,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  withBookshop,
  withUser,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import {
  badTags,
  breaks,
  CODE,
  denied,
  DESK_SESSION,
  holder,
  invalid,
  longTermOnly,
  malformed,
  MFA_UNKNOWN,
  mfaErrors,
  NAME_PATTERN,
  NARROW,
  NOOR,
  policyErrors,
  tagErrors,
  TOO_LONG,
} from './sts-sessions.ts';

const desk = { RoleArn: roleArnOf('Desk'), RoleSessionName: 'noor' } as const;
const NEXT = { RoleArn: roleArnOf('Next'), RoleSessionName: 'noor' } as const;
const NO_TRUST = ' because no role trust policy allows the sts:AssumeRole action';

const TAGGED = session('Desk', {
  sessionTags: { team: 'night', floor: '2' },
  transitiveTags: ['team'],
  sourceIdentity: 'noor',
});

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

export const ASSUME_ROLE = [
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
];
