// `npm run --silent cases -- [--bench] PATH…`: runs case files; the output is described in `cases/README.md`.
import { parseArgs } from 'node:util';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { explain } from '../../src/evaluation/explain.ts';
import { answerOf, isExpected, missingNotes } from './answer.ts';
import { caseInput, readCases, type CaseFileEntry } from './case-file.ts';

const BENCH_MILLISECONDS = 3000;

try {
  const { values, positionals } = parseArgs({
    options: { bench: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error('name at least one file or folder of cases');
  const entries = readCases(positionals);
  if (values.bench === true) bench(entries);
  else check(entries);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
}

function check(entries: readonly CaseFileEntry[]): void {
  const answers = entries.map(answerOf);
  const failed = entries.filter((entry, index) => {
    const answer = answers[index];
    return answer === undefined || !isExpected(answer, entry);
  });
  const lines = answers.map((answer) => JSON.stringify(answer));
  const passed = entries.length - failed.length;
  process.stdout.write([...lines, `${passed} passed, ${failed.length} failed`, ''].join('\n'));
  for (const entry of failed) process.stderr.write(`${failure(entry)}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function failure(entry: CaseFileEntry): string {
  const { expected, decidedBy, dependsOn } = entry.json;
  const wanted = [`${String(expected)} by ${String(decidedBy)}`];
  if (dependsOn !== undefined) wanted.push(`dependsOn ${JSON.stringify(dependsOn)}`);
  wanted.push(...missingNotes(entry).map((code) => `note ${code}`));
  return `${entry.id}: expected ${wanted.join(', ')}`;
}

function bench(entries: readonly CaseFileEntry[]): void {
  const inputs = entries.map((entry) => {
    const input = caseInput(entry);
    if (!input.ok) throw new Error(`${entry.id}: ${input.error}`);
    return [input.value, ...input.value.also];
  });
  const all = inputs.flat();
  const pass = (): void => {
    for (const { applicable, request } of all) explain(evaluate(applicable, request));
  };
  pass();
  let evaluations = 0;
  const started = performance.now();
  let elapsed = 0;
  while (elapsed < BENCH_MILLISECONDS) {
    pass();
    evaluations += all.length;
    elapsed = performance.now() - started;
  }
  const evaluationsPerSecond = Math.round((evaluations * 1000) / elapsed);
  process.stdout.write(
    `${JSON.stringify({ cases: inputs.length, evaluationsPerSecond, withTrace: true })}\n`,
  );
}
