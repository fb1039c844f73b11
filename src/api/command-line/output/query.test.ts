// `--query`: expressions and what the Python of the AWS CLI makes of them.
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
    ["Users[?starts_with(UserName, 'b') && n > `1`].UserName", ['bob']],
    ['Users[?!Tags].UserName', ['alice']],
    ["Users[?Tags[?Key=='team' && Value=='red']].UserName", ['bob']],
    ['Users[].Tags[].Value', ['red']],
    ['sort_by(Users, &UserName)[].UserName', ['alice', 'bob']],
    ['reverse(sort_by(Users, &n))[0].UserName', 'bob'],
    ['max_by(Users, &CreateDate).UserName', 'alice'],
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

describe('is no expression', () => {
  test.each([
    ['', 'Invalid JMESPath expression: cannot be empty.'],
    ['Users[', 'Invalid jmespath expression: Incomplete expression:\n"Users["\n       ^'],
    [
      'Users[]]',
      'Unexpected token: ]: Parse error at column 7, token "]" (RBRACKET), for expression:\n"Users[]]"\n        ^',
    ],
    [
      'Users.',
      "Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: eof: Parse error at column 6, token \"\" (EOF), for expression:\n\"Users.\"\n       ^",
    ],
    [
      "Users[?UserName='bob']",
      "Bad jmespath expression: Unknown token '=':\nUsers[?UserName='bob']\n               ^",
    ],
    [
      'Users[?UserName==bob',
      'Invalid jmespath expression: Incomplete expression:\n"Users[?UserName==bob"\n                     ^',
    ],
    [
      'Users[].{UserName}',
      'Expecting: colon, got: rbrace: Parse error at column 17, token "}" (RBRACE), for expression:\n"Users[].{UserName}"\n                  ^',
    ],
    [
      'foo bar',
      'Unexpected token: bar: Parse error at column 4, token "bar" (UNQUOTED_IDENTIFIER), for expression:\n"foo bar"\n     ^',
    ],
    ["'open", "Bad jmespath expression: Unclosed ' delimiter:\n'open\n^"],
    ['-', "Bad jmespath expression: Unknown token '-':\n-\n^"],
    ['Users.[', 'Invalid jmespath expression: Incomplete expression:\n"Users.["\n        ^'],
    ['length(', 'Invalid jmespath expression: Incomplete expression:\n"length("\n        ^'],
    ['#', 'Bad jmespath expression: Unknown token #:\n#\n^'],
    ['Users[0', 'Invalid jmespath expression: Incomplete expression:\n"Users[0"\n        ^'],
    [
      'Users[a]',
      'Expecting: star, got: unquoted_identifier: Parse error at column 6, token "a" (UNQUOTED_IDENTIFIER), for expression:\n"Users[a]"\n       ^',
    ],
    ['{a: b', 'Invalid jmespath expression: Incomplete expression:\n"{a: b"\n      ^'],
    [
      'Users.1',
      "Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: number: Parse error at column 6, token \"1\" (NUMBER), for expression:\n\"Users.1\"\n       ^",
    ],
    [
      '"f"(a)',
      'Quoted identifier not allowed for function names.: Parse error at column 0, token "(" (LPAREN), for expression:\n""f"(a)"\n ^',
    ],
    [
      '[1:2:3:4]',
      'syntax error: Parse error at column 6, token ":" (COLON), for expression:\n"[1:2:3:4]"\n       ^',
    ],
  ])('%s', (text, why) => expect(asked(text)).toEqual(err(`Bad value for --query ${text}: ${why}`)));
});

describe('does not fit the answer', () => {
  test.each([
    [
      'length(Missing)',
      "In function length(), invalid type for value: None, expected one of: ['string', 'array', 'object'], received: \"null\"",
    ],
    ['upper(UserName)', 'Unknown function: upper()'],
    ['length(Users, Names)', 'Expected 1 argument for function length(), received 2'],
    [
      'sum(Names)',
      'In function sum(), invalid type for value: x, expected one of: [\'array-number\'], received: "str"',
    ],
    [
      'sort(Users)',
      "In function sort(), invalid type for value: {'UserName': 'bob', 'CreateDate': '2024-05-01T00:00:00+00:00', 'Tags': [{'Key': 'team', 'Value': 'red'}], 'n': 3}, expected one of: ['array-string', 'array-number'], received: \"dict\"",
    ],
    [
      'sort_by(Users, &Tags)',
      "In function sort_by(), invalid type for value: {'UserName': 'bob', 'CreateDate': '2024-05-01T00:00:00+00:00', 'Tags': [{'Key': 'team', 'Value': 'red'}], 'n': 3}, expected one of: ['string', 'number'], received: \"array\"",
    ],
    ['not_null()', 'Expected at least 1 argument for function not_null(), received 0'],
    [
      "join(',', Users)",
      "In function join(), invalid type for value: {'UserName': 'bob', 'CreateDate': '2024-05-01T00:00:00+00:00', 'Tags': [{'Key': 'team', 'Value': 'red'}], 'n': 3}, expected one of: ['array-string'], received: \"dict\"",
    ],
    ['Names[::0]', 'slice step cannot be zero'],
    [
      "abs('a')",
      'In function abs(), invalid type for value: a, expected one of: [\'number\'], received: "string"',
    ],
  ])('%s', (text, why) => expect(asked(text)).toEqual(err(why)));
});
