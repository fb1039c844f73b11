// Tests of the next element: where it is offered unasked, and how it is reached from within a list.
import { expect, test } from 'vitest';
import { accept, at, BUCKET, statement, TRUST, type About } from '../../../tests/fixtures/completion.ts';
import { isNextClear } from './next-element.ts';

test.each<[where: string, marked: string, isClear: boolean, about?: About]>([
  ['behind the version', '{"Version": "2012-10-17"|}', true],
  ['behind an effect', statement('"Effect": "Allow"|'), true],
  ['behind an effect, lines above the brace', statement('"Effect": "Allow"|\n  '), true],
  ['behind an action', statement('"Effect": "Allow", "Action": "*"|'), true],
  ['behind a list of actions', statement('"Effect": "Allow", "Action": ["s3:*"]|'), true],
  ['behind the last that is needed', statement('"Effect": "Allow", "Action": "*", "Resource": "*"|'), false],
  [
    'behind what stands for another',
    statement('"Effect": "Deny", "NotAction": "*", "NotResource": "*"|'),
    false,
  ],
  [
    'behind the action of a trust policy',
    statement('"Effect": "Allow", "Principal": "*", "Action": "*"|'),
    false,
    TRUST,
  ],
  [
    'behind a principal to come',
    statement('"Effect": "Allow", "Action": "*", "Resource": "*"|'),
    true,
    BUCKET,
  ],
  ['in a list of actions', statement('"Effect": "Allow", "Action": ["s3:*"|]'), false],
  [
    'behind a value of a condition',
    statement('"Condition": {"StringEquals": {"aws:username": "a"|}}'),
    false,
  ],
  ['before another element', statement('"Effect": "Allow"|, "Action": "*"'), false],
  ['before another element without a comma', statement('"Effect": "Allow"| "Action": "*"'), false],
  ['within a string', statement('"Effect": "All|ow"'), false],
  ['behind a comma', statement('"Effect": "Allow",|'), false],
  ['in an empty statement', statement('|'), false],
])('%s', (_where, marked, isClear, { type = 'identity' } = {}) => {
  expect(isNextClear(marked.replace('|', ''), marked.indexOf('|'), type)).toBe(isClear);
});

test('in a list the element still needed stands first, and goes behind the list', () => {
  const { text, candidates } = at(
    '{"Statement": {\n  "Effect": "Deny",\n  "Action": ["iam:*", "sqs:*"|]\n}}',
    { type: 'scp' },
  );
  const [first, second] = candidates;
  expect(second?.label).toBe('s3:');
  expect(first && accept(text, first)).toBe(
    '{"Statement": {\n  "Effect": "Deny",\n  "Action": ["iam:*", "sqs:*"],\n  "Resource": "|"\n}}',
  );
});

test.each([
  ['where nothing is needed', '"Effect": "Deny", "Action": ["iam:*"|], "Resource": "*"'],
  ['where another value is begun', '"Effect": "Deny", "Action": ["iam:*", |]'],
  ['in an empty list', '"Effect": "Deny", "Action": [|]'],
])('no way out %s', (_where, inside) => {
  expect(at(statement(inside)).candidates.map(({ label }) => label)).not.toContain('Resource');
});
