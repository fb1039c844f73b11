// Laws of the policy document: parse then print is identity, spans are true, and no text makes the room throw.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { CODES } from '../../src/policy/checks/codes.ts';
import type { PolicyDocument, PolicyType } from '../../src/policy/document.ts';
import { covers } from '../../src/policy/glob.ts';
import { readJson } from '../../src/policy/json.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { printPolicy } from '../../src/policy/print.ts';
import { saveError } from '../../src/policy/save.ts';
import type { Span, Spanned } from '../../src/policy/span.ts';
import { diagnose, validatePolicy } from '../../src/policy/validate.ts';
import {
  identityDocument,
  meaningOf,
  resourceDocument,
  someDocument,
  unparsedDocument,
} from './arbitrary.ts';
import { VOCABULARY } from './vocabulary.ts';

// A busy machine takes long.
vi.setConfig({ testTimeout: 30_000 });

const TYPES: readonly PolicyType[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'scp',
  'rcp',
  'endpoint',
];

/** Texts that are nearly policies: a printed one with one piece cut out or put in. */
const damaged = fc
  .tuple(someDocument, fc.nat(), fc.nat({ max: 12 }), fc.string({ maxLength: 3 }))
  .map(([{ text }, at, length, put]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + put + text.slice(from + length);
  });

/** JSON made of the words of the grammar, nearly always in the wrong places. */
const shuffled = fc
  .object({
    key: fc.constantFrom(
      'Version',
      'Statement',
      'Effect',
      'Action',
      'NotAction',
      'Principal',
      'Condition',
      'AWS',
      'x',
    ),
    values: [
      fc.constantFrom('2012-10-17', 'Allow', '*', 's3:*'),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    ],
    maxDepth: 5,
  })
  .map((value) => JSON.stringify(value));

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), shuffled, damaged);

const inside = ({ from, to }: Span, text: string): boolean => 0 <= from && from <= to && to <= text.length;

function valuesOf({ statements }: PolicyDocument): Spanned<string>[] {
  return statements.flatMap(({ principal, action, resource, conditions }) => [
    ...(principal?.entries ?? []),
    ...action.patterns,
    ...(resource?.patterns ?? []),
    ...conditions.flatMap(({ values }) => values),
  ]);
}

describe('parse and print', () => {
  test('printing and parsing gives the same document', () => {
    fc.assert(
      fc.property(unparsedDocument, (document) => {
        const { document: again } = parsePolicy(printPolicy(document));
        expect(again && meaningOf(again)).toEqual(meaningOf(document));
      }),
    );
  });

  test('printing what was printed gives the same text', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        expect(printPolicy(document)).toBe(document.text);
      }),
    );
  });

  test('what is printed is JSON to any parser', () => {
    fc.assert(
      fc.property(unparsedDocument, (document) => {
        expect(JSON.parse(printPolicy(document))).toHaveProperty('Version', document.version);
      }),
    );
  });
});

describe('spans', () => {
  test('the span of a value holds the JSON literal of that value', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        for (const { value, from, to } of valuesOf(document))
          expect(JSON.parse(document.text.slice(from, to))).toBe(value);
      }),
    );
  });

  test('the span of an element holds its name and its value, and lies in its statement', () => {
    fc.assert(
      fc.property(someDocument, ({ text, statements }) => {
        for (const { from, to, principal, action, resource, conditions } of statements) {
          expect(text[from] + (text[to - 1] ?? '')).toBe('{}');
          for (const part of [principal, action, resource, ...conditions]) {
            if (part === undefined) continue;
            expect(from < part.from && part.to < to).toBe(true);
            expect(() => void JSON.parse(`{${text.slice(part.from, part.to)}}`)).not.toThrow();
          }
        }
      }),
    );
  });

  test('diagnostics and their fixes lie in the text, in order, with codes of the table', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...TYPES), (text, type) => {
        const found = diagnose(text, type, VOCABULARY);
        for (const diagnostic of found) {
          expect(inside(diagnostic, text)).toBe(true);
          expect(CODES).toHaveProperty(diagnostic.code);
          for (const { edits } of diagnostic.fixes ?? [])
            for (const [index, edit] of edits.entries()) {
              expect(inside(edit, text)).toBe(true);
              expect(edit.from).toBeGreaterThanOrEqual(edits[index - 1]?.to ?? 0);
            }
        }
        expect(found.map(({ from }) => from)).toEqual(
          found.map(({ from }) => from).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('patterns', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
  const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
  const matches = (glob: string, text: string): boolean =>
    new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);

  test('cover a name exactly when they match it', () => {
    fc.assert(
      fc.property(pattern, name, (glob, text) => {
        expect(covers(glob, text)).toBe(matches(glob, text));
      }),
      { numRuns: 1000 },
    );
  });

  test('that cover a pattern match all that it matches', () => {
    fc.assert(
      fc.property(pattern, pattern, name, (general, specific, text) => {
        if (covers(general, specific) && matches(specific, text)) expect(matches(general, text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('any text', () => {
  test('is read as JSON exactly when it is JSON without repeated names', () => {
    const repeats = (text: string): boolean => {
      const read = readJson(text);
      return !read.ok && /occurs twice|levels deep/.test(read.error.what);
    };
    fc.assert(
      fc.property(anyText, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(readJson(text).ok || repeats(text)).toBe(isJson);
      }),
      { numRuns: 500 },
    );
  });

  test('is a document or has an error, never both', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { document, diagnostics } = parsePolicy(text);
        expect(document === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 500 },
    );
  });

  test('that AWS would save can be evaluated', () => {
    const targets = [
      { kind: 'identity' },
      { kind: 'identity', managed: true },
      { kind: 'bucket', bucket: 'bookshop' },
    ] as const;
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          identityDocument.map(({ text }) => text),
          resourceDocument.map(({ text }) => text),
        ),
        fc.constantFrom(...targets),
        (text, target) => {
          if (saveError(text, target) === null) expect(parsePolicy(text).document).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['arrays in arrays', '['.repeat(131_072)],
    ['objects in objects', '{"a":'.repeat(26_000)],
    ['mismatched brackets', '[},'.repeat(43_000)],
    ['a quote in a comment before brackets', `// "\n${'['.repeat(131_072)}`],
    ['one long string', `"${'a'.repeat(131_070)}"`],
    ['escapes', `"${'\\n'.repeat(65_000)}"`],
    ['words', 'a '.repeat(65_536)],
  ])('of 131,072 characters, %s, is refused', (_, text) => {
    expect(parsePolicy(text).document).toBeNull();
    expect(saveError(text, { kind: 'identity' })).not.toBeNull();
    expect(saveError(text, { kind: 'bucket', bucket: 'bookshop' })).not.toBeNull();
  });

  test.each([
    ['known actions', () => 's3:GetObject'],
    ['unknown actions', (i: number) => `s3:Get${i}`],
    ['unknown services', (i: number) => `s${i}:Get`],
    ['patterns', (i: number) => `*:*${i}*`],
    ['names alone', (i: number) => `Get${i}`],
  ])('of 131,072 characters, with %s, is a document', (_, action) => {
    const Action: string[] = [];
    for (let length = 60; length < 131_000; length += (Action.at(-1)?.length ?? 0) + 3)
      Action.push(action(Action.length));
    const { document } = parsePolicy(
      JSON.stringify({ Statement: { Effect: 'Allow', Action, Resource: '*' } }),
    );
    expect(document?.statements[0]?.action.patterns).toHaveLength(Action.length);
    if (document) expect(validatePolicy(document, 'identity', VOCABULARY).length).toBeGreaterThan(0);
  });
});
