// Laws of what is not quite JSON: a sign that is missing is told once, where it is missing, and the first fix brings it back.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { withFix } from '../../src/policy/diagnostic.ts';
import { readJson } from '../../src/policy/json.ts';
import { readTolerantly } from '../../src/policy/tolerant-json.ts';
import { CLEAN_POLICIES } from './clean-policies.ts';
import { OF_LANGUAGES } from './mistakes/languages.ts';
import { OF_PASTING } from './mistakes/pasted.ts';

// A busy machine takes long.
vi.setConfig({ testTimeout: 30_000 });

/** Where the signs of a JSON text stand: quotes, and what is outside of texts in quotes. */
function signsOf(text: string): readonly number[] {
  const places: number[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g))
    places.push(...(token.length > 1 ? [index, index + token.length - 1] : [index]));
  return places;
}

/** A policy with one sign taken out of it, laid out as people have it. */
const someBroken = fc
  .record({
    policy: fc.constantFrom(...CLEAN_POLICIES),
    space: fc.constantFrom(2, 4, 0),
    which: fc.nat(),
  })
  .map(({ policy: { statements }, space, which }) => {
    const policy = { Version: '2012-10-17', Statement: statements };
    const text = JSON.stringify(policy, null, space);
    const signs = signsOf(text);
    const at = signs[which % signs.length] ?? 0;
    return { policy, text: text.slice(0, at) + text.slice(at + 1), at };
  });

/** The first fix of each fault, one after the other. */
function mended(text: string): string {
  let now = text;
  for (let step = 0; step < 3 && !readJson(now).ok; step++) {
    const [fix] = readTolerantly(now).faults.flatMap(({ fixes }) => fixes.slice(0, 1));
    if (fix) now = withFix(now, fix);
  }
  return now;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

test('any one sign taken out of a policy is told in one fault or two, near where it was', () => {
  let same = 0;
  let all = 0;
  fc.assert(
    fc.property(someBroken, ({ policy, text, at }) => {
      const { faults } = readTolerantly(text);
      expect(faults.length).toBeGreaterThanOrEqual(1);
      expect(faults.length).toBeLessThanOrEqual(2);
      const places = faults.flatMap(({ from, fixes }) => [
        from,
        ...(fixes[0]?.edits ?? []).map((edit) => edit.from),
      ]);
      expect(
        Math.min(...places.map((place) => Math.abs(lineOf(text, place) - lineOf(text, at)))),
      ).toBeLessThan(2);
      const after = mended(text);
      expect(readJson(after).ok).toBe(true);
      all++;
      if (JSON.stringify(JSON.parse(after)) === JSON.stringify(policy)) same++;
    }),
    { seed: 7, numRuns: 500 },
  );
  console.info(`${same} of ${all} mean the same again after the first fix.`);
  // A brace that is missing on a line with everything else may have stood in several places.
  expect(same / all).toBeGreaterThan(0.97);
});

/** A text of some other kind, with a piece of it lost or put in. */
const someMangled = fc
  .tuple(
    fc.constantFrom(...[...OF_LANGUAGES, ...OF_PASTING].map(({ text }) => text)),
    fc.nat(),
    fc.nat({ max: 30 }),
    fc.constantFrom('', '', '{', ')', '"', "'", '=', ',', '\n', '${', '<<EOF\n'),
  )
  .map(([text, place, length, put]) => {
    const from = place % (text.length + 1);
    return text.slice(0, from) + put + text.slice(from + length);
  });

test('whatever the text, reading it comes to an end, and every place is in it', () => {
  const someText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'{}[],:;"\'ab 1\n/#`“()=$.<+'), maxLength: 60 }),
    someMangled,
  );
  fc.assert(
    fc.property(someText, (text) => {
      for (const { from, to, fixes } of readTolerantly(text).faults) {
        expect([from >= 0, from <= to, to <= text.length]).toEqual([true, true, true]);
        for (const { edits } of fixes)
          for (const [index, edit] of edits.entries()) {
            expect(edit.from).toBeGreaterThanOrEqual(index === 0 ? 0 : (edits[index - 1]?.to ?? 0));
            expect(edit.from <= edit.to && edit.to <= text.length).toBe(true);
          }
      }
    }),
    { numRuns: 1_500 },
  );
});
