// Pools: they find the statements about an action, in order, and are the same for the same list.
import { expect, test } from 'vitest';
import { allow, deny, policy } from '../../tests/evaluation/build.ts';
import { poolOf } from './pool.ts';

const first = policy([
  allow({ Action: 's3:Get*', Sid: 'a' }),
  allow({ Action: 'ec2:*', Sid: 'b' }),
  deny({ Action: undefined, NotAction: ['s3:GetObject', 'iam:*'], Sid: 'c' }),
  deny({ Action: undefined, NotAction: 's3:Put*', Sid: 'd' }),
]);
const second = policy([
  allow({ Action: '*', Sid: 'e' }),
  allow({ Action: ['sqs:*', 's3:getobject'], Sid: 'f' }),
]);
const third = policy([allow({ Action: 'sqs:*', Sid: 'g' })]);
const list = [first, second, third];

const about = (action: string) =>
  poolOf(list)
    .about(action)
    .map(({ compiled, named }) => `${compiled.statement.sid} ${named?.value ?? '(NotAction)'}`);

test.each([
  ['s3:GetObject', ['a s3:Get*', 'd (NotAction)', 'e *', 'f s3:getobject']],
  ['s3:PutObject', ['c (NotAction)', 'e *']],
  ['sqs:SendMessage', ['c (NotAction)', 'd (NotAction)', 'e *', 'f sqs:*', 'g sqs:*']],
  ['iam:ListUsers', ['d (NotAction)', 'e *']],
])('about %s', (action, expected) => {
  expect(about(action)).toEqual(expected);
  expect(about(action)).toEqual(expected);
});

test('the same list is the same pool, and so is the same policy alone', () => {
  expect(poolOf(list)).toBe(poolOf(list));
  expect(poolOf([...list])).not.toBe(poolOf(list));
  expect(poolOf(first)).toBe(poolOf(first));
});

test('a pool answers for more actions than it remembers', () => {
  const pool = poolOf([second]);
  for (let i = 0; i < 1000; i += 1) expect(pool.about(`sqs:Action${i}`)).toHaveLength(2);
  expect(pool.about('sqs:Action0')).toHaveLength(2);
});
