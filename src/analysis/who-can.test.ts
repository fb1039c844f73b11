// Tests for the question who can do something.
import { describe, expect, test } from 'vitest';
import {
  BOOKSHOP_ACCOUNT,
  READ_ONLY,
  WORLD,
  WRITE_DRAFTS,
  caller,
  environment,
} from '../../tests/fixtures/world.ts';
import type { AuthorizationRequest } from '../api/operation.ts';
import { execute } from '../api/execute.ts';
import { whoCan } from './who-can.ts';

const allowedTo = (asked: AuthorizationRequest): string[] =>
  whoCan(WORLD, BOOKSHOP_ACCOUNT, asked, environment())
    .filter(({ evaluation }) => evaluation.decision.outcome === 'allow')
    .map(({ name }) => name);

describe('who can', () => {
  test.each<[AuthorizationRequest, string[]]>([
    [{ action: 's3:GetObject', resource: 'arn:aws:s3:::maple-drafts/plan.txt' }, ['root user', 'noor']],
    [
      { action: 's3:GetObject', resource: 'arn:aws:s3:::maple-catalog/spring.csv' },
      ['root user', 'jonas', 'noor'],
    ],
    [{ action: 's3:PutObject', resource: 'arn:aws:s3:::maple-catalog/spring.csv' }, ['root user']],
    [{ action: 's3:ListAllMyBuckets', resource: '*' }, ['root user', 'amira', 'jonas']],
    [{ action: 'iam:CreatePolicyVersion', resource: WRITE_DRAFTS }, ['root user', 'amira']],
    [{ action: 'iam:CreatePolicyVersion', resource: READ_ONLY.arn }, []],
    [{ action: 's3:GetObject', resource: 'arn:aws:s3:::north-press/a.txt' }, []],
  ])('$action on $resource', (asked, names) => expect(allowedTo(asked)).toEqual(names));
});

test('the root user comes first, then every user by name', () => {
  const answers = whoCan(
    WORLD,
    BOOKSHOP_ACCOUNT,
    { action: 's3:ListAllMyBuckets', resource: '*' },
    environment(),
  );
  expect(answers.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'root root user',
    'user amira',
    'user jonas',
    'user noor',
  ]);
});

test('the answer is what a call gets', () => {
  const asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::maple-drafts/plan.txt' } as const;
  const input = { Bucket: 'maple-drafts', Key: 'plan.txt' };
  for (const { kind, name, evaluation } of whoCan(WORLD, BOOKSHOP_ACCOUNT, asked, environment())) {
    if (kind === 'root') continue;
    const outcome = execute(WORLD, caller(name), { operation: 's3:GetObject', input }, environment());
    expect(outcome.evaluations[0]?.decision).toEqual(evaluation.decision);
  }
});
