// Random conditions, and the values that their keys have in requests: absent, one, several, none, or an empty text.
import fc from 'fast-check';
import type { ContextValue, RequestContext } from '../../../src/evaluation/request.ts';
import { AWAY, HOME, oftenFrom } from './words.ts';

interface Subject {
  /** Keys, in the letter case of the documentation. */
  readonly keys: readonly string[];
  readonly operators: readonly string[];
  /** As policies write them. */
  readonly wanted: readonly (string | number | boolean)[];
  /** As requests have them. */
  readonly actual: readonly string[];
}

const withNot = (...operators: readonly string[]): string[] =>
  operators.flatMap((operator) => [operator, operator.replace(/^(String|Arn|Numeric|Date)/, '$1Not')]);

const compared = (type: 'Numeric' | 'Date'): string[] => [
  ...withNot(`${type}Equals`),
  `${type}LessThan`,
  `${type}LessThanEquals`,
  `${type}GreaterThan`,
  `${type}GreaterThanEquals`,
];

const ARN_OPERATORS = withNot('ArnEquals', 'ArnLike');
const ARN_PATTERNS = [
  `arn:aws:iam::${HOME}:*`,
  `arn:aws:iam::${HOME}:user/ana`,
  'arn:aws:iam::${aws:PrincipalAccount}:role/*',
  'arn:aws:*:*:*:topic/?',
  `arn:aws:sns:*:${HOME}:topic/t`,
  'arn:*:sns*:topic/t',
  'arn:aws:sns:eu-west-1:*',
  'arn:aws:sns:*:*:topic/t:x',
  'arn:aws:iam::*:user/${aws:username}',
  'arn:aws:iam::*:${*}',
  'topic',
];

/** What conditions are about. Keys without values of their own follow from the caller. */
const SUBJECTS: readonly (readonly [number, Subject])[] = [
  [
    6,
    {
      keys: ['aws:PrincipalTag/team', 'aws:TagKeys', 's3:prefix'],
      operators: withNot('StringEquals', 'StringLike', 'StringEqualsIgnoreCase'),
      wanted: [
        'red',
        'blue',
        'RED',
        're*',
        '?ed',
        '*',
        '${*}',
        'r${?}d',
        'x${$}',
        '${aws:username}',
        '${aws:PrincipalTag/team}',
        "${aws:PrincipalTag/team, 'blue'}",
        '${aws:TagKeys}*',
        'home/${aws:userid}/*',
      ],
      actual: ['red', 'blue', 'Red', '*', 'r?d', 'ana', 'x$', `home/${HOME}:carol/`, `home/${HOME}/x`],
    },
  ],
  [
    3,
    {
      keys: ['aws:username', 'aws:PrincipalType', 'aws:PrincipalAccount', 'aws:userid'],
      operators: withNot('StringEquals', 'StringLike'),
      wanted: ['ana', 'User', 'AssumedRole', HOME, AWAY, 'a*', 'anonymous', '*:carol', '${aws:username}'],
      actual: [],
    },
  ],
  [
    3,
    {
      keys: ['aws:PrincipalArn'],
      operators: ARN_OPERATORS,
      wanted: ARN_PATTERNS,
      actual: [],
    },
  ],
  [
    2,
    {
      keys: ['aws:SourceArn'],
      operators: ARN_OPERATORS,
      wanted: ARN_PATTERNS,
      actual: [`arn:aws:sns:eu-west-1:${HOME}:topic/t`, `arn:aws:sns:eu-west-1:${AWAY}:topic/t:x`, 'topic'],
    },
  ],
  [
    2,
    {
      keys: ['aws:MultiFactorAuthPresent', 'aws:SecureTransport'],
      operators: ['Bool'],
      wanted: ['true', 'false', true, false, 'True'],
      actual: ['true', 'false', 'TRUE'],
    },
  ],
  [
    2,
    {
      keys: ['aws:MultiFactorAuthAge', 's3:max-keys'],
      operators: compared('Numeric'),
      wanted: ['10', 10, '10.0', '-2', 3600, '9.5', 'ten'],
      actual: ['10', '9', '10.00', '-2', '3600', 'ten'],
    },
  ],
  [
    2,
    {
      keys: ['aws:CurrentTime', 'aws:TokenIssueTime'],
      operators: compared('Date'),
      wanted: [
        '2026-11-22T10:00:00Z',
        '2026-11-22T12:00:00+02:00',
        '2026-11-22',
        '2026-11',
        '1795341600',
        1795341600,
        'soon',
      ],
      actual: ['2026-11-22T10:00:00Z', '2026-11-22T09:59:59.5Z', '2026-12-01', '1795341600', 'soon'],
    },
  ],
  [
    2,
    {
      keys: ['aws:SourceIp', 'aws:VpcSourceIp'],
      operators: ['IpAddress', 'NotIpAddress'],
      wanted: [
        '203.0.113.0/24',
        '203.0.113.7',
        '0.0.0.0/0',
        '203.0.113.6/31',
        '2001:DB8::/32',
        '::/0',
        '2001:db8:0:0::7/127',
        'here',
      ],
      actual: ['203.0.113.7', '198.51.100.1', '2001:db8::7', '2001:0db8:0::6', 'here'],
    },
  ],
  [
    1,
    {
      keys: ['x:binary'],
      operators: ['BinaryEquals'],
      wanted: ['YQ==', 'YWI='],
      actual: ['YQ==', 'YWI=', 'Yg=='],
    },
  ],
];

/** Letter case of keys means nothing. */
const spelled = (key: string): fc.Arbitrary<string> =>
  oftenFrom([6, key], [1, key.toLowerCase()], [1, key.toUpperCase()]);

/** Operator, key, values. */
export type ConditionJson = readonly [string, string, readonly (string | number | boolean)[]];

const onSubject = ({ keys, operators, wanted }: Subject): fc.Arbitrary<ConditionJson> =>
  fc.tuple(
    fc
      .tuple(
        oftenFrom([6, ''], [1, 'ForAnyValue:'], [1, 'ForAllValues:']),
        fc.constantFrom(...operators),
        oftenFrom([3, ''], [1, 'IfExists']),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(...keys).chain(spelled),
    fc.array(fc.constantFrom(...wanted), { minLength: 1, maxLength: 3 }),
  );

const onPresence: fc.Arbitrary<ConditionJson> = fc.tuple(
  fc.constant('Null'),
  fc.constantFrom(...SUBJECTS.flatMap(([, { keys }]) => keys)).chain(spelled),
  fc.subarray<string | boolean>(['true', false], { minLength: 1 }),
);

export const someCondition: fc.Arbitrary<ConditionJson> = fc.oneof(
  { withCrossShrink: true },
  ...SUBJECTS.map(([weight, subject]) => ({ weight, arbitrary: onSubject(subject) })),
  { weight: 1, arbitrary: onPresence },
);

/** Any value that this key may have in a request; undefined where it is absent. */
const valueOf = (actual: readonly string[]): fc.Arbitrary<ContextValue | undefined> => {
  const one = fc.constantFrom(...actual);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 10, arbitrary: one },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant('') },
  );
};

/** The keys that a request may state, each with what its value may be. */
export const CONTEXT_KEYS: readonly (readonly [string, fc.Arbitrary<ContextValue | undefined>])[] =
  SUBJECTS.flatMap(([, { keys, actual }]) =>
    actual.length === 0 ? [] : keys.map((key) => [key, valueOf(actual)] as const),
  );

export const someContext: fc.Arbitrary<RequestContext> = fc
  .tuple(...CONTEXT_KEYS.map(([key, value]) => fc.tuple(spelled(key), value)))
  .map((keys) =>
    Object.fromEntries(keys.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
  );
