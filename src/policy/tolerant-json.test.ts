// Texts that are not JSON: what a beginner is told, where, and what comes of the fixes.
import { describe, expect, test } from 'vitest';
import { withFix } from './diagnostic.ts';
import { readJson } from './json.ts';
import { readTolerantly } from './tolerant-json.ts';

/** Each fault as what is marked and what is said. */
const faultsOf = (text: string): (readonly [marked: string, what: string])[] =>
  readTolerantly(text).faults.map(({ what, from, to }) => [text.slice(from, to), what]);

/** Takes the first fix of the first fault that has one, until the text is JSON. */
function mended(text: string): string {
  let now = text;
  for (let step = 0; step < 30 && !readJson(now).ok; step++) {
    const [fix] = readTolerantly(now).faults.flatMap(({ fixes }) => fixes.slice(0, 1));
    if (fix === undefined) return now;
    now = withFix(now, fix);
  }
  return now;
}

test.each([
  ['a missing comma', '{"a":1 "b":2}', '"b"', 'a comma is missing before this', '{"a":1, "b":2}'],
  ['a comma missing in a list', '["a" "b"]', '"b"', 'a comma is missing before this', '["a", "b"]'],
  ['a trailing comma', '{"a":[1,2,]}', ',', 'no comma may stand after the last value', '{"a":[1,2]}'],
  ['two commas', '{"a":1,,"b":2}', ',', 'there is a comma too many', '{"a":1,"b":2}'],
  [
    'single quotes',
    `{"a":'it\\'s'}`,
    "'it\\'s'",
    'JSON takes double quotes, not single ones',
    `{"a":"it's"}`,
  ],
  ['backticks', '{"a":`b`}', '`b`', 'JSON takes double quotes, not backticks', '{"a":"b"}'],
  ['curly quotes', '{“a”:1}', '“a”', 'JSON takes straight double quotes, not curly ones', '{"a":1}'],
  [
    'a curly quote at the end',
    '{"a”:1}',
    '"a”',
    'JSON takes straight double quotes, not curly ones',
    '{"a":1}',
  ],
  ['an open brace', '{"a":{"b":1}', '{', 'the brace { that opens here is never closed', '{"a":{"b":1}}'],
  ['an open bracket', '{"a":[1}', '[', 'the bracket [ that opens here is never closed', '{"a":[1]}'],
  [
    'an open text',
    '{"a":"b,\n"c":1}',
    '"b',
    'this text has no closing quote on its line',
    '{"a":"b",\n"c":1}',
  ],
  ['a comment', '{"a":1} // so', '// so', 'comments are not part of JSON', '{"a":1} '],
  ['a long comment', '{/* so */"a":1}', '/* so */', 'comments are not part of JSON', '{"a":1}'],
  ['a comment of Python', '{"a":1 # so\n}', '# so', 'comments are not part of JSON', '{"a":1 \n}'],
  ['a value of Python', '{"a":True}', 'True', 'JSON writes this as true', '{"a":true}'],
  ['no value', '{"a":None}', 'None', 'JSON writes this as null', '{"a":null}'],
  ['a word', '{"a":Allow}', 'Allow', 'text has to stand in double quotes', '{"a":"Allow"}'],
  [
    'an ARN without quotes',
    '{"a":arn:aws:s3:::b/*}',
    'arn:aws:s3:::b/*',
    'text has to stand in double quotes',
    '{"a":"arn:aws:s3:::b/*"}',
  ],
  ['a name without quotes', '{a:1}', 'a', 'a name has to stand in double quotes', '{"a":1}'],
  [
    'a key without quotes',
    '{aws:username: 1}',
    'aws:username',
    'a name has to stand in double quotes',
    '{"aws:username": 1}',
  ],
  [
    'an account id that begins with 0',
    '{"a":012345678901}',
    '012345678901',
    'this number is not well formed',
    '{"a":"012345678901"}',
  ],
  ['no colon', '{"a" 1}', '1', 'a colon is missing before this', '{"a": 1}'],
  ['an equals sign', '{"a"=1}', '=', 'a name and its value are joined by a colon', '{"a":1}'],
  ['an arrow', '{"a"=>1}', '=>', 'a name and its value are joined by a colon', '{"a":1}'],
  ['a brace too many', '{"a":1}}', '}', 'this } closes nothing', '{"a":1}'],
  [
    'two documents',
    '{"a":1}\n{"b":2}',
    '{',
    'a second document begins here, and there can only be one',
    '{"a":1}',
  ],
  ['words after the end', '{"a":1} done', 'done', 'nothing may follow the end of the document', '{"a":1}'],
  ['the same name twice', '{"a":1,"a":2}', '"a"', 'the name "a" occurs twice in this object', '{"a":1}'],
  ['a byte order mark', '\uFEFF{}', '\uFEFF', 'an invisible character stands here', '{}'],
  [
    'a space of a word processor',
    '{"a":\u00a01}',
    '\u00a0',
    'an invisible character stands here',
    '{"a": 1}',
  ],
  ['a wrong escape', '{"a":"b\\*"}', '\\*', 'JSON has no such escape after a backslash', '{"a":"b\\\\*"}'],
  ['a tabulator', '{"a":"\t"}', '\t', 'a control character stands in this text', '{"a":"\\t"}'],
])('%s', (_, text, marked, what, after) => {
  expect(faultsOf(text)).toContainEqual([marked, what]);
  expect(mended(text)).toBe(after);
});

describe('faults without a sure way out', () => {
  test.each([
    ['{"a":}', '"a":', 'the value of "a" is missing'],
    ['{"a"}', '"a"', 'a colon and a value are missing after this name'],
    ['{{"a":1}}', '{', 'a name in double quotes is expected here'],
    ['Effect: Allow', 'Effect:', 'a policy begins with an opening brace {'],
    ['<xml>', '<xml>', 'a policy begins with an opening brace {'],
  ])('%s', (text, marked, what) => {
    expect(faultsOf(text)).toContainEqual([marked, what]);
  });
});

test('nothing at all becomes an empty policy', () => {
  expect(faultsOf(' ')).toEqual([[' ', 'there is nothing here yet']]);
  expect(JSON.parse(mended(''))).toEqual({ Version: '2012-10-17', Statement: [] });
});

test('all faults of one text are found, in its order', () => {
  const text = `{
  'Version': "2012-10-17"
  "Statement": [{
    Effect: Allow, // as always
    "Action": ["s3:GetObject",],
    "Resource": "*
  }]`;
  expect(faultsOf(text).map(([marked]) => marked)).toEqual([
    '{',
    "'Version'",
    '"Statement"',
    'Effect',
    'Allow',
    '// as always',
    ',',
    '"*',
  ]);
  expect(JSON.parse(mended(text))).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }],
  });
});

test('one fix mends all single quotes', () => {
  const text = "{'a': ['b', 'c']}";
  const [first] = readTolerantly(text).faults;
  const [, all] = first?.fixes ?? [];
  expect(all?.label).toBe('Mend all 3 like this');
  expect(all && withFix(text, all)).toBe('{"a": ["b", "c"]}');
});

test('a hundred faults are enough', () => {
  expect(readTolerantly(`[${'1,,'.repeat(1_000)}`).faults).toHaveLength(100);
});
