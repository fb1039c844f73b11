// Tests for how gates are drawn.
import { expect, test } from 'vitest';
import { NO_POLICIES } from '../../evaluation/applicable.ts';
import { evaluate } from '../../evaluation/evaluate.ts';
import { explain } from '../../evaluation/explain.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { allow, BOOKSHOP, policyText } from '../../../tests/fixtures/world.ts';
import { gateLooks } from './gate-look.ts';

function looksOf(...statements: readonly object[]) {
  const { document } = parsePolicy(policyText(...statements));
  if (!document) throw new Error('no policy');
  const identity = [{ source: { id: 'P', name: 'P', kind: 'inline' as const }, document }];
  const evaluation = evaluate(
    { ...NO_POLICIES, identity },
    {
      principal: { kind: 'user', arn: `arn:aws:iam::${BOOKSHOP}:user/noor`, account: BOOKSHOP, name: 'noor' },
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::drafts/a',
      resourceAccount: BOOKSHOP,
      context: {},
    },
  );
  const { gates } = explain(evaluation);
  const looks = gateLooks(gates, evaluation.decision.outcome, evaluation.layers);
  return Object.fromEntries(gates.map((gate, i) => [gate.name, looks[i]]));
}

test('allowed: every gate is passed or not in the way', () => {
  const looks = looksOf(allow('s3:*'));
  expect(Object.values(looks).map((look) => look?.behind)).toEqual(Array(8).fill(false));
  expect(looks['Identity-based']).toMatchObject({ body: 'ring', tone: 'allow', sign: 'allow', word: 'open' });
  expect(looks['Boundary']).toMatchObject({ body: 'dashed' });
});

test('implicit deny: the gate is shut in its own shape, and the way behind it was never walked', () => {
  const looks = looksOf(allow('s3:GetObject'));
  expect(looks['Identity-based']).toMatchObject({ body: 'solid', tone: 'implicit', behind: false });
  expect(looks['Endpoint']?.behind).toBe(true);
  expect(looks['Explicit deny']?.behind).toBe(false);
});

test('explicit deny: shut at the first gate; the others say what they would have done', () => {
  const looks = looksOf(allow('s3:*'), { Effect: 'Deny', Action: 's3:Put*', Resource: '*' });
  expect(looks['Explicit deny']).toMatchObject({ body: 'solid', tone: 'explicit', behind: false });
  expect(looks['Identity-based']).toMatchObject({ body: 'faint', behind: true });
});
