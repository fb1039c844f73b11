// Text -> PolicyDocument: what is read, and what makes a text no document at all.
import { describe, expect, test } from 'vitest';
import type { PolicyDocument } from './document.ts';
import { parsedPolicy, parsePolicy } from './parse.ts';

const text = (statement: object, more: object = { Version: '2012-10-17' }): string =>
  JSON.stringify({ ...more, Statement: statement });

function read(source: string): PolicyDocument {
  const { document } = parsePolicy(source);
  if (document === null) throw new Error(`not a policy: ${source}`);
  return document;
}

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

describe('what a document says', () => {
  test('every part, with its place', () => {
    const source = `{
  "Version": "2012-10-17",
  "Id": "shop",
  "Statement": {
    "Sid": "Read",
    "Effect": "Allow",
    "Principal": {"AWS": ["*", "111122223333"], "Service": "s3.amazonaws.com"},
    "NotAction": ["s3:Put*", "iam:*"],
    "Resource": "arn:aws:s3:::bookshop/*",
    "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": 3600}, "Bool": {"aws:SecureTransport": [true, "false"]}}
  }
}`;
    const document = read(source);
    expect(document).toMatchObject({ text: source, version: '2012-10-17', id: 'shop' });
    const [statement] = document.statements;
    const under = (span: { from: number; to: number } | undefined): string =>
      span ? source.slice(span.from, span.to) : '';
    expect(statement).toMatchObject({ index: 0, sid: 'Read', effect: 'Allow' });
    expect(under(document.versionSpan)).toBe('"2012-10-17"');
    expect(under(statement?.sidSpan)).toBe('"Read"');
    expect(statement?.principal?.entries.map((entry) => [entry.kind, entry.value, under(entry)])).toEqual([
      ['Everyone', '*', '"*"'],
      ['AWS', '111122223333', '"111122223333"'],
      ['Service', 's3.amazonaws.com', '"s3.amazonaws.com"'],
    ]);
    expect(statement?.action.negated).toBe(true);
    expect(under(statement?.action)).toBe('"NotAction": ["s3:Put*", "iam:*"]');
    expect(statement?.action.patterns.map(under)).toEqual(['"s3:Put*"', '"iam:*"']);
    expect(statement?.resource?.patterns.map(({ value }) => value)).toEqual(['arn:aws:s3:::bookshop/*']);
    expect(
      statement?.conditions.map(({ operator, key, values }) => [
        operator.base,
        key,
        values.map((v) => v.value),
      ]),
    ).toEqual([
      ['NumericLessThan', 'aws:MultiFactorAuthAge', ['3600']],
      ['Bool', 'aws:SecureTransport', ['true', 'false']],
    ]);
    expect(under(statement?.conditions[0])).toBe('"aws:MultiFactorAuthAge": 3600');
    expect(under(statement?.conditions[0]?.values[0])).toBe('3600');
  });

  test.each([
    ['"*"', '*', [['Everyone', '*']]],
    ['AWS "*"', { AWS: '*' }, [['Everyone', '*']]],
    ['a service called "*"', { Service: '*' }, [['Service', '*']]],
    ['an account', { AWS: '111122223333' }, [['AWS', '111122223333']]],
  ])('Principal: %s', (_, Principal, entries) => {
    const principal = read(text({ ...READ, Principal })).statements[0]?.principal;
    expect(principal?.entries.map(({ kind, value }) => [kind, value])).toEqual(entries);
  });

  test('statements are numbered, one alone needs no list', () => {
    expect(read(text([READ, READ])).statements.map(({ index }) => index)).toEqual([0, 1]);
    expect(read(text(READ)).statements).toHaveLength(1);
  });

  test.each([
    [{}, '2008-10-17', false],
    [{ Version: '2008-10-17' }, '2008-10-17', true],
    [{ Version: '2012-10-17' }, '2012-10-17', true],
  ])('%j is version %s', (more, version, stated) => {
    const document = read(text(READ, more));
    expect(document.version).toBe(version);
    expect(document.versionSpan !== undefined).toBe(stated);
  });

  test('an operator without keys says nothing, whatever its name', () => {
    const { document, diagnostics } = parsePolicy(text({ ...READ, Condition: { Nonsense: {} } }));
    expect(document?.statements[0]?.conditions).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['EMPTY_OBJECT_CONDITION']);
  });

  test('escapes are decoded', () => {
    const source = text(READ).replace('s3:GetObject', 's3:Get\\u004fbject');
    expect(read(source).statements[0]?.action.patterns[0]?.value).toBe('s3:GetObject');
  });
});

describe('what is no document', () => {
  test.each([
    ['', 'JSON_SYNTAX_ERROR'],
    ['   ', 'JSON_SYNTAX_ERROR'],
    ['null', 'DATA_TYPE_MISMATCH'],
    ['[]', 'DATA_TYPE_MISMATCH'],
    [text(READ) + 'x', 'JSON_SYNTAX_ERROR'],
    [`\uFEFF${text(READ)}`, 'JSON_SYNTAX_ERROR'],
    [text(READ).replace('{', '{ // comment\n'), 'JSON_SYNTAX_ERROR'],
    [text(READ).replace('}}', ',}}'), 'JSON_SYNTAX_ERROR'],
    [text(READ).replace('}}', '}'), 'JSON_SYNTAX_ERROR'],
    [text(READ).replace('"Effect"', '"Action":"s3:*","Effect"'), 'JSON_SYNTAX_ERROR'],
    [text({ ...READ, Sid: 1 }), 'DATA_TYPE_MISMATCH'],
    [text({ ...READ, Effect: ['Allow'] }), 'DATA_TYPE_MISMATCH'],
    [text({ ...READ, Resource: null }), 'DATA_TYPE_MISMATCH'],
    [text({ ...READ, Resource: [['*']] }), 'DATA_TYPE_MISMATCH'],
    [text({ ...READ, Principal: { AWS: 111122223333 } }), 'DATA_TYPE_MISMATCH'],
    [text({ ...READ, Condition: [] }), 'DATA_TYPE_MISMATCH'],
    [text({ ...READ, Condition: { Bool: 'true' } }), 'DATA_TYPE_MISMATCH'],
    [text({ ...READ, Condition: { Bool: { 'aws:SecureTransport': null } } }), 'DATA_TYPE_MISMATCH'],
    [text([READ, 'Allow']), 'DATA_TYPE_MISMATCH'],
    [text([]), 'MISSING_STATEMENT'],
    [text({ ...READ, effect: 'Allow' }), 'INVALID_POLICY_ELEMENT'],
    [text(READ, { version: '2012-10-17' }), 'INVALID_POLICY_ELEMENT'],
    [text({ ...READ, ['__proto__x']: 1 }), 'INVALID_POLICY_ELEMENT'],
    [text(READ, { Version: '' }), 'INVALID_VERSION'],
    [text({ ...READ, NotResource: '*' }), 'UNSUPPORTED_ELEMENT_COMBINATION'],
    [text({ ...READ, Principal: '*', NotPrincipal: '*' }), 'UNSUPPORTED_ELEMENT_COMBINATION'],
    [text({ ...READ, Principal: {} }), 'INVALID_PRINCIPAL_FORMAT'],
    [text({ ...READ, Principal: { AWS: [] } }), 'INVALID_PRINCIPAL_FORMAT'],
    [text({ ...READ, Principal: ['*'] }), 'INVALID_PRINCIPAL_FORMAT'],
    [text({ ...READ, Condition: { NullIfExists: { 'aws:username': 'true' } } }), 'NULL_WITH_IF_EXISTS'],
  ])('%s: %s', (source, code) => {
    const { document, diagnostics } = parsePolicy(source);
    expect(document).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  test('all faults of form are found, in the order of the text', () => {
    const { diagnostics } = parsePolicy(
      '{"Statement":[{"Effect":"allow"},{"Action":1}],"Version":"2020-01-01"}',
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'MISSING_ACTION',
      'INVALID_EFFECT',
      'MISSING_EFFECT',
      'DATA_TYPE_MISMATCH',
      'INVALID_VERSION',
    ]);
  });

  test.each([
    ['ForAnyValue:StringsEqualsIfExists', '"ForAnyValue:StringEqualsIfExists"'],
    ['stringLike', '"StringLike"'],
    ['NulIfExists', undefined],
  ])('for the operator %s, %s is suggested', (operator, suggestion) => {
    const { diagnostics } = parsePolicy(
      text({ ...READ, Condition: { [operator]: { 'aws:username': 'a' } } }),
    );
    expect(diagnostics[0]?.fixes?.[0]?.edits[0]?.text).toBe(suggestion);
  });
});

describe('parsedPolicy', () => {
  test('gives the same object for the same text, and forgets the one not used for longest', () => {
    const texts = Array.from({ length: 501 }, (_, i) => text({ ...READ, Sid: `S${i}` }));
    const [first = '', second = ''] = texts;
    const [one, two] = [parsedPolicy(first), parsedPolicy(second)];
    for (const other of texts.slice(2, 500)) parsedPolicy(other);
    expect(parsedPolicy(first)).toBe(one);
    parsedPolicy(texts[500] ?? '');
    expect(parsedPolicy(first)).toBe(one);
    expect(parsedPolicy(second)).not.toBe(two);
    expect(parsedPolicy(second)).toEqual(two);
  });
});
