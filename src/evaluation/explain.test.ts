// Explanations: the words of each decision, AWS's messages, gates, reasons and marks.
import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  allow,
  deny,
  OTHER_ACCOUNT,
  policy,
  principal,
  request,
} from '../../tests/evaluation/build.ts';
import { NO_POLICIES, type ApplicablePolicies, type AppliedPolicy } from './applicable.ts';
import { evaluate } from './evaluate.ts';
import { explain, type Explanation } from './explain.ts';
import { plain } from './explain/part.ts';
import { UNKNOWN, type Request } from './request.ts';

const explained = (policies: Partial<ApplicablePolicies>, asked: Partial<Request> = {}): Explanation =>
  explain(evaluate({ ...NO_POLICIES, ...policies }, request(asked)));

const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
const DENIED = `User: ${ALICE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop-drafts/spring/cover.md"`;
const YES = policy(allow());
const NO = policy(deny());
const MANAGED = policy(deny(), {
  name: 'Guard',
  kind: 'customerManaged',
  arn: `arn:aws:iam::${ACCOUNT}:policy/Guard`,
});
const SILENT = policy(allow({ Action: 's3:Put*' }), { name: 'TeamCeiling' });
const BUCKET = {
  name: 'shop-drafts',
  kind: 'resource',
  via: { kind: 'resource', name: 'shop-drafts' },
} as const;
const onBucket = (effect: 'Allow' | 'Deny'): AppliedPolicy =>
  policy(allow({ Effect: effect, Principal: '*' }), BUCKET);
const level = (...policies: AppliedPolicy[]) => [{ name: 'Root', policies }];
const ROOT = principal(`arn:aws:iam::${ACCOUNT}:root`);
const SESSION = principal(`arn:aws:sts::${ACCOUNT}:assumed-role/app/run1`);
const trusting = (effect: 'Allow' | 'Deny', aws: string) => [
  policy(
    { Effect: effect, Principal: { AWS: aws }, Action: 'sts:AssumeRole' },
    { kind: 'resource', name: 'deploy' },
  ),
];
const ASSUME = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/deploy` } as const;
const ASSUME_DENIED = `User: ${ALICE} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${ACCOUNT}:role/deploy`;
const ORGANIZATION = { 'aws:PrincipalOrgID': 'o-1', 'aws:ResourceOrgID': 'o-1' };

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
      DENIED,
    ],
    [
      { identity: [YES] },
      { resourceAccount: OTHER_ACCOUNT, context: ORGANIZATION },
      'Denied: there is no bucket policy to allow it',
      `${DENIED} because no resource-based policy allows the s3:GetObject action`,
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
      `User: ${ALICE} is not authorized to perform: iam:ListUsers because no identity-based policy allows the iam:ListUsers action`,
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
      DENIED,
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

describe('why a statement did or did not match', () => {
  const why = (statement: Record<string, unknown>, asked: Partial<Request> = {}): string => {
    const [first] = explained({ identity: [policy(statement)] }, asked).statements;
    return first === undefined ? '' : plain(first.why);
  };
  const when = (operator: string, wanted: unknown) => allow({ Condition: { [operator]: { k: wanted } } });

  test.each<[Record<string, unknown>, Partial<Request>, string]>([
    [
      allow({ Action: ['s3:Put*', 's3:List*'] }),
      {},
      'Action does not match: s3:GetObject is not in s3:Put*, s3:List*.',
    ],
    [
      allow({ Action: ['ec2:a', 'ec2:b', 's3:c', 's3:d', 's3:e', 's3:f', 's3:g', 's3:h'] }),
      {},
      'Action does not match: s3:GetObject is not in s3:c, s3:d, s3:e, s3:f, s3:g and 1 more.',
    ],
    [allow({ Action: undefined, NotAction: 's3:*' }), {}, 'Action is excepted: NotAction lists s3:*.'],
    [
      allow({ Resource: 'arn:aws:s3:::shop-covers/*' }),
      {},
      'Resource does not match: asked for arn:aws:s3:::shop-drafts/spring/cover.md, the statement covers arn:aws:s3:::shop-covers/*.',
    ],
    [
      allow({ Resource: undefined, NotResource: 'arn:aws:s3:::shop-*' }),
      {},
      'Resource is excepted: NotResource lists arn:aws:s3:::shop-*.',
    ],
    [
      allow({ Action: 's3:Get*', Resource: 'arn:aws:s3:::shop-*' }),
      {},
      'Action s3:GetObject is in s3:Get*; resource is covered by arn:aws:s3:::shop-*.',
    ],
    [
      { Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::x' },
      {},
      'Action s3:GetObject is none that NotAction lists; resource is not excepted.',
    ],
    [
      when('Bool', false),
      { context: { k: 'true' } },
      'Condition not met: k is true, the statement wants false.',
    ],
    [
      when('StringEquals', ['a', 'b']),
      {},
      'Condition not met: k is not in the request, the statement wants a, b.',
    ],
    [
      when('NumericLessThanEquals', '10'),
      { context: { k: '11' } },
      'Condition not met: k is 11, the statement wants at most 10.',
    ],
    [
      when('Null', true),
      { context: { k: 'x' } },
      'Condition not met: k is x, the statement wants it to be absent.',
    ],
    [
      when('StringLike', 'a*'),
      { context: { k: ['a', 'b'] } },
      'Condition not met: k has the values a, b, the statement wants a match for a*; a key with several values needs ForAnyValue or ForAllValues.',
    ],
    [
      when('ForAnyValue:StringLike', 'a*'),
      { context: { k: [] } },
      'Condition not met: k has no values, the statement wants at least one value to be a match for a*.',
    ],
    [
      when('StringLikeIfExists', 'a*'),
      {},
      'Action s3:GetObject is in *; resource is covered by *; condition met: k is not in the request, the statement wants a match for a* if the key is there.',
    ],
    [when('StringEquals', 'a'), { context: { k: UNKNOWN } }, 'Cannot be told: it turns on k.'],
  ])('%j', (statement, asked, expected) => {
    expect(why(statement, asked)).toBe(expected);
  });

  test('in a resource-based policy', () => {
    const { statements } = explained({
      resource: [
        policy([
          allow({ Principal: { AWS: [OTHER_ACCOUNT] } }),
          deny({ NotPrincipal: { AWS: [ALICE, ACCOUNT] } }),
        ]),
      ],
    });
    expect(statements.map(({ why: parts, tone }) => [tone, plain(parts)])).toEqual([
      ['implicit', `Principal does not match: the statement is about ${OTHER_ACCOUNT}.`],
      ['neutral', 'The caller is exempt: NotPrincipal lists it.'],
    ]);
  });

  test.each<[Record<string, unknown>, Partial<Request>, string]>([
    [{ Principal: '*' }, {}, 'Principal * includes this caller'],
    [{ Principal: { AWS: [OTHER_ACCOUNT, ALICE] } }, {}, `Principal ${ALICE} is this caller`],
    [{ Principal: { AWS: ACCOUNT } }, {}, `Principal ${ACCOUNT} is the account of this caller`],
    [{ Principal: { AWS: [ACCOUNT, ALICE] } }, {}, `Principal ${ALICE} is this caller`],
    [
      { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/app` } },
      { principal: SESSION },
      `Principal arn:aws:iam::${ACCOUNT}:role/app is the role of this caller`,
    ],
    [{ Effect: 'Deny', NotPrincipal: { AWS: OTHER_ACCOUNT } }, {}, 'NotPrincipal does not spare this caller'],
  ])('in a resource-based policy, how it takes in the caller: %j', (principals, asked, expected) => {
    const resource = [policy(allow({ Action: 's3:*', ...principals }), BUCKET)];
    const explanation = explained({ resource }, asked);
    expect(plain(explanation.statements[0]?.why ?? [])).toBe(
      `${expected}; action s3:GetObject is in s3:*; resource is covered by *.`,
    );
  });

  test('what comes from the policy or the request is code, the rest is text', () => {
    const [first] = explained(
      { identity: [policy(when('Bool', false))] },
      { context: { k: 'true' } },
    ).statements;
    expect(first?.why.flatMap((part) => ('code' in part ? [part.code] : []))).toEqual(['k', 'true', 'false']);
  });
});

describe('the marks', () => {
  const marked = (explanation: Explanation): string[] =>
    explanation.marks.flatMap(({ policy: { document }, spans }) =>
      spans.map(({ from, to, tone }) => `${tone} ${document.text.slice(from, to).replace(/\s+/g, ' ')}`),
    );

  test('an implicit deny marks what kept each Allow about the action from matching', () => {
    const ceiling = policy([
      allow({ Action: ['s3:Put*', 's3:List*'] }),
      allow({ Resource: 'arn:aws:s3:::shop-covers/*' }),
      allow({ Condition: { StringEquals: { k: 'v' } } }),
      deny({ Action: 's3:Put*' }),
    ]);
    expect(marked(explained({ identity: [YES], boundary: ceiling }))).toEqual([
      'implicit "arn:aws:s3:::shop-covers/*"',
      'implicit "k": "v"',
    ]);
  });

  test('a policy with no Allow about the action: the actions of the same service', () => {
    const ceiling = policy([allow({ Action: ['ec2:*', 's3:Put*', 's3:List*'] })]);
    expect(marked(explained({ identity: [YES], boundary: ceiling }))).toEqual([
      'implicit "s3:Put*"',
      'implicit "s3:List*"',
    ]);
  });

  test('when nothing came close, the lists of actions', () => {
    const far = policy([allow({ Action: 'ec2:*' }), allow({ Action: ['sqs:*', 'sns:*'] })]);
    expect(marked(explained({ identity: [far] }))).toEqual([
      'implicit "Action": "ec2:*"',
      'implicit "Action": [ "sqs:*", "sns:*" ]',
    ]);
  });

  test('the policy of the resource is marked too where an Allow in it would have been enough', () => {
    const near = allow({ Action: 's3:Get*', Resource: 'arn:aws:s3:::shop-drafts/summer/*', Principal: '*' });
    const far = allow({ Action: 's3:Put*', Principal: '*' });
    expect(marked(explained({ resource: [policy([near, far], BUCKET)] }))).toEqual([
      'implicit "arn:aws:s3:::shop-drafts/summer/*"',
    ]);
  });

  test('a decision by statements marks them', () => {
    const both = policy([allow(), deny({ Sid: 'Never' })]);
    expect(marked(explained({ identity: [both] }))).toEqual([
      'explicit { "Effect": "Deny", "Action": "*", "Resource": "*", "Sid": "Never" }',
    ]);
    expect(marked(explained({ identity: [YES] }))).toEqual([
      'allow { "Effect": "Allow", "Action": "*", "Resource": "*" }',
    ]);
  });

  test('across accounts both sides are marked', () => {
    const marks = explained(
      { identity: [YES], resource: [onBucket('Allow')] },
      { resourceAccount: OTHER_ACCOUNT },
    ).marks;
    expect(marks.map(({ policy: { source } }) => source.name)).toEqual(['WriteDrafts', 'shop-drafts']);
  });
});
