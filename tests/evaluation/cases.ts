// `npm run --silent cases -- [--bench] PATH…`: runs case files; the output is described in `cases/README.md`.
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { explain } from '../../src/evaluation/explain.ts';
import { answerOf, isExpected } from './answer.ts';
import { caseInput, readCases, type CaseFileEntry } from './case-file.ts';

const BENCH_MILLISECONDS = 3000;

const [flag, ...rest] = process.argv.slice(2);
const isBench = flag === '--bench';
const paths = isBench ? rest : process.argv.slice(2);

try {
  if (paths.length === 0) throw new Error('name at least one file or folder of cases');
  const entries = readCases(paths);
  if (isBench) bench(entries);
  else check(entries);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
}

function check(entries: readonly CaseFileEntry[]): void {
  let passed = 0;
  const lines = entries.map((entry) => {
    const answer = answerOf(entry);
    if (isExpected(answer, entry)) passed += 1;
    return JSON.stringify(answer);
  });
  const failed = entries.length - passed;
  process.stdout.write([...lines, `${passed} passed, ${failed} failed`, ''].join('\n'));
  process.exitCode = failed === 0 ? 0 : 1;
}

function bench(entries: readonly CaseFileEntry[]): void {
  const inputs = entries.map((entry) => {
    const input = caseInput(entry);
    if (!input.ok) throw new Error(`${entry.id}: ${input.error}`);
    return input.value;
  });
  const pass = (): void => {
    for (const { applicable, request } of inputs) explain(evaluate(applicable, request));
  };
  pass();
  let evaluations = 0;
  const started = performance.now();
  let elapsed = 0;
  while (elapsed < BENCH_MILLISECONDS) {
    pass();
    evaluations += inputs.length;
    elapsed = performance.now() - started;
  }
  const evaluationsPerSecond = Math.round((evaluations * 1000) / elapsed);
  process.stdout.write(
    `${JSON.stringify({ cases: inputs.length, evaluationsPerSecond, withTrace: true })}\n`,
  );
}
