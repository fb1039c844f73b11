// Every condition operator has a table: value in the policy, value in the request, whether the condition is met.
import { describe, expect, test } from 'vitest';
import { condition, context } from '../../../tests/evaluation/build.ts';
import type { BaseOperator } from '../../policy/document.ts';
import { compileCondition } from './condition.ts';
import { OPERATORS } from './registry.ts';

type Row = readonly [wanted: string | readonly string[], actual: string, met: boolean];

const ORDER = {
  '9': { '10': -1 },
  '10': { '10': 0 },
  '10.5': { '10': 1 },
} as const;

/** The same comparisons for each operator that orders numbers. */
const numeric = (holds: (order: number) => boolean): Row[] => [
  ...Object.entries(ORDER).flatMap(([actual, against]) =>
    Object.entries(against).map(([wanted, order]): Row => [wanted, actual, holds(order)]),
  ),
  ['10', '-9.5', holds(-1)],
  ['10', 'ten', false],
  ['ten', '10', false],
  ['', '', false],
];

const dates = (holds: (order: number) => boolean): Row[] => [
  ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', holds(-1)],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', holds(0)],
  ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', holds(0)],
  ['2026-01-01', '2026-01-01T00:00Z', holds(0)],
  ['2026', '2026-01', holds(0)],
  ['1767225600', '2026-01-01T00:00:00Z', holds(0)],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z', holds(1)],
  ['2026-01-01T00:00:00Z', '1767225601', holds(1)],
  ['2026-01-01T00:00:00Z', 'yesterday', false],
  ['2026-02-30', '2026-03-02', false],
  ['2026-13-01', '2026-01-01', false],
  ['2026-01-01T00:00:00', '2026-01-01T00:00:00Z', false],
  ['2026-01-01T00:00:00+99:00', '2026-01-01T00:00:00Z', false],
];

const inverted = (rows: readonly Row[]): Row[] => rows.map(([wanted, actual, met]) => [wanted, actual, !met]);

const STRING_EQUALS: Row[] = [
  ['admin', 'admin', true],
  ['admin', 'Admin', false],
  ['adm*', 'admin', false],
  ['adm*', 'adm*', true],
  [['a', 'b'], 'b', true],
  [['a', 'b'], 'c', false],
  [[], 'c', false],
  ['', '', true],
  ['${aws:username}', 'alice', true],
  ['${aws:username}', 'zoe', false],
  ['${absent}', '', false],
];
const STRING_IGNORING_CASE: Row[] = [
  ['admin', 'ADMIN', true],
  ['ADMIN', 'admin', true],
  ['adm*', 'admin', false],
  ['${aws:username}', 'ALICE', true],
];
const STRING_LIKE: Row[] = [
  ['fin/*', 'fin/2026/a', true],
  ['fin', 'fin/2026', false],
  ['fin*', 'Fin1', false],
  ['t?', 't12', false],
  ['t??', 't12', true],
  [['x*', 't*'], 't12', true],
  ['home/${aws:username}/*', 'home/alice/x', true],
  ['${*}', 'x', false],
  [
    'arn:aws:somesvc:*:111122223333:finance/*',
    'arn:aws:somesvc:us-east-2:9:store/abc:111122223333:finance/doc',
    true,
  ],
];
const ARN_LIKE: Row[] = [
  ['arn:aws:iam::111122223333:role/dev-*', 'arn:aws:iam::111122223333:role/dev-7', true],
  ['arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:role/a/b', true],
  ['arn:aws:iam::*:role/x', 'arn:aws:iam::111122223333:ROLE/x', false],
  [
    'arn:aws:somesvc:*:111122223333:finance/*',
    'arn:aws:somesvc:us-east-2:9:store/abc:111122223333:finance/doc',
    false,
  ],
  ['arn:aws:codebuild:*:*:build/web:*', 'arn:aws:codebuild:us-east-2:1:build/web:1', true],
  ['arn:aws:s?s:*:*:*', 'arn:aws:sqs:us-east-1:1:q', true],
  ['arn:*', 'arn:aws:sqs:us-east-1:1:q', false],
  ['*', 'arn:aws:sqs:us-east-1:1:q', false],
  ['arn:aws:s3:::b', 'b', false],
  ['arn:aws:iam::${aws:PrincipalAccount}:user/${aws:username}', 'arn:aws:iam::111122223333:user/alice', true],
  ['arn:aws:iam::${aws:PrincipalArn}:user/x', 'arn:aws:iam::1:user/x', false],
];
const IP_ADDRESS: Row[] = [
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.0/24', '203.0.114.0', false],
  ['203.0.113.7/24', '203.0.113.9', true],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
  ['0.0.0.0/0', '203.0.113.7', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['2001:DB8:1234:5678::/64', '2001:db8:1234:5678:9:a:b:c', true],
  ['2001:db8::1', '2001:DB8:0:0:0:0:0:1', true],
  ['2001:db8::/32', '203.0.113.7', false],
  [['192.0.2.0/24', '203.0.113.0/24'], '203.0.113.7', true],
  ['203.0.113.0/33', '203.0.113.0', false],
  ['203.0.113.0/', '203.0.113.0', false],
  ['203.0.113', '203.0.0.113', false],
  ['0313.0.0161.7', '203.0.113.7', false],
  ['not an address', '203.0.113.7', false],
  ['203.0.113.0/24', 'not an address', false],
];

const TABLES: Readonly<Record<Exclude<BaseOperator, 'Null'>, readonly Row[]>> = {
  StringEquals: STRING_EQUALS,
  StringNotEquals: inverted(STRING_EQUALS),
  StringEqualsIgnoreCase: STRING_IGNORING_CASE,
  StringNotEqualsIgnoreCase: inverted(STRING_IGNORING_CASE),
  StringLike: STRING_LIKE,
  StringNotLike: inverted(STRING_LIKE),
  NumericEquals: [...numeric((order) => order === 0), ['10', '10.0', true], ['1000', '1e3', false]],
  NumericNotEquals: inverted(numeric((order) => order === 0)),
  NumericLessThan: numeric((order) => order < 0),
  NumericLessThanEquals: numeric((order) => order <= 0),
  NumericGreaterThan: numeric((order) => order > 0),
  NumericGreaterThanEquals: numeric((order) => order >= 0),
  DateEquals: dates((order) => order === 0),
  DateNotEquals: inverted(dates((order) => order === 0)),
  DateLessThan: dates((order) => order < 0),
  DateLessThanEquals: dates((order) => order <= 0),
  DateGreaterThan: dates((order) => order > 0),
  DateGreaterThanEquals: dates((order) => order >= 0),
  Bool: [
    ['true', 'true', true],
    ['true', 'TRUE', true],
    ['True', 'true', true],
    ['true', 'false', false],
    ['false', 'false', true],
    ['yes', 'yes', false],
    [['true', 'false'], 'false', true],
  ],
  BinaryEquals: [
    ['QUJD', 'QUJD', true],
    ['QUI=', 'QUI', true],
    ['QUJD', 'qujd', false],
    ['QUJD', 'QUI=', false],
    ['Q', 'Q', false],
    ['not base64!', 'not base64!', false],
    ['', '', true],
  ],
  IpAddress: IP_ADDRESS,
  NotIpAddress: inverted(IP_ADDRESS),
  ArnEquals: ARN_LIKE,
  ArnLike: ARN_LIKE,
  ArnNotEquals: inverted(ARN_LIKE),
  ArnNotLike: inverted(ARN_LIKE),
};

describe.each(Object.entries(TABLES))('%s', (operator, rows) => {
  test.each(rows.map(([wanted, actual, met]) => ({ wanted, actual, met })))(
    '$wanted, the request has $actual: $met',
    ({ wanted, actual, met }) => {
      const compiled = compileCondition(condition(operator, 'k', wanted), '2012-10-17');
      expect(compiled.test(context({ k: actual }))).toBe(met);
    },
  );
});

describe('Null', () => {
  test.each([
    ['true', {}, true],
    ['true', { k: 'x' }, false],
    ['false', {}, false],
    ['false', { k: 'x' }, true],
    ['false', { k: [] }, false],
    [['true', 'false'], {}, true],
    [['true', 'false'], { k: 'x' }, true],
    ['TRUE', {}, true],
    ['maybe', {}, false],
    ['maybe', { k: 'x' }, false],
  ])('%j with %j: %j', (wanted, keys, met) => {
    const compiled = compileCondition(condition('Null', 'k', wanted), '2012-10-17');
    expect(compiled.test(context(keys))).toBe(met);
  });
});

test('every operator answers to its own name', () => {
  for (const [name, rule] of Object.entries(OPERATORS)) expect(rule.name).toBe(name);
  expect(Object.keys(OPERATORS).toSorted()).toEqual([...Object.keys(TABLES), 'Null'].toSorted());
});
