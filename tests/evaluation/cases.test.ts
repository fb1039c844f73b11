// The shared cases, in both fields: the decision, and what decided it.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explain } from '../../src/evaluation/explain.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { answerOf } from './answer.ts';
import { caseInput, readCases } from './case-file.ts';
import expectedFailures from './expected-failures.json' with { type: 'json' };

const entries = readCases([join(import.meta.dirname, 'cases')]);
const failing = new Set<string>(expectedFailures);

test('there are cases, each with an id of its own', () => {
  expect(entries.length).toBeGreaterThan(250);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test.each(entries.filter(({ id }) => !failing.has(id)))('$id', (entry) => {
  const { expected: decision, decidedBy } = entry.json;
  expect(answerOf(entry), String(entry.json.why)).toEqual({ id: entry.id, decision, decidedBy });
});

test('every expected failure is a case that still fails', () => {
  const stillFailing = entries
    .filter(({ id }) => failing.has(id))
    .filter((entry) => {
      const answer = answerOf(entry);
      return (
        !('decision' in answer) ||
        answer.decision !== entry.json.expected ||
        answer.decidedBy !== entry.json.decidedBy
      );
    });
  expect(stillFailing.map(({ id }) => id)).toEqual(expectedFailures);
});

test('every explanation is whole: eight gates, a stop where it was refused, a message exactly for a refusal', () => {
  for (const entry of entries) {
    const input = caseInput(entry);
    if (!input.ok) continue;
    const evaluation = evaluate(input.value.applicable, input.value.request);
    const { gates, message, statements, verdict } = explain(evaluation);
    const allowed = evaluation.decision.outcome === 'allow';
    expect(gates, entry.id).toHaveLength(8);
    expect(
      gates.filter(({ state }) => state === 'shut'),
      entry.id,
    ).toHaveLength(allowed ? 0 : 1);
    expect(message === '', entry.id).toBe(allowed);
    expect(verdict.startsWith(allowed ? 'Allowed' : 'Denied'), entry.id).toBe(true);
    expect(statements).toHaveLength(evaluation.layers.flatMap((layer) => layer.statements).length);
  }
});
