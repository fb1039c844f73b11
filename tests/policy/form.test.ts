// Laws of the form: a field changes its own element and nothing else, and whatever it writes it reads again.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  addStatement,
  removeStatement,
  setCondition,
  setEffect,
  setList,
  setPrincipal,
  setSid,
} from '../../src/policy/form/edit-form.ts';
import { parsePlain } from '../../src/policy/form/plain.ts';
import { readForm, type FormStatement } from '../../src/policy/form/read-form.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { meaningOf, someDocument } from './arbitrary.ts';

// A busy machine takes long.
vi.setConfig({ testTimeout: 30_000 });

const first = (text: string): FormStatement => {
  const [statement] = readForm(text)?.statements ?? [];
  if (!statement) throw new Error(`No statement in ${text}`);
  return statement;
};

const meaning = (text: string): unknown => {
  const { document } = parsePolicy(text);
  return document && meaningOf(document);
};

describe('whatever the policy', () => {
  test('what is read and written again changes nothing', () => {
    fc.assert(
      fc.property(someDocument, ({ text }) => {
        for (const statement of readForm(text)?.statements ?? []) {
          const { action, resource, principal, effect, conditions } = statement;
          if (effect) expect(setEffect(text, statement, effect)).toBe(text);
          if (action)
            expect(parsePlain(setList(text, statement, 'Action', action))).toEqual(parsePlain(text));
          if (resource)
            expect(parsePlain(setList(text, statement, 'Resource', resource))).toEqual(parsePlain(text));
          if (principal) expect(meaning(setPrincipal(text, statement, principal))).toEqual(meaning(text));
          for (const one of conditions)
            expect(parsePlain(setCondition(text, statement, one, one))).toEqual(parsePlain(text));
        }
      }),
    );
  });

  test('a field leaves all others as they are', () => {
    fc.assert(
      fc.property(someDocument, fc.boolean(), ({ text }, negated) => {
        for (const [at, statement] of (readForm(text)?.statements ?? []).entries()) {
          if (!statement.action || statement.unshown.length > 0) continue;
          const action = { negated, values: ['sqs:SendMessage', 'sns:Publish'] };
          const after = readForm(setList(text, statement, 'Action', action))?.statements;
          const expected = readForm(text)?.statements.map((one, place) =>
            place === at ? { ...one, action } : one,
          );
          expect(after).toEqual(expected);
        }
      }),
    );
  });

  test('a condition that is added and taken away leaves the others', () => {
    fc.assert(
      fc.property(someDocument, ({ text }) => {
        const statement = first(text);
        const added = { operator: 'StringLike', key: 'rolecall:key', values: ['a', 'b'] };
        const more = setCondition(text, statement, null, added);
        expect(first(more).conditions).toContainEqual(added);
        expect(parsePlain(setCondition(more, first(more), added, null))).toEqual(parsePlain(text));
      }),
    );
  });

  test('a statement that is added and taken away leaves the others', () => {
    fc.assert(
      fc.property(someDocument, ({ text }) => {
        const more = addStatement(text, 'identity');
        const last = readForm(more)?.statements.at(-1);
        expect(last && meaning(removeStatement(more, last))).toEqual(meaning(text));
      }),
    );
  });
});

/** The same policy as somebody else would set it: other space, escapes in texts, elements that AWS does not have. */
const someOddText = fc
  .record({
    document: someDocument,
    notes: fc.dictionary(
      fc.constantFrom('Note', 'Comment', 'effect', 'a b', '__proto__', '10', '\u2028'),
      fc.jsonValue({ maxDepth: 2 }),
      { minKeys: 1, maxKeys: 3 },
    ),
    space: fc.constantFrom('', ' ', '\n', '\r\n  ', '\t'),
    isEscaped: fc.boolean(),
  })
  .map(({ document, notes, space, isEscaped }) => {
    const members = (value: object): string[] =>
      Object.entries(value).map(
        ([name, inner]) => `${JSON.stringify(name)}${space}:${space}${printed(inner)}`,
      );
    const joined = (parts: readonly string[]): string =>
      parts.map((part) => space + part).join(`${space},`) + space;
    const printed = (value: unknown): string => {
      if (typeof value === 'string' && isEscaped)
        return JSON.stringify(value).replace(
          /[a-e]/g,
          (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`,
        );
      if (typeof value !== 'object' || value === null) return JSON.stringify(value);
      return Array.isArray(value) ? `[${joined(value.map(printed))}]` : `{${joined(members(value))}}`;
    };
    const { Statement, ...top } = JSON.parse(document.text) as { Statement: object | object[] };
    const odd = members(notes);
    const statements = [Statement].flat().map((one) => `{${joined([...odd, ...members(one)])}}`);
    return {
      text: `{${joined([...odd, ...members(top), `"Statement":${space}[${joined(statements)}]`])}}`,
      odd,
    };
  })
  // Escapes may have broken an escape that was there.
  .filter(({ text }) => parsePlain(text) !== undefined && (readForm(text)?.statements.length ?? 0) > 0);

test('elements that AWS does not have stay, however the text is set and whatever is done', () => {
  const list = { negated: true, values: ['s3:GetObject', 's3:PutObject'] };
  const condition = { operator: 'StringLike', key: 'rolecall:key', values: ['a'] };
  const someDeed = fc.constantFrom<(text: string) => string>(
    (text) => setEffect(text, first(text), 'Deny'),
    (text) => setSid(text, first(text), 'Named'),
    (text) => setSid(text, first(text), ''),
    (text) => setList(text, first(text), 'Action', list),
    (text) => setList(text, first(text), 'Resource', list),
    (text) => setList(text, first(text), 'Resource', null),
    (text) =>
      setPrincipal(text, first(text), { negated: false, entries: [{ kind: 'Everyone', value: '*' }] }),
    (text) => setPrincipal(text, first(text), null),
    (text) => setCondition(text, first(text), null, condition),
    (text) => setCondition(text, first(text), first(text).conditions[0] ?? null, null),
    (text) => addStatement(text, 'identity'),
  );
  fc.assert(
    fc.property(someOddText, fc.array(someDeed, { minLength: 1, maxLength: 4 }), ({ text, odd }, deeds) => {
      const before = readForm(text);
      const after = deeds.reduce((now, deed) => deed(now), text);
      for (const member of odd)
        // Once beside the statements, and once in each; a line in which something is changed is laid out anew.
        expect(without(after).split(without(member)).length).toBeGreaterThanOrEqual(
          (before?.statements.length ?? 0) + 2,
        );
      expect(readForm(after)?.unshown).toEqual(before?.unshown);
      expect(first(after).unshown).toEqual(expect.arrayContaining([...first(text).unshown.filter(isOdd)]));
    }),
  );
});

const without = (text: string): string => text.replace(/\s/g, '');
const isOdd = (name: string): boolean =>
  !/^(Not)?(Sid|Effect|Principal|Action|Resource|Condition)$/.test(name);

test.each([
  '{"Statement":[{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}]}',
  '{"Statement":[],"Statement":[{"Effect":"Deny"}]}',
  '{"Statement":[{"Condition":{"Bool":{"k":"true","k":"false"}}}]}',
])('a name that occurs twice is mended as text first: %s', (text) => {
  expect(readForm(text)).toBeNull();
});

test('a value that stands there twice is two values', () => {
  const text = '{"Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:Get*"],"Resource":"*"}]}';
  const { action } = first(text);
  expect(action?.values).toEqual(['s3:Get*', 's3:Get*']);
  expect(parsePlain(setList(text, first(text), 'Action', action))).toEqual(parsePlain(text));
});

const TEXT = `{
    "Version": "2012-10-17",
    "Id": "kept",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": "s3:GetObject",
            "Resource": ["arn:aws:s3:::maple/*",   "arn:aws:s3:::oak/*"],
            "Comment": {"of": "somebody"}
        }
    ]
}
`;

test('what the form does not show stays as it was, letter by letter', () => {
  expect(first(TEXT).unshown).toEqual(['Comment']);
  expect(setEffect(TEXT, first(TEXT), 'Deny')).toBe(TEXT.replace('"Allow"', '"Deny"'));
  expect(setList(TEXT, first(TEXT), 'Action', { negated: false, values: ['s3:PutObject'] })).toBe(
    TEXT.replace('s3:GetObject', 's3:PutObject'),
  );
  expect(setSid(TEXT, first(TEXT), 'Read')).toBe(
    TEXT.replace('"Effect"', '"Sid": "Read",\n            "Effect"'),
  );
  expect(setSid(setSid(TEXT, first(TEXT), 'Read'), first(TEXT), '')).toBe(TEXT);
});

test('an element turns into its Not form in its place', () => {
  const turned = setList(TEXT, first(TEXT), 'Action', { negated: true, values: ['s3:GetObject'] });
  expect(turned).toBe(TEXT.replace('"Action"', '"NotAction"'));
});

test('elements of a form that fields do not have are left to the text', () => {
  const odd =
    '{"Statement":[{"Effect":"Permit","Action":5,"Resource":"*","NotResource":"x","Principal":{"Host":"a"},"Condition":[]}]}';
  expect(first(odd)).toMatchObject({
    effect: null,
    action: null,
    resource: null,
    principal: null,
    conditions: [],
  });
  expect(first(odd).unshown.toSorted()).toEqual([
    'Action',
    'Condition',
    'Effect',
    'NotResource',
    'Principal',
    'Resource',
  ]);
});

test.each(['', '[]', '{', '{"Statement": "x"}', '{"Statement": [1]}', '{} // note'])(
  '%j has no form',
  (text) => {
    expect(readForm(text)).toBeNull();
  },
);

test('a statement by itself has a path of its own, and becomes one of a list when another comes', () => {
  const text = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
  expect(first(text).path).toEqual(['Statement']);
  expect(readForm(addStatement(text, 'identity'))?.statements).toHaveLength(2);
  expect(readForm(removeStatement(text, first(text)))?.statements).toEqual([]);
});

test.each([
  ['identity', { Effect: 'Allow', Action: [], Resource: [] }],
  ['resource', { Effect: 'Allow', Principal: '*', Action: [], Resource: [] }],
  ['trust', { Effect: 'Allow', Principal: { AWS: [] }, Action: [] }],
  ['scp', { Effect: 'Allow', Action: [], Resource: [] }],
  ['rcp', { Effect: 'Deny', Principal: '*', Action: [], Resource: [] }],
] as const)('the first statement of a new %s policy', (type, statement) => {
  expect(parsePlain(addStatement('{}', type))).toEqual({ Version: '2012-10-17', Statement: [statement] });
});

test('a key that is there already under the operator gets the values of both', () => {
  const text = setCondition(TEXT, first(TEXT), null, {
    operator: 'StringLike',
    key: 's3:prefix',
    values: ['a'],
  });
  const more = setCondition(text, first(text), null, {
    operator: 'StringLike',
    key: 's3:prefix',
    values: ['a', 'b'],
  });
  expect(first(more).conditions).toEqual([{ operator: 'StringLike', key: 's3:prefix', values: ['a', 'b'] }]);
});

test('numbers and Booleans stay what they were', () => {
  const text =
    '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"k":true}}}]}';
  const [condition] = first(text).conditions;
  if (!condition) throw new Error('no condition');
  const renamed = setCondition(text, first(text), condition, { ...condition, key: 'other' });
  expect(renamed.replace(/\s/g, '')).toContain('"Condition":{"Bool":{"other":true}}');
});

test('a text set as in the documentation of AWS stays so', () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "*"
  }]
}`;
  const more = addStatement(text, 'scp');
  expect(more).toBe(
    text.replace('}]', '}, {\n    "Effect": "Allow",\n    "Action": [],\n    "Resource": []\n  }]'),
  );
  const added = readForm(more)?.statements[1];
  expect(added && removeStatement(more, added)).toBe(text);
});

test('two conditions never turn into one, which either value would meet', () => {
  const text =
    '{"Statement":[{"Condition":{"StringEquals":{"k":"a"},"StringLike":{"k":"b*"}},"Effect":"Allow"}]}';
  const [condition] = first(text).conditions;
  if (!condition) throw new Error('no condition');
  expect(setCondition(text, first(text), condition, { ...condition, operator: 'StringLike' })).toBe(text);
});

test('an operator changes in its place', () => {
  const text = '{"Statement":[{"Condition":{"StringEquals":{"k":"a"},"Bool":{"l":"true"}}}]}';
  const [condition] = first(text).conditions;
  if (!condition) throw new Error('no condition');
  expect(setCondition(text, first(text), condition, { ...condition, operator: 'ArnLike' })).toBe(
    text.replace('StringEquals', 'ArnLike'),
  );
});
