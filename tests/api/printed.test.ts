// What is printed, held against what the AWS CLI prints of the same values, and against itself.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PlainJson } from '../../src/aws/json.ts';
import { ok } from '../../src/aws/result.ts';
import { printedAnswer } from '../../src/api/command-line/output/answer.ts';
import { paged, type PageOptions } from '../../src/api/command-line/output/pages.ts';
import { printed, type OutputFormat } from '../../src/api/command-line/output/printed.ts';
import { parseQueryOption, type Query } from '../../src/api/command-line/output/query.ts';
import { widthOf } from '../../src/api/command-line/output/width.ts';
import { PRINTED } from './printed-cases.ts';

describe.each(PRINTED)('$what', ({ value, ...formats }) => {
  test.each(['json', 'text', 'table', 'yaml'] as const)('as %s', (format) => {
    const { text, error } = printed(format, 'ListUsers', value);
    expect(error).toBeNull();
    expect(text).toBe(formats[format].map((line) => `${line}\n`).join(''));
  });

  test('switched off', () => expect(printed('off', 'ListUsers', value).text).toBe(''));
});

/** What answers are made of: objects, lists of one kind. */
const name = fc.constantFrom('Arn', 'Tags', 'Users', 'aws:PrincipalTag/team', '日');
const scalar = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null));
const { object } = fc.letrec<{ object: Record<string, unknown> }>((tie) => ({
  object: fc.dictionary(
    name,
    fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(scalar, { maxLength: 3 }),
      tie('object'),
      fc.array(tie('object'), { maxLength: 3 }),
    ),
    { minKeys: 1, maxKeys: 4 },
  ),
}));
const answer = object.map((value) => JSON.parse(JSON.stringify(value)) as PlainJson);

test('JSON is read back as what was printed', () =>
  fc.assert(
    fc.property(answer, (value) => {
      expect(JSON.parse(printed('json', 'X', value).text)).toEqual(value);
    }),
  ));

test('YAML is read back as what was printed', () =>
  fc.assert(
    fc.property(answer, (value) => {
      expect(parse(printed('yaml', 'X', value).text)).toEqual(value);
    }),
  ));

test('no line of a table is longer or shorter than another', () =>
  fc.assert(
    fc.property(answer, fc.constantFrom(40, 80, 200), (value, columns) => {
      fc.pre(!JSON.stringify(value).includes('\\n'));
      const { text } = printed('table', 'ListUsers', value, columns);
      const widths = new Set(text.trimEnd().split('\n').map(widthOf));
      expect(widths.size).toBeLessThanOrEqual(1);
    }),
  ));

test('what does not make a table ends the command', () => {
  expect(printed('table', 'X', ['a', ['b', 'c']])).toEqual({
    text: '',
    error: 'Row should have 1 elements, instead it has 2',
  });
  expect(printed('text', 'X', ['a', { b: 1 }]).error).toBe("'str' object has no attribute 'items'");
});

describe('answers of several pages', () => {
  const pages = [
    { Users: [{ UserName: 'al' }, { UserName: 'bo' }], IsTruncated: true, Marker: '2' },
    { Users: [{ UserName: 'cy' }], IsTruncated: false },
  ];
  const options: PageOptions = { maxItems: null, pageSize: null, startingToken: null };
  const listed = (maxItems: number | null = null) => {
    let at = 0;
    return paged('iam:ListUsers', {}, { ...options, maxItems }, () => ok(pages[at++] ?? {}));
  };
  const query = (text: string): Query => {
    const parsed = parseQueryOption(text);
    if (!parsed.ok) throw new Error(parsed.error);
    return parsed.value;
  };
  const shown = (format: OutputFormat, text: string | null, maxItems?: number) =>
    printedAnswer('iam:ListUsers', listed(maxItems), { format, query: text === null ? null : query(text) })
      .text;

  test.each<[OutputFormat, string | null, string]>([
    ['json', 'length(Users)', '3\n'],
    ['json', 'Nothing', 'null\n'],
    ['text', 'length(Users)', '2\n1\n'],
    ['text', 'Users[].UserName', 'al\tbo\ncy\n'],
    ['text', null, 'USERS\tal\nUSERS\tbo\nUSERS\tcy\n'],
    ['yaml', 'Users[].UserName', '- al\n- bo\n- cy\n'],
    ['yaml-stream', 'Users[].UserName', '- - al\n  - bo\n- - cy\n'],
    [
      'table',
      'Users[2]',
      '--------------------\n|     ListUsers    |\n+-----------+------+\n|  UserName |  cy  |\n+-----------+------+\n',
    ],
    ['off', null, ''],
  ])('%s, %s', (format, text, expected) => {
    expect(shown(format, text)).toBe(expected);
  });

  test('the token of a cut list is the last line of text', () =>
    expect(shown('text', null, 1)).toBe(
      'USERS\tal\nNEXTTOKEN\teyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==\n',
    ));

  test('what was got before an error is printed where it comes page by page', () => {
    const stopped = { ...listed(), failure: { by: 'client', message: 'x' } as const };
    expect(printedAnswer('iam:ListUsers', stopped, { format: 'text', query: null }).text).not.toBe('');
    expect(printedAnswer('iam:ListUsers', stopped, { format: 'json', query: null }).text).toBe('');
  });
});
