// Tests for how gates are drawn.
import { expect, test } from 'vitest';
import { NO_POLICIES, type ApplicablePolicies, type AppliedPolicy } from '../../evaluation/applicable.ts';
import { evaluate } from '../../evaluation/evaluate.ts';
import { explain } from '../../evaluation/explain.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { allow, BOOKSHOP, policyText } from '../../../tests/fixtures/world.ts';
import { gateLooks } from './gate-look.ts';

const policy = (kind: 'inline' | 'resource', ...statements: readonly object[]): AppliedPolicy => {
  const { document } = parsePolicy(policyText(...statements));
  if (!document) throw new Error('no policy');
  return { source: { id: 'P', name: 'P', kind }, document };
};

const looksOf = (...statements: readonly object[]) =>
  looksUnder({ identity: [policy('inline', ...statements)] });

function looksUnder(policies: Partial<ApplicablePolicies>) {
  const evaluation = evaluate(
    { ...NO_POLICIES, ...policies },
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

test('a bucket policy that could have allowed is neither passed in green nor to blame', () => {
  const resource = [policy('resource', { ...allow('s3:GetObject'), Principal: '*' })];
  const looks = looksUnder({ identity: [policy('inline', allow('s3:GetObject'))], resource });
  expect(looks['Resource-based']).toMatchObject({ body: 'ring', tone: 'neutral', behind: false });
  const granted = looksUnder({ identity: [policy('inline', allow('s3:*'))], resource });
  expect(granted['Resource-based']).toMatchObject({ body: 'ring', tone: 'allow', sign: 'neutral' });
});
