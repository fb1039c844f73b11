// `--query`: expressions, what they pick, and what is said of those that cannot be read.
import { describe, expect, test } from 'vitest';
import type { PlainJson } from '../../../aws/json.ts';
import { err, ok } from '../../../aws/result.ts';
import { parseQueryOption } from './query.ts';

const ANSWER: PlainJson = {
  Users: [
    { UserName: 'bob', CreateDate: '2024-05-01T00:00:00+00:00', Tags: [{ Key: 'team', Value: 'red' }], n: 3 },
    { UserName: 'alice', CreateDate: '2026-01-01T00:00:00+00:00', n: 1 },
  ],
  IsTruncated: false,
  Names: ['x', 'y', 'z'],
};

function asked(text: string) {
  const query = parseQueryOption(text);
  return query.ok ? query.value(ANSWER) : query;
}

describe('picks and reshapes', () => {
  test.each<[string, PlainJson]>([
    ['Users[].UserName', ['bob', 'alice']],
    [
      'Users[*].[UserName,n]',
      [
        ['bob', 3],
        ['alice', 1],
      ],
    ],
    [
      'Users[].{name: UserName, since: CreateDate}',
      [
        { name: 'bob', since: '2024-05-01T00:00:00+00:00' },
        { name: 'alice', since: '2026-01-01T00:00:00+00:00' },
      ],
    ],
    ["Users[?UserName=='bob'].n | [0]", 3],
    ['Users[?UserName==`bob`].n', [3]],
    ["Users[?CreateDate>='2025-01-01'].UserName", ['alice']],
    ['Users[?n < `2`].UserName', ['alice']],
    ["Users[?contains(UserName, 'li')].UserName", ['alice']],
    ["Users[?contains(UserName, 'b') && n > `1`].UserName", ['bob']],
    ['Users[?!Tags].UserName', ['alice']],
    ["Users[?Tags[?Key=='team' && Value=='red']].UserName", ['bob']],
    ['Users[].Tags[].Value', ['red']],
    ['sort_by(Users, &UserName)[].UserName', ['alice', 'bob']],
    ['reverse(sort_by(Users, &n))[0].UserName', 'bob'],
    ['min_by(Users, &n).UserName', 'alice'],
    ['length(Users)', 2],
    ['keys(@)', ['Users', 'IsTruncated', 'Names']],
    ['Users[-1].UserName', 'alice'],
    ['Names[::-1]', ['z', 'y', 'x']],
    ['Names[1:]', ['y', 'z']],
    ['Names[:2]', ['x', 'y']],
    ["join(', ', Names)", 'x, y, z'],
    ['to_string(Users[0].Tags)', '[{"Key":"team","Value":"red"}]'],
    ['not_null(Missing, Names[0])', 'x'],
    ['Missing', null],
    ['Users[].Missing', []],
    ['Users[0].UserName.deeper', null],
    ['"Names"', ['x', 'y', 'z']],
    [
      '*[0]',
      [
        {
          UserName: 'bob',
          CreateDate: '2024-05-01T00:00:00+00:00',
          Tags: [{ Key: 'team', Value: 'red' }],
          n: 3,
        },
        'x',
      ],
    ],
    ['sum(Users[].n)', 4],
    ['avg(Users[].n)', 2.0],
    ['max(Users[].n)', 3],
    ['type(IsTruncated)', 'boolean'],
    ['map(&UserName, Users)', ['bob', 'alice']],
    ["Users[].not_null(Tags[0].Value, 'none')", ['red', 'none']],
    ["IsTruncated || 'no'", 'no'],
    ['merge(Users[1], {n: `7`})', { UserName: 'alice', CreateDate: '2026-01-01T00:00:00+00:00', n: 7 }],
    ["to_number('12')", 12],
    ['`{"a": 1}`', { a: 1 }],
    ['(Users)[0].n', 3],
    [
      'Users[].[UserName, Tags[0].Value]',
      [
        ['bob', 'red'],
        ['alice', null],
      ],
    ],
    ['@.Names[0]', 'x'],
    ['values({a: `1`})', [1]],
    ['floor(`1.5`)', 1],
    ['to_array(n)', [null]],
    ["ends_with('abc', 'bc')", true],
    ["Names[?@ != 'x']", ['y', 'z']],
  ])('%s', (text, value) => expect(asked(text)).toEqual(ok(value)));
});

const incomplete = (text: string): string =>
  `Invalid jmespath expression: Incomplete expression:\n"${text}"\n${' '.repeat(text.length + 1)}^`;

describe('is no expression', () => {
  test.each([
    ['', 'Invalid JMESPath expression: cannot be empty.'],
    [
      "Users[?UserName='bob']",
      "Bad jmespath expression: Unknown token '=':\nUsers[?UserName='bob']\n               ^",
    ],
    ...['Users[', 'Users.', 'Users[?UserName==bob', 'Users.[', 'length(', 'Users[0', '{a: b'].map((text) => [
      text,
      incomplete(text),
    ]),
    ['Users[]]', 'Unexpected token type: Rbracket, value: ]'],
    ['Users[].{UserName}', 'Expected Colon, got: Rbrace'],
    ['foo bar', 'Unexpected token type: UnquotedIdentifier, value: bar'],
    ['#', 'Unknown character: #'],
    ['Users[a]', 'Expected Star, got: UnquotedIdentifier'],
    ['"f"(a)', 'Quoted identifier not allowed for function names.'],
  ])('%s', (text, why) => expect(asked(text ?? '')).toEqual(err(`Bad value for --query ${text}: ${why}`)));
});

describe('does not fit the answer', () => {
  test.each([
    [
      'length(Missing)',
      'TypeError: length() expected argument 1 to be type (string | array | object) but received type null instead.',
    ],
    ['upper(UserName)', 'Unknown function: upper()'],
    ['length(Users, Names)', 'ArgumentError: length() takes 1 argument but received 2'],
    ['Names[::0]', 'Invalid slice, step cannot be 0'],
  ])('%s', (text, why) => expect(asked(text)).toEqual(err(why)));
});
