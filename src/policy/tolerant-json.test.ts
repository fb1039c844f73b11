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
  ['an open text', '{"a":"b,\n"c":1}', '"b', 'this text has no closing quote', '{"a":"b",\n"c":1}'],
  ['a comment', '{"a":1} // so', '// so', 'comments are not part of JSON', '{"a":1} '],
  ['a long comment', '{/* so */"a":1}', '/* so */', 'comments are not part of JSON', '{"a":1}'],
  ['a comment of Python', '{"a":1 # so\n}', '# so', 'comments are not part of JSON', '{"a":1 \n}'],
  ['a value of Python', '{"a":True}', 'True', 'JSON writes this as true', '{"a":true}'],
  [
    'a version without quotes',
    '{"Version":2012/10/17}',
    '2012/10/17',
    'text has to stand in double quotes',
    '{"Version":"2012-10-17"}',
  ],
  ['no value', '{"a":None}', 'None', 'None is no value, and what has none is left out', '{}'],
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
    'a number is not written like this',
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
  ['a wrong escape', '{"a":"b\\*"}', '\\*', 'a backslash is written twice in JSON', '{"a":"b\\\\*"}'],
  ['a tabulator', '{"a":"\t"}', '\t', 'a sign that cannot be seen stands in this text', '{"a":"\\t"}'],
])('%s', (_, text, marked, what, after) => {
  expect(faultsOf(text)).toContainEqual([marked, what]);
  expect(mended(text)).toBe(after);
});

describe('faults without a sure way out', () => {
  test.each([
    ['{"a":}', '"a":', 'the value of "a" is missing'],
    ['{"a"}', '"a"', 'a colon and a value are missing after this name'],
    ['{{"a":1}}', '{', 'a name in double quotes is expected here'],
  ])('%s', (text, marked, what) => {
    expect(faultsOf(text)).toContainEqual([marked, what]);
  });
});

describe('what is no attempt at JSON', () => {
  test.each([
    ['nothing', ' ', ' ', 'there is nothing here yet', { Version: '2012-10-17', Statement: [] }],
    [
      'a word',
      'policy',
      'policy',
      'a policy begins with an opening brace {',
      { Version: '2012-10-17', Statement: [] },
    ],
    [
      'an action',
      's3:GetObject',
      's3:GetObject',
      'a policy begins with an opening brace {',
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    ],
    [
      'YAML with tabs',
      'Version: 2012-10-17\nStatement:\n\t- Effect: Allow\n\t  Action: s3:GetObject\n',
      '\t- Effect: Allow',
      'it is written in YAML, which takes spaces to indent, not tabs',
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject' }] },
    ],
    [
      'words before it',
      'Here it is: {"a":1}',
      'Here it is: {"a":1}',
      'a policy begins with an opening brace {',
      { a: 1 },
    ],
    [
      'a code block',
      '```json\n{"a":1}\n```\n',
      '```',
      'the lines with ``` around it do not belong to it',
      { a: 1 },
    ],
    [
      'YAML',
      'Version: 2012-10-17\nStatement:\n  - Effect: Allow # all of it\n    Action: [s3:GetObject]\n    Resource: "*"\n',
      'Version: 2012-10-17',
      'it is written in YAML',
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }],
      },
    ],
    [
      'YAML with an account id that looks like a number',
      '---\nPrincipal:\n  AWS: 012345678901\n',
      '---',
      'it is written in YAML',
      { Principal: { AWS: '012345678901' } },
    ],
  ])('%s', (_, text, marked, what, after) => {
    expect(faultsOf(text)).toEqual([[marked, what]]);
    expect(JSON.parse(mended(text))).toEqual(after);
  });

  test.each([
    [
      'tags of CloudFormation',
      'Resource: !Sub "arn:aws:s3:::maple-drafts"',
      '!Sub',
      /CloudFormation/,
      ['Turn it into JSON, leaving what !Sub fills in to you'],
    ],
    ['YAML with a fault', 'Effect: Allow\n Action: *\n\t- x', 'Effect: Allow', /written in YAML, and/, []],
    ['a list of words', '- s3:GetObject\n- s3:PutObject', '- s3:GetObject', /begins with/, []],
  ])('%s: nothing that was written is thrown away', (_, text, marked, what, labels) => {
    const [fault] = readTolerantly(text).faults;
    expect(text.slice(fault?.from, fault?.to)).toBe(marked);
    expect(fault?.what).toMatch(what);
    expect(fault?.fixes.map(({ label }) => label)).toEqual(labels);
  });
});

describe('one sign tells what would otherwise be many faults', () => {
  test.each([
    ['a quote missing before a name', '{"a":"b",c":"d"}', 'c', 'this text has no opening quote'],
    ['a quote missing after a name', '{"a:"b","c":"d"}', '"a', 'this text has no closing quote'],
    ['a quote missing after a value', '{"a":["b,"c","d"]}', '"b', 'this text has no closing quote'],
    ['no closing quote after a variable', '{"a":["${b},"c"]}', '"${b}', 'this text has no closing quote'],
    ['no brace at the start', '"a":"b","c":"d"}', '"a"', 'an opening brace { is missing before this'],
    ['no brace in a list', '["a":"b","c":"d"}]', '"a"', 'an opening brace { is missing before this'],
    [
      'no bracket after the colon',
      '{"a":"b","c"],"d":1}',
      '"b"',
      'an opening bracket [ is missing before this',
    ],
    ['no bracket at the end', '{"a":["b","c","d":1}', '"d"', 'a closing bracket ] is missing before this'],
    [
      'no brace at the end of an object',
      '[{"a":{"b":1,"c":2}]',
      '{',
      'the brace { that opens here is never closed',
    ],
    ['the other sign at the end', '[{"a":["b"},"c":1}]', '}', 'what [ opens is closed by ], not by }'],
    ['all of the end', '{"a":[{"b":1', '1', '}]} is missing at the end'],
    ['a semicolon for a comma', '{"a":1;"b":2}', ';', 'a comma separates values, not ;'],
    ['a semicolon at the end', '{"a":1};', ';', 'JSON has no ;'],
    ['a colon for a comma', '["a":"b"]', ':', 'a comma separates values, not :'],
  ])('%s', (_, text, marked, what) => {
    expect(faultsOf(text)).toEqual([[marked, what]]);
    expect(readJson(mended(text)).ok).toBe(true);
  });

  test('the lines tell where a brace is missing, though it could be added at the end', () => {
    const text = `{
  "Statement": {
    "Condition": {
      "Null": {"aws:username": "true"}
    ,
    "Effect": "Deny"
  }
}`;
    expect(faultsOf(text)).toEqual([[',', 'a closing brace } is missing before this']]);
    expect(JSON.parse(mended(text))).toEqual({
      Statement: { Condition: { Null: { 'aws:username': 'true' } }, Effect: 'Deny' },
    });
  });

  test.each([
    [
      'a principal',
      '{"Statement":[{"Principal":{"AWS":"1","Action":"s3:*","Resource":"*"}]}',
      '"Action"',
      'a closing brace } is missing before this',
      { Statement: [{ Principal: { AWS: '1' }, Action: 's3:*', Resource: '*' }] },
    ],
    [
      'a condition',
      '{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":"true"},"Effect":"Deny"}]}',
      '"Effect"',
      'a closing brace } is missing before this',
      { Statement: [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } }, Effect: 'Deny' }] },
    ],
    [
      'an operator and its condition',
      '{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":"true"}]}',
      ']',
      '}} is missing before this',
      { Statement: [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }] },
    ],
  ])('the names tell where on one line %s was to be closed', (_, text, marked, what, after) => {
    expect(faultsOf(text)).toEqual([[marked, what]]);
    expect(JSON.parse(mended(text))).toEqual(after);
  });

  test('the tree has its places in the text as it was typed', () => {
    const text = '{"a:"b","c":["d"}';
    const { value } = readTolerantly(text);
    expect(value).toMatchObject({
      members: [
        { name: { value: 'a', from: 1, to: 3 }, value: { value: 'b', from: 4, to: 7 } },
        { name: { value: 'c', from: 8, to: 11 }, value: { items: [{ value: 'd', from: 13, to: 16 }] } },
      ],
    });
  });
});

test('all faults of one text are found, in its order, and none is explained by leaving the rest unread', () => {
  const text = `{
  'Version': "2012-10-17"
  "Statement": [{
    Effect: Allow; // as always
    "Action": ["s3:GetObject",],
    "Resource": "*
  }]`;
  expect(faultsOf(text).map(([marked]) => marked)).toEqual([
    ...['{', "'Version'", '"Statement"', 'Effect', 'Allow', ';', '// as always', ',', '"*'],
  ]);
  expect(JSON.parse(mended(text))).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }],
  });
});

test('texts in other quotes are told one by one, whatever else is missing', () => {
  const text =
    "{'Version': '2012-10-17'\n 'Statement': {'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}";
  const told = faultsOf(text).map(([marked]) => marked);
  expect(told.filter((marked) => marked.startsWith("'")).length).toBe(10);
  expect(told.length).toBe(11);
  expect(JSON.parse(mended(text))).toMatchObject({ Statement: { Action: 's3:*' } });
});

test('a line of words is nothing that a single key throws away', () => {
  const text = 'let noor read the drafts';
  expect(faultsOf(text)).toEqual([[text, 'a policy begins with an opening brace {']]);
  expect(mended(text)).toBe(text);
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
