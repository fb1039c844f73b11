// Explanations: the words of each decision, AWS’s messages, and the gates.
import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  ALICE,
  allow,
  deny,
  OTHER_ACCOUNT,
  policy,
  principal,
} from '../../tests/evaluation/build.ts';
import {
  explained,
  DENIED,
  YES,
  NO,
  MANAGED,
  SILENT,
  BUCKET,
  onBucket,
  level,
  ROOT,
  SESSION,
  trusting,
  ASSUME,
  ASSUME_DENIED,
  ORGANIZATION,
} from '../../tests/evaluation/explained.ts';
import type { ApplicablePolicies } from './applicable.ts';
import type { Explanation } from './explain.ts';
import { UNKNOWN, type Request } from './request.ts';

const KEY = `arn:aws:kms:us-east-1:${OTHER_ACCOUNT}:key/1` as const;

describe('the verdict and AWS’s message', () => {
  test.each<[Partial<ApplicablePolicies>, Partial<Request>, string, string]>([
    [{ identity: [YES] }, {}, 'Allowed by WriteDrafts, statement 1', ''],
    [{ resource: [onBucket('Allow')] }, {}, 'Allowed by the bucket policy of shop-drafts, statement 1', ''],
    [{}, { principal: ROOT }, 'Allowed: the root user has full access to its own account', ''],
    [
      {},
      { action: 'sts:GetCallerIdentity', resource: '*' },
      'Allowed: sts:GetCallerIdentity needs no permission',
      '',
    ],
    [
      { resource: [onBucket('Deny')] },
      { principal: ROOT, action: 's3:PutBucketPolicy', resource: 'arn:aws:s3:::shop-drafts' },
      'Allowed: the root user can always mend the policy of its own bucket',
      '',
    ],
    [
      {},
      {
        principal: ROOT,
        action: 'sqs:SetQueueAttributes',
        resource: 'arn:aws:sqs:us-east-1:111122223333:orders',
      },
      'Allowed: the root user can always mend the policy of its own queue',
      '',
    ],
    [
      {},
      {},
      'Denied: nothing allows it in the identity-based policies',
      `${DENIED} because no identity-based policy allows the s3:GetObject action`,
    ],
    [
      { identity: [YES, NO] },
      {},
      'Denied: a statement in WriteDrafts forbids it',
      `${DENIED} with an explicit deny in an identity-based policy`,
    ],
    [
      { identity: [YES, MANAGED] },
      {},
      'Denied: a statement in Guard forbids it',
      `${DENIED} with an explicit deny in an identity-based policy: arn:aws:iam::${ACCOUNT}:policy/Guard`,
    ],
    [
      { identity: [YES], resource: [onBucket('Deny')] },
      {},
      'Denied: a statement in the bucket policy of shop-drafts forbids it',
      `${DENIED} with an explicit deny in a resource-based policy`,
    ],
    [
      { identity: [YES], boundary: SILENT },
      {},
      'Denied: nothing allows it at the permissions boundary',
      `${DENIED} because no permissions boundary allows the s3:GetObject action`,
    ],
    [
      { identity: [YES], boundary: MANAGED },
      {},
      'Denied: a statement in Guard forbids it',
      `${DENIED} with an explicit deny in a permissions boundary: arn:aws:iam::${ACCOUNT}:policy/Guard`,
    ],
    [
      { identity: [YES], session: [SILENT] },
      { principal: SESSION },
      'Denied: nothing allows it in the session policy',
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/app/run1 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop-drafts/spring/cover.md" because no session policy allows the s3:GetObject action`,
    ],
    [
      { identity: [YES], scps: level(SILENT) },
      {},
      'Denied: nothing allows it in the service control policies',
      `${DENIED} because no service control policy allows the s3:GetObject action`,
    ],
    [
      { identity: [YES], rcps: level() },
      {},
      'Denied: nothing allows it in the resource control policies',
      DENIED,
    ],
    [
      { identity: [YES], rcps: level(onBucket('Deny')) },
      {},
      'Denied: a statement in the bucket policy of shop-drafts forbids it',
      `${DENIED} with an explicit deny in a resource control policy`,
    ],
    [
      { identity: [YES], endpoint: policy(allow({ Principal: '*', Action: 'ec2:*' })) },
      {},
      'Denied: nothing allows it in the VPC endpoint policy',
      `${DENIED} because no VPC endpoint policy allows the s3:GetObject action`,
    ],
    [
      { identity: [YES] },
      { resourceAccount: OTHER_ACCOUNT },
      'Denied: there is no bucket policy to allow it',
      'Access Denied',
    ],
    [
      { identity: [YES] },
      { resourceAccount: OTHER_ACCOUNT, context: ORGANIZATION },
      'Denied: there is no bucket policy to allow it',
      `${DENIED} because no resource-based policy allows the s3:GetObject action`,
    ],
    [
      {
        resource: [
          policy([allow({ Principal: { AWS: ACCOUNT } }), allow({ Principal: { AWS: ALICE } })], BUCKET),
        ],
      },
      {},
      'Allowed by the bucket policy of shop-drafts, statement 2',
      '',
    ],
    [
      { identity: [YES] },
      { principal: principal(`arn:aws:sts::${ACCOUNT}:federated-user/Carol`) },
      'Denied: no session policy was passed, so the session has no permissions of its own',
      `User: arn:aws:sts::${ACCOUNT}:federated-user/Carol is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop-drafts/spring/cover.md" because no session policy allows the s3:GetObject action`,
    ],
    [
      {},
      {
        principal: principal('anonymous'),
        action: 'sts:GetCallerIdentity',
        resource: '*',
        resourceAccount: null,
      },
      'Denied: there is no resource-based policy to allow it',
      'User: anonymous is not authorized to perform: sts:GetCallerIdentity because no resource-based policy allows the sts:GetCallerIdentity action',
    ],
    [
      {},
      { principal: principal('anonymous') },
      'Denied: there is no bucket policy to allow it',
      'Access Denied',
    ],
    [
      {},
      { action: 'kms:DescribeKey', resource: KEY, resourceAccount: OTHER_ACCOUNT },
      'Denied: there is no key policy to allow it',
      `User: ${ALICE} is not authorized to perform: kms:DescribeKey on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    ],
    [
      {},
      { action: 'kms:Decrypt', resource: KEY, resourceAccount: OTHER_ACCOUNT },
      'Denied: there is no key policy to allow it',
      `User: ${ALICE} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    ],
    [
      {},
      { action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1` },
      'Denied: there is no key policy to allow it',
      `User: ${ALICE} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:${ACCOUNT}:key/1 because no resource-based policy allows the kms:Decrypt action`,
    ],
    [
      {},
      { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs` },
      'Denied: nothing allows it in the identity-based policies',
      `User: ${ALICE} is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs because no identity-based policy allows the sqs:sendmessage action`,
    ],
    [
      {},
      { action: 'sns:Publish', resource: `arn:aws:sns:eu-west-1:${ACCOUNT}:news` },
      'Denied: nothing allows it in the identity-based policies',
      `User: ${ALICE} is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:${ACCOUNT}:news because no identity-based policy allows the SNS:Publish action`,
    ],
    [
      { identity: [YES], resource: trusting('Allow', OTHER_ACCOUNT) },
      ASSUME,
      'Denied: nothing allows it in the trust policy of deploy',
      `${ASSUME_DENIED} because no role trust policy allows the sts:AssumeRole action`,
    ],
    [
      { identity: [YES], resource: trusting('Deny', ALICE) },
      ASSUME,
      'Denied: a statement in the trust policy of deploy forbids it',
      `${ASSUME_DENIED} with an explicit deny in the role trust policy`,
    ],
    [
      {},
      { action: 'iam:ListUsers', resource: '*', resourceAccount: null },
      'Denied: nothing allows it in the identity-based policies',
      `User: ${ALICE} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no identity-based policy allows the iam:ListUsers action`,
    ],
    [
      {},
      { principal: SESSION, action: 'sts:GetSessionToken', resource: '*' },
      'Denied: a role session cannot call sts:GetSessionToken',
      'Cannot call GetSessionToken with session credentials',
    ],
    [
      {},
      { ...ASSUME, principal: ROOT },
      'Denied: the root user cannot assume roles',
      'Roles may not be assumed by root accounts.',
    ],
    [
      { identity: [YES] },
      { action: 'iam:CreatePolicyVersion', resource: 'arn:aws:iam::aws:policy/P', resourceAccount: null },
      'Denied: AWS keeps this, and no customer can change it',
      `User: ${ALICE} is not authorized to perform: iam:CreatePolicyVersion on resource: policy arn:aws:iam::aws:policy/P`,
    ],
    [
      { identity: [policy(allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }))] },
      { context: { 'aws:SourceIp': UNKNOWN } },
      'It depends on aws:SourceIp',
      '',
    ],
  ])('%#', (policies, asked, verdict, message) => {
    const explanation = explained(policies, asked);
    expect(explanation.verdict).toBe(verdict);
    expect(explanation.message).toBe(message);
    expect(explanation.rule.split('. ')).toHaveLength(2);
  });
});

describe('the gates', () => {
  const states = (explanation: Explanation): string[] =>
    explanation.gates.map(({ name, state, note }) => `${name}: ${state}, ${note}`);

  test('a request that passes them all', () => {
    expect(states(explained({ identity: [YES], boundary: YES, resource: [SILENT] }))).toEqual([
      'Explicit deny: open, none matched',
      'Resource control: notInTheWay, no organization',
      'Service control: notInTheWay, no organization',
      'Resource-based: open, silent, not needed',
      'Identity-based: open, WriteDrafts allows',
      'Boundary: open, WriteDrafts allows',
      'Session policy: notInTheWay, not for this caller',
      'Endpoint: notInTheWay, no endpoint',
    ]);
  });

  test.each<[string, Partial<ApplicablePolicies>, Partial<Request>, string]>([
    ['silent', { resource: [SILENT] }, {}, 'otherWay, silent, could have allowed'],
    [
      'leaving it to the account',
      { resource: [policy(allow({ Principal: { AWS: ACCOUNT } }), BUCKET)] },
      {},
      'otherWay, leaves it to the account',
    ],
    ['absent', {}, {}, 'notInTheWay, no policy on the resource'],
    [
      'behind the gate that stopped it',
      { resource: [SILENT], scps: level(SILENT) },
      {},
      'otherWay, silent, could have allowed',
    ],
    [
      'across accounts',
      { resource: [SILENT] },
      { resourceAccount: OTHER_ACCOUNT },
      'shut, TeamCeiling is silent',
    ],
  ])('the policy of the resource was the other way in: %s', (_name, policies, asked, expected) => {
    expect(states(explained(policies, asked))[3]).toBe(`Resource-based: ${expected}`);
  });

  test('a request stopped at one gate, with those behind it', () => {
    const explanation = explained(
      { identity: [YES], boundary: SILENT, session: [SILENT] },
      { principal: SESSION },
    );
    expect(states(explanation).slice(4)).toEqual([
      'Identity-based: open, WriteDrafts allows',
      'Boundary: shut, TeamCeiling is silent',
      'Session policy: wouldRefuse, TeamCeiling is silent',
      'Endpoint: notInTheWay, no endpoint',
    ]);
  });

  test('an explicit deny stops it at the first', () => {
    expect(states(explained({ identity: [YES, MANAGED], boundary: YES, scps: level(SILENT) }))).toEqual([
      'Explicit deny: shut, Guard forbids it',
      'Resource control: notInTheWay, no organization',
      'Service control: wouldRefuse, Root is silent',
      'Resource-based: notInTheWay, no policy on the resource',
      'Identity-based: wouldRefuse, forbids it',
      'Boundary: wouldOpen, would allow',
      'Session policy: notInTheWay, not for this caller',
      'Endpoint: notInTheWay, no endpoint',
    ]);
  });

  test('a missing policy that would be needed is a shut gate', () => {
    const explanation = explained({}, { resourceAccount: OTHER_ACCOUNT });
    expect(states(explanation).slice(3, 5)).toEqual([
      'Resource-based: shut, no policy on the resource',
      'Identity-based: wouldRefuse, no policy',
    ]);
  });

  test('a call that no policy is asked about', () => {
    const { gates } = explained({ identity: [NO] }, { action: 'sts:GetCallerIdentity', resource: '*' });
    expect(gates.every(({ state, note }) => state === 'notInTheWay' && note === 'not asked')).toBe(true);
  });

  test('what is not known shows where it matters', () => {
    const conditional = policy(deny({ Condition: { StringEquals: { k: 'v' } } }));
    const { gates } = explained({ identity: [YES, conditional] }, { context: { k: UNKNOWN } });
    expect(gates.filter(({ state }) => state === 'depends').map(({ name }) => name)).toEqual([
      'Explicit deny',
      'Identity-based',
    ]);
  });
});
