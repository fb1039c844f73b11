// The cases: the decision and what decided it, what it depends on, and the notes it carries; and what the corpus covers.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LAYERS, type Evaluation } from '../../src/evaluation/evaluation.ts';
import { explain } from '../../src/evaluation/explain.ts';
import { NOTE_CODES } from '../../src/evaluation/note.ts';
import { BASE_OPERATORS } from '../../src/policy/operators.ts';
import { answerOf, evaluationOf, missingNotes } from './answer.ts';
import { readCases } from './case-file.ts';

const entries = readCases([join(import.meta.dirname, 'cases')]);
const evaluations = new Map<string, Evaluation>(
  entries.flatMap((entry) => {
    const evaluation = evaluationOf(entry);
    return evaluation.ok ? [[entry.id, evaluation.value]] : [];
  }),
);

const sorted = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list.toSorted() : []);

test('there are cases, each with an id of its own', () => {
  expect(entries.length).toBeGreaterThan(700);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test.each(entries)('$id', (entry) => {
  const { why, expected: decision, decidedBy, dependsOn } = entry.json;
  const answer = answerOf(entry);
  expect(answer, String(why)).toMatchObject({ id: entry.id, decision, decidedBy });
  if (dependsOn !== undefined) expect(answer).toHaveProperty('dependsOn', expect.anything());
  if (dependsOn !== undefined && 'dependsOn' in answer)
    expect(sorted(answer.dependsOn)).toEqual(sorted(dependsOn));
  expect(missingNotes(entry)).toEqual([]);
});

test('every explanation is whole: eight gates, a stop where it was refused, a message exactly for a refusal', () => {
  for (const [id, evaluation] of evaluations) {
    const { gates, message, statements, verdict } = explain(evaluation);
    const { outcome } = evaluation.decision;
    const refused = outcome === 'explicitDeny' || outcome === 'implicitDeny';
    // A limit outside all policies stops the request before the first gate.
    const stops = refused && !('by' in evaluation.decision && evaluation.decision.by === 'none') ? 1 : 0;
    expect(gates, id).toHaveLength(8);
    expect(
      gates.filter(({ state }) => state === 'shut'),
      id,
    ).toHaveLength(stops);
    expect(message !== '', id).toBe(refused);
    const opening = refused ? 'Denied' : outcome === 'allow' ? 'Allowed' : 'It depends on';
    expect(verdict.startsWith(opening), id).toBe(true);
    expect(statements).toHaveLength(evaluation.layers.flatMap((layer) => layer.statements).length);
  }
});

/** What is not in this list is covered by no case. */
function covered(values: (evaluation: Evaluation) => readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set([...evaluations.values()].flatMap(values).filter((value) => value !== undefined));
}

test('every outcome is decided by every layer that can decide it', () => {
  const found = covered(({ decision }) => ('by' in decision ? [`${decision.outcome} ${decision.by}`] : []));
  const expected = [
    ...LAYERS.flatMap((layer) => [`explicitDeny ${layer}`, `implicitDeny ${layer}`]),
    ...['identity', 'resource', 'none'].map((layer) => `allow ${layer}`),
    'implicitDeny none',
  ];
  expect(expected.filter((one) => !found.has(one))).toEqual([]);
});

test('every operator is tested, met and not met, and every kind of principal asks', () => {
  const met = covered(({ layers }) =>
    layers.flatMap(({ statements }) =>
      statements.flatMap(({ match }) =>
        'conditions' in match ? match.conditions.map((one) => `${one.operator} ${one.met}`) : [],
      ),
    ),
  );
  const wanted = BASE_OPERATORS.flatMap((name) => [`${name} true`, `${name} false`]);
  expect(wanted.filter((one) => !met.has(one))).toEqual([]);
  const kinds = ['root', 'user', 'roleSession', 'federatedUser', 'federatedIdentity', 'service', 'anonymous'];
  const asking = covered(({ request }) => [request.principal.kind]);
  expect(kinds.filter((kind) => !asking.has(kind))).toEqual([]);
});

test('every choice that AWS left open is made in some case', () => {
  const made = covered(({ notes }) => notes.map(({ code }) => code));
  expect(NOTE_CODES.filter((code) => !made.has(code))).toEqual([]);
});
