// Reasons: why a statement did or did not match, in words.
import { describe, expect, test } from 'vitest';
import { ACCOUNT, ALICE, allow, deny, OTHER_ACCOUNT, policy } from '../../../tests/evaluation/build.ts';
import { BUCKET, explained, SESSION, YES } from '../../../tests/evaluation/explained.ts';
import type { ApplicablePolicies } from '../applicable.ts';
import { plain } from './part.ts';
import { UNKNOWN, type Request } from '../request.ts';

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
      'Condition not met: k is not in the request, the statement wants a or b.',
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
      'Condition not met: k has the values a and b, the statement wants a match for a*; a key that is a list needs ForAnyValue or ForAllValues.',
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
    [
      when('StringEquals', 'a'),
      { context: { k: UNKNOWN } },
      'Cannot be told: it turns on k: k is not known, the statement wants a.',
    ],
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
    [
      { Effect: 'Deny', NotPrincipal: { AWS: OTHER_ACCOUNT } },
      {},
      'NotPrincipal does not spare this caller, because it does not list its account and the caller itself',
    ],
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

test.each<[Record<string, unknown>, Partial<Request>, string]>([
  [
    allow({ Resource: 'arn:aws:s3:::shop-drafts/${aws:username}/*' }),
    {},
    'Resource does not match: asked for arn:aws:s3:::shop-drafts/spring/cover.md, the statement covers arn:aws:s3:::shop-drafts/${aws:username}/*, where ${aws:username} is alice.',
  ],
  [
    allow({ Resource: "arn:aws:s3:::shop-drafts/${s3:season, 'spring'}/*" }),
    {},
    "Action s3:GetObject is in *; resource is covered by arn:aws:s3:::shop-drafts/${s3:season, 'spring'}/*, where ${s3:season, 'spring'} has no value, and so is spring.",
  ],
  [
    allow({ Condition: { StringEquals: { k: ['${aws:PrincipalTag/a}', '${aws:TagKeys}'] } } }),
    { context: { k: 'x', 'aws:TagKeys': ['a', 'b'] } },
    'Condition not met: k is x, the statement wants ${aws:PrincipalTag/a} or ${aws:TagKeys}, where ${aws:PrincipalTag/a} has no value and ${aws:TagKeys} has several values, and so none.',
  ],
  [
    allow({ Condition: { NumericEquals: { k: '${aws:username}' } } }),
    { context: { k: '1' } },
    'Condition not met: k is 1, the statement wants ${aws:username}.',
  ],
])('policy variables are told by what they stood for, %#', (statement, asked, expected) => {
  const [first] = explained({ identity: [policy(statement)] }, asked).statements;
  expect(first && plain(first.why)).toBe(expected);
});

test.each<[string, unknown, Partial<Request>, string]>([
  [
    'NumericEquals',
    'abc',
    { context: { k: 'abc' } },
    'Condition not met: k is abc, the statement wants abc; abc is not a number.',
  ],
  [
    'DateGreaterThan',
    '2026-01-01T00:00:00',
    { context: { k: '2026-11-25T18:54:58Z' } },
    'Condition not met: k is 2026-11-25T18:54:58Z, the statement wants a time after 2026-01-01T00:00:00; 2026-01-01T00:00:00 is not a date with time zone, as AWS writes it.',
  ],
  [
    'IpAddress',
    ['here', '10.0.0.0/8'],
    { context: { k: 'there' } },
    'Condition not met: k is there, the statement wants an address in here or 10.0.0.0/8; there and here are not an IP address or range.',
  ],
  [
    'StringNotEqualsIgnoreCase',
    ['office', 'shop'],
    { context: { k: 'SHOP' } },
    'Condition not met: k is SHOP, the statement wants anything but office or shop in any letter case.',
  ],
  [
    'ForAnyValue:StringEquals',
    '',
    { context: { k: ['a'] } },
    'Condition not met: k has the value a, the statement wants at least one value to be "".',
  ],
  [
    'Null',
    ['true', 'false'],
    { context: {} },
    'Action s3:GetObject is in *; resource is covered by *; condition met: k is not in the request, the statement wants it to be present or absent.',
  ],
  [
    'ForAllValues:StringEquals',
    ['a', 'b'],
    { context: {} },
    'Action s3:GetObject is in *; resource is covered by *; condition met: k is not in the request, the statement wants every value to be a or b, which a key without values meets.',
  ],
])('values and lists are told plainly: %s %j', (operator, wanted, asked, expected) => {
  const identity = [policy(allow({ Condition: { [operator]: { k: wanted } } }))];
  const [first] = explained({ identity }, asked).statements;
  expect(first && plain(first.why)).toBe(expected);
});

test('a policy for one resource cannot cover an action that knows none', () => {
  const identity = [policy(allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' }))];
  const [first] = explained(
    { identity },
    { action: 's3:ListAllMyBuckets', resource: '*', resourceAccount: null },
  ).statements;
  expect(first && plain(first.why)).toBe(
    'Resource does not match: asked for *, the statement covers arn:aws:s3:::*; the action knows no single resources, so only * covers it.',
  );
});

test.each<[Partial<ApplicablePolicies>, Partial<Request>, string]>([
  [
    { endpoint: policy(allow({ Principal: { AWS: ACCOUNT } })), identity: [YES] },
    {},
    'Principal does not match: in the policy of a gateway endpoint an account is its root user only, and the statement is about 111122223333.',
  ],
  [
    { resource: [policy(deny({ NotPrincipal: { AWS: ALICE } }), BUCKET)], identity: [YES] },
    {},
    'NotPrincipal does not spare this caller, because it does not list its account; action s3:GetObject is in *; resource is covered by *.',
  ],
  [
    { resource: [policy(deny({ NotPrincipal: { AWS: [ALICE, ACCOUNT] } }), BUCKET)], boundary: YES },
    {},
    'NotPrincipal spares nobody who has a permissions boundary; action s3:GetObject is in *; resource is covered by *.',
  ],
])('whom a statement is about, %#', (policies, asked, expected) => {
  const [first] = explained(policies, asked).statements;
  expect(first && plain(first.why)).toBe(expected);
});
