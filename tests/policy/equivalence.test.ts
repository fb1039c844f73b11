// A fix that is offered because something adds nothing changes no decision: the engine is asked before and after.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { NO_POLICIES } from '../../src/evaluation/applicable.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import type { RequestContext } from '../../src/evaluation/request.ts';
import { withFix } from '../../src/policy/diagnostic.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { ALICE, principal, request } from '../evaluation/build.ts';
import { someAction, someResource } from './arbitrary.ts';
import { VOCABULARY } from './vocabulary.ts';

// A busy machine takes long.
vi.setConfig({ testTimeout: 60_000 });

const KEYS = ['aws:username', 'aws:SourceArn', 'aws:TagKeys', 'aws:PrincipalTag/team', 'aws:RequestTag/unit'];
const VALUES = ['ana', 'b', '', 'arn:aws:s3:::bookshop'];

const someBlock = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.oneof(fc.constantFrom('*', '**'), fc.subarray(['*', 'ana', 'b', 'arn:aws:s3:::*'], { minLength: 1 })),
  { minKeys: 1, maxKeys: 3 },
);

const someCondition = fc
  .record(
    {
      StringLike: someBlock,
      StringLikeIfExists: someBlock,
      StringNotLike: someBlock,
      StringNotLikeIfExists: someBlock,
      ArnLike: someBlock,
      'ForAllValues:StringLike': someBlock,
      Null: fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom('true', 'false'), {
        minKeys: 1,
        maxKeys: 2,
      }),
    },
    { requiredKeys: [] },
  )
  .filter((condition) => Object.keys(condition).length > 0);

/** Where only the condition decides, a change of it is seen. */
const conditional = fc.record({
  Effect: fc.constant('Allow'),
  Action: fc.constant(['*']),
  Resource: fc.constant(['*']),
  Condition: someCondition.filter((condition) => Object.keys(condition).length <= 2),
});

const mixed = fc.record(
  {
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.array(someAction, { minLength: 1, maxLength: 3 }),
    Resource: fc.array(someResource, { minLength: 1, maxLength: 3 }),
    Condition: someCondition,
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] },
);

const somePolicy = fc
  .tuple(
    fc.oneof(
      conditional.map((one) => [one]),
      fc.array(mixed, { minLength: 1, maxLength: 3 }),
    ),
    fc.constantFrom(undefined, 2),
  )
  .map(([Statement, space]) => JSON.stringify({ Version: '2012-10-17', Statement }, null, space));

const someRequest = fc
  .tuple(
    fc.constantFrom('s3:GetObject', 's3:PutObject', 'iam:GetUser'),
    fc.constantFrom('arn:aws:s3:::bookshop/orders/a.csv', 'arn:aws:iam::111122223333:user/ana'),
    fc.record(
      Object.fromEntries(
        KEYS.map((key) => [
          key,
          key === 'aws:TagKeys' ? fc.subarray(['ana', 'b']) : fc.constantFrom(...VALUES),
        ]),
      ),
      { requiredKeys: [] },
    ),
  )
  .map(([action, resource, context]) =>
    request({ principal: principal(ALICE), action, resource, context: context as RequestContext }),
  );

const decide = (text: string, asked: ReturnType<typeof request>): string => {
  const { document, diagnostics } = parsePolicy(text);
  if (!document) throw new Error(`${text}: ${JSON.stringify(diagnostics)}`);
  const source = { id: 'p', name: 'P', kind: 'inline' } as const;
  return evaluate({ ...NO_POLICIES, identity: [{ source, document }] }, asked).decision.outcome;
};

test('without what adds nothing, and with Null for "*", every request is decided as before', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(somePolicy, fc.array(someRequest, { minLength: 4, maxLength: 8 }), (text, requests) => {
      for (const { code, fixes = [] } of diagnose(text, 'identity', VOCABULARY))
        if (/^(REDUNDANT|EQUIVALENT)_/.test(code))
          for (const fix of fixes) {
            seen.add(code);
            for (const asked of requests)
              expect(decide(withFix(text, fix), asked), `${code}: ${fix.label} in ${text}`).toBe(
                decide(text, asked),
              );
          }
    }),
    { numRuns: 600 },
  );
  expect([...seen].toSorted()).toEqual([
    'EQUIVALENT_TO_NULL_FALSE',
    'EQUIVALENT_TO_NULL_TRUE',
    'REDUNDANT_ACTION',
    'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
    'REDUNDANT_RESOURCE',
    'REDUNDANT_STATEMENT',
  ]);
});
