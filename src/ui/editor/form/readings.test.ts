// Tests of the sentences of a form: one for each whole statement, and made again only for what has changed.
import { expect, test } from 'vitest';
import { VOCABULARY } from '../../../../tests/policy/vocabulary.ts';
import { readForm } from '../../../policy/form/read-form.ts';
import { Readings } from './readings.ts';

const whole = (action: string) => ({ Effect: 'Allow', Action: action, Resource: '*' });
const textOf = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

function reader() {
  const readings = new Readings();
  return (text: string) => readings.of(text, readForm(text)?.statements ?? [], 'identity', VOCABULARY);
}

test('a statement that lacks something, or cannot be read, has none', () => {
  const read = reader();
  const [first, lacking, unread, noted] = read(
    textOf(
      whole('s3:GetObject'),
      { Effect: 'Allow', Action: 's3:GetObject' },
      { ...whole('s3:GetObject'), Condition: 1 },
      { ...whole('s3:PutObject'), Note: 'kept' },
    ),
  );
  expect(JSON.stringify(first)).toContain('s3:GetObject');
  expect([lacking, unread]).toEqual([null, null]);
  expect(JSON.stringify(noted)).toContain('s3:PutObject');
});

test('what stays is the same, and what changes is another', () => {
  const read = reader();
  const [a, b] = read(textOf(whole('s3:GetObject'), whole('s3:PutObject')));
  const [c, d] = read(textOf(whole('s3:GetObject'), { ...whole('s3:PutObject'), Effect: 'Deny' }));
  expect(c).toBe(a);
  expect(d).not.toEqual(b);
  // Also at another place, and one statement by itself.
  const [, e] = read(textOf(whole('s3:ListBucket'), whole('s3:GetObject')));
  expect(e).toBe(a);
  const single = JSON.stringify({ Version: '2012-10-17', Statement: whole('s3:GetObject') });
  expect(read(single)[0]).toBe(a);
});

test('a policy without statements has none', () => expect(reader()('{}')).toEqual([]));
