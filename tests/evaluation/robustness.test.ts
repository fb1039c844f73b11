// No input, however malformed or large, makes the parser, the checks, the evaluation or its explanation throw or hang.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_POLICIES, type ApplicablePolicies } from '../../src/evaluation/applicable.ts';
import { LAYERS, type Layer } from '../../src/evaluation/evaluation.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { explain } from '../../src/evaluation/explain.ts';
import { UNKNOWN, type Request } from '../../src/evaluation/request.ts';
import type { PolicyDocument, PolicyType } from '../../src/policy/document.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { VOCABULARY } from '../policy/vocabulary.ts';
import { applied, someInput, someInputWith } from './arbitrary/input.ts';
import { oddGrant, oddRequest, oddS3, oddStatement, oddText } from './arbitrary/odd.ts';
import { someDocument } from './arbitrary/statement.ts';
import { allow, request as plainRequest, type StatementJson } from './build.ts';

const TYPES: readonly PolicyType[] = ['identity', 'resource', 'trust', 'scp', 'rcp', 'endpoint'];
const DECISIONS = ['allow', 'explicitDeny', 'implicitDeny', 'depends'];

/** Evaluates and explains; everything that is made on demand is asked for. */
function decide(applicable: ApplicablePolicies, request: Request): void {
  const evaluation = evaluate(applicable, request);
  expect(DECISIONS).toContain(evaluation.decision.outcome);
  expect(evaluation.layers.map(({ layer }) => layer)).toEqual(LAYERS);
  const read = evaluation.layers.flatMap(({ statements }) => statements);
  expect(explain(evaluation).statements).toHaveLength(read.length);
}

/** The document in every layer at once. */
function everywhere(document: PolicyDocument): ApplicablePolicies {
  const policyOf = (layer: Layer) => applied(layer, document);
  return {
    identity: [policyOf('identity')],
    resource: [policyOf('resource')],
    boundary: policyOf('boundary'),
    session: [policyOf('session')],
    scps: [{ name: 'Root', policies: [policyOf('scp')] }],
    rcps: [{ name: 'Root', policies: [policyOf('rcp')] }],
    endpoint: policyOf('vpce'),
  };
}

/** Reads and checks the text as every kind of policy and, where it is a document, evaluates it in every layer. */
function survive(text: string, requests: readonly Request[] = [plainRequest()]): PolicyDocument | null {
  for (const type of TYPES) expect(diagnose(text, type, VOCABULARY)).toBeInstanceOf(Array);
  const { document } = parsePolicy(text);
  if (document !== null) for (const request of requests) decide(everywhere(document), request);
  return document;
}

const textOf = (...statements: readonly StatementJson[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const SEED = { seed: 1 };

describe('any text', () => {
  const somePolicyText = someInputWith((scene) => someDocument('resource', scene)).map(
    ([, { text }]) => text,
  );

  /** The value with one part of it, wherever the numbers lead, replaced. */
  function replaced(value: unknown, path: readonly number[], put: unknown): unknown {
    const [step, ...rest] = path;
    if (step === undefined || typeof value !== 'object' || value === null) return put;
    const entries = Object.entries(value);
    const at = entries.length === 0 ? 0 : step % entries.length;
    const next = entries.map(([key, one], index): [string, unknown] => [
      key,
      index === at ? replaced(one, rest, put) : one,
    ]);
    return Array.isArray(value) ? next.map(([, one]) => one) : Object.fromEntries(next);
  }

  test.each<[string, fc.Arbitrary<string>]>([
    ['random bytes', fc.uint8Array({ maxLength: 200 }).map((bytes) => new TextDecoder().decode(bytes))],
    ['random characters, surrogates without their pair among them', fc.string({ unit: 'binary' })],
    ['random JSON', fc.json()],
    [
      'a policy cut somewhere',
      fc.tuple(somePolicyText, fc.nat(), fc.nat({ max: 9 }), oddText).map(([text, at, length, put]) => {
        const from = at % text.length;
        return text.slice(0, from) + put + text.slice(from + length);
      }),
    ],
    [
      'a policy with something else where it does not belong',
      fc
        .tuple(
          somePolicyText,
          fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
          fc.oneof(fc.jsonValue({ maxDepth: 2 }), oddText, fc.constantFrom([], {}, [[]], [null])),
        )
        .map(([text, path, put]) => JSON.stringify(replaced(JSON.parse(text), path, put))),
    ],
  ])('%s', (_, someText) => {
    fc.assert(
      fc.property(someText, (text) => {
        survive(text);
      }),
      { ...SEED, numRuns: 400 },
    );
  });

  test('a policy of odd words, asked about an odd request', () => {
    let documents = 0;
    fc.assert(
      fc.property(fc.array(oddStatement, { minLength: 1, maxLength: 3 }), oddRequest, (statements, asked) => {
        if (survive(textOf(...statements), [asked, plainRequest()]) !== null) documents += 1;
      }),
      { ...SEED, numRuns: 600 },
    );
    expect(documents).toBeGreaterThan(300);
  });

  test('a sensible policy, asked about an odd request and with odd ACLs and grants', () => {
    const someExtras = fc.record(
      { s3: oddS3, grants: fc.array(oddGrant, { maxLength: 2 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(someInput, oddRequest, someExtras, ({ applicable, request }, odd, extras) => {
        decide({ ...applicable, ...extras }, odd);
        decide(
          { ...applicable, ...extras },
          { ...odd, principal: request.principal, action: request.action },
        );
        decide({ ...applicable, ...extras }, request);
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});

describe('nothing is too long', () => {
  /** The longest text that the editor takes. */
  const LIMIT = 131_072;

  /** A document of nearly that length, with as many pieces as fit; each takes `more` characters beside its own. */
  function filled(
    document: (pieces: string[]) => string,
    piece: (index: number) => string,
    more = 3,
  ): string {
    const pieces: string[] = [];
    for (let left = LIMIT - 400; left > 0; left -= piece(pieces.length - 1).length + more)
      pieces.push(piece(pieces.length));
    return document(pieces);
  }
  const longestWith =
    (statement: (pieces: string[]) => StatementJson) => (piece: (index: number) => string) =>
      filled((pieces) => textOf(statement(pieces)), piece);

  const actions = longestWith((Action) => allow({ Action }));
  const resources = longestWith((Resource) => allow({ Resource }));
  const principals = longestWith((AWS) => allow({ Principal: { AWS } }));
  const values = (operator: string) =>
    longestWith((wanted) => allow({ Condition: { [operator]: { k: wanted } } }));

  test.each<[string, string]>([
    ['actions', actions((index) => `s3:Get${index}`)],
    ['patterns of actions', actions((index) => `s3:*${index}*`)],
    ['resources', resources((index) => `arn:aws:s3:::shop-drafts/${index}`)],
    ['patterns of resources', resources((index) => `arn:aws:s3:::*shop*/${index}*`)],
    ['variables', resources((index) => `arn:aws:s3:::\${aws:username}/\${k${index}, '*'}`)],
    ['principals', principals((index) => `arn:aws:iam::111122223333:user/u${index}`)],
    ['texts', values('StringNotEquals')(String)],
    ['patterns of texts', values('ForAnyValue:StringNotLike')((index) => `*${index}*?`)],
    ['patterns of ARNs', values('ArnNotLike')((index) => `arn:*:s3:::*${index}`)],
    ['addresses', values('NotIpAddress')((index) => `10.0.${index % 256}.0/24`)],
    ['dates', values('DateNotEquals')((index) => `2026-01-01T00:00:00.${index}Z`)],
    [
      'keys',
      filled(
        (keys) =>
          textOf(
            allow({ Condition: { StringNotEquals: Object.fromEntries(keys.map((key) => [key, 'v'])) } }),
          ),
        (index) => `aws:RequestTag/${index}`,
        7,
      ),
    ],
    [
      'statements',
      filled(
        (sids) => textOf(...sids.map((Sid) => allow({ Sid, Action: 's3:Put*' }))),
        (index) => `S${index}`,
        62,
      ),
    ],
    ['one name', textOf(allow({ Action: `s3:${'a'.repeat(LIMIT - 120)}` }))],
    ['one pattern', textOf(allow({ Resource: `arn:aws:s3:::${'a*'.repeat(LIMIT / 2 - 100)}` }))],
    ['one value', textOf(allow({ Condition: { StringLike: { k: '?*'.repeat(LIMIT / 2 - 100) } } }))],
    ['one variable', textOf(allow({ Resource: `arn:aws:s3:::\${${'a'.repeat(LIMIT - 200)}}` }))],
    ['escapes of variables', textOf(allow({ Resource: `arn:aws:s3:::${'${*}'.repeat(LIMIT / 4 - 60)}` }))],
    ['openings of variables', textOf(allow({ Resource: `arn:aws:s3:::${'${'.repeat(LIMIT / 2 - 100)}` }))],
  ])('a document of 131,072 characters full of %s', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(LIMIT);
    expect(text.length).toBeGreaterThan(LIMIT / 2);
    expect(
      survive(text, [plainRequest({ context: { k: ['x', 'arn:aws:s3:::x'], j: UNKNOWN } })]),
    ).not.toBeNull();
  });

  /** Patterns on which a matcher that tries every way to split the text never ends: what they end with never comes. */
  test.each<[string, string]>([
    ['a thousand stars', `${'*'.repeat(1000)}b*`],
    ['stars and question marks', `${'?*'.repeat(500)}b*`],
    ['stars between letters', `${'a*'.repeat(500)}b*`],
    ['stars between colons', `${'*:'.repeat(500)}*b*`],
    ['stars before what does come', `${'*a'.repeat(500)}*b*a`],
  ])('a pattern of %s against a long text that it nearly matches', (_, pattern) => {
    const letters = 'a'.repeat(4000);
    const colons = 'a:'.repeat(2000);
    const asked = plainRequest({
      action: `s3:${letters}`,
      resource: `arn:aws:s3:::${colons}`,
      context: { letters, colons, arn: `arn:aws:s3:::${letters}`, both: [letters, colons] },
    });
    const text = textOf(
      allow({ Action: `s3:${pattern}` }),
      allow({ Resource: pattern }),
      allow({ Resource: `arn:aws:s3:::${pattern}` }),
      allow({ Condition: { StringLike: { letters: pattern } } }),
      allow({ Condition: { StringNotLike: { colons: pattern } } }),
      allow({ Condition: { ArnLike: { arn: `arn:aws:s3:::${pattern}` } } }),
      allow({ Condition: { 'ForAllValues:StringNotLike': { both: pattern } } }),
    );
    expect(survive(text, [asked])).not.toBeNull();
  });

  test.each<[string, string]>([
    ['opening brackets', '['.repeat(10_000)],
    ['brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['objects', `${'{"Statement":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
    ['brackets in a Condition', `{"Statement":{"Condition":${'['.repeat(10_000)}`],
  ])('ten thousand %s, one in the other', (_, text) => {
    expect(survive(text)).toBeNull();
  });

  test('a request of many and long values', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `v${index}`);
    const keys = Object.fromEntries(many.map((key) => [key, key]));
    const asked = plainRequest({ context: { ...keys, k: many, long: 'x'.repeat(100_000) } });
    const text = textOf(
      allow({ Condition: { 'ForAllValues:StringLike': { k: ['v*9', '*0', 'v?'] } } }),
      allow({ Condition: { StringLike: { long: '*x*x*y*' } } }),
      allow({ Resource: 'arn:aws:s3:::${long}*${long}' }),
    );
    expect(survive(text, [asked])).not.toBeNull();
  });

  test('hundreds of policies in every layer', () => {
    const { document } = parsePolicy(textOf(allow(), allow({ Effect: 'Deny', Action: 's3:Put*' })));
    if (document === null) throw new Error('not a policy');
    const many = Array.from({ length: 500 }, () => applied('identity', document));
    const levels = many.map((policy, index) => ({ name: `level ${index}`, policies: [policy] }));
    decide(
      { ...everywhere(document), identity: many, session: many, scps: levels, rcps: levels },
      plainRequest(),
    );
    decide({ ...NO_POLICIES, resource: many }, plainRequest());
  });
});
