// Tests for the marks on the desk: what they say, and which is looked at first.
import { expect, test } from 'vitest';
import type { ApiOutcome } from '../../api/call.ts';
import type { Evaluation } from '../../evaluation/evaluation.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { ask, drafts, noor } from '../../../tests/fixtures/ask.ts';
import { allow, MANAGED, policyText, WORLD, WRITE_DRAFTS } from '../../../tests/fixtures/world.ts';
import { evaluateAsEdited } from './as-edited.ts';
import { deskMarks, firstPlace } from './desk-marks.ts';

const asked: ApiOutcome = ask(noor, {
  operation: 's3:PutObject',
  input: { ...drafts, Key: 'a.md', Body: '' },
});

function desk(...statements: readonly object[]): {
  text: string;
  evaluation: Evaluation;
} {
  const text = policyText(...statements);
  const { document } = parsePolicy(text);
  if (!document || !asked.event.request) throw new Error('nothing to judge');
  return { text, evaluation: evaluateAsEdited(WORLD, MANAGED, asked.event.request, WRITE_DRAFTS, document) };
}
const words = (text: string, { from, to }: { from: number; to: number }) => text.slice(from, to);

test('the first place is a mark, also where another statement came as close', () => {
  const { text, evaluation } = desk(
    allow(['ec2:DescribeVpcs', 'ec2:DescribeHosts'], 'arn:aws:s3:::maple-drafts/*'),
    allow(['s3:GetObject', 'ec2:DescribeVpcs'], '*'),
  );
  const marks = deskMarks(evaluation, WRITE_DRAFTS);
  expect(marks.map((mark) => words(text, mark))).toEqual(['"s3:GetObject"']);
  const first = firstPlace(evaluation, WRITE_DRAFTS, marks);
  expect(first && words(text, first)).toBe('"s3:GetObject"');
});

test('a mark on one of many actions says how many there are', () => {
  const { evaluation } = desk(allow(['s3:GetObject', 'ec2:DescribeVpcs', 'ec2:DescribeHosts']));
  expect(deskMarks(evaluation, WRITE_DRAFTS).map(({ note }) => note)).toEqual([
    'Action does not match: s3:PutObject is not in s3:GetObject. The statement lists 3 actions in all.',
  ]);
});

test('a mark that names every action, and one on a resource, say no more', () => {
  for (const statement of [
    allow(['s3:GetObject']),
    allow(['s3:PutObject', 'ec2:DescribeVpcs'], 'arn:aws:s3:::x'),
  ]) {
    const { evaluation } = desk(statement);
    const marks = deskMarks(evaluation, WRITE_DRAFTS);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.note).not.toContain('lists');
  }
});

test('a policy that had no part in it has no place', () => {
  const { evaluation } = desk(allow('s3:PutObject'));
  const other = 'inline:user/noor/ReadCatalog';
  expect(deskMarks(evaluation, other)).toEqual([]);
  expect(firstPlace(evaluation, other, [])).toBeNull();
});
