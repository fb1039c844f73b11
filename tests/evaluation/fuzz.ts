// `npm run fuzz -- [--seconds N] [--seed S]`: the engine against the reference on as many random inputs as fit in the time.
// Ends at the first disagreement: shrunk, printed as a case with both answers, exit code 1.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { someInput } from './arbitrary/input.ts';
import { bothAnswers, disagreement, type Input } from './as-case.ts';

/** Between two looks at the clock. */
const BATCH = 1000;

try {
  const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } });
  process.exitCode = fuzz(wholeNumber(values.seconds ?? '30'), wholeNumber(values.seed ?? String(Date.now())))
    ? 0
    : 1;
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`${text} is not a whole number`);
  return Number(text);
}

/** Whether engine and reference agreed throughout. */
function fuzz(seconds: number, firstSeed: number): boolean {
  const tally = new Map<string, number>();
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  let seed = firstSeed;
  let found = firstDisagreement(seed, tally);
  while (found === null && elapsed() < seconds) {
    seed += 1;
    found = firstDisagreement(seed, tally);
  }
  const inputs = [...tally.values()].reduce((sum, count) => sum + count, 0);
  print(
    ...(found === null ? [] : [`They disagree (--seed ${seed}):`, disagreement(found), '']),
    `${inputs} inputs in ${elapsed().toFixed(1)} s, ${Math.round(inputs / elapsed())} per second, from seed ${firstSeed}`,
    ...distribution(tally, inputs),
    `engine and reference ${found === null ? 'agree' : 'disagree'}`,
  );
  return found === null;
}

/** Runs one batch, counting what the reference says of each input up to the first on which they disagree. */
function firstDisagreement(seed: number, tally: Map<string, number>): Input | null {
  let isShrinking = false;
  const { counterexample } = fc.check(
    fc.property(someInput, (input) => {
      const { engine, reference } = bothAnswers(input);
      if (!isShrinking) tally.set(reference, (tally.get(reference) ?? 0) + 1);
      isShrinking ||= engine !== reference;
      return engine === reference;
    }),
    // fast-check takes seeds of 32 bits.
    { seed: seed | 0, numRuns: BATCH },
  );
  return counterexample?.[0] ?? null;
}

function distribution(tally: ReadonlyMap<string, number>, inputs: number): string[] {
  return [...tally]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([outcome, count]) => `${((100 * count) / inputs).toFixed(2).padStart(6)} %  ${outcome}`);
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
