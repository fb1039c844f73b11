// The engine against the reference: the same decision by the same layer, from the same statements, on random inputs.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAYERS } from '../../src/evaluation/evaluation.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { someInput } from './arbitrary/input.ts';
import { asCase, bothAnswers, disagreement, fromCase, summaryOf } from './as-case.ts';
import { caseInput, readCases, type CaseFileEntry } from './case-file.ts';
import { applyingStatements, ruleOn } from './reference.ts';

// Seeds are fixed: a change that breaks nothing never fails. `npm run fuzz` takes new ones each time.

/** Fails with the smallest input that was found, as a case that can be pasted into a case file. */
const agreement = (seed: number, numRuns: number): void =>
  fc.assert(
    fc.property(someInput, (input) => {
      const { engine, reference } = bothAnswers(input);
      return engine === reference;
    }),
    {
      seed,
      numRuns,
      reporter: ({ failed, counterexample, seed: failing, numShrinks }) => {
        if (!failed) return;
        const found = counterexample === null ? 'no counterexample' : disagreement(counterexample[0]);
        throw new Error(`seed ${failing}, after ${numShrinks} steps of shrinking:\n${found}`);
      },
    },
  );

describe('engine and reference agree', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('on 2,500 inputs of seed %i', (seed) => {
    agreement(seed, 2500);
  });

  test('on every statement of 1,500 inputs', () => {
    fc.assert(
      fc.property(someInput, ({ applicable, request }) => {
        const found = applyingStatements(applicable, request);
        const { layers } = evaluate(applicable, request);
        for (const { layer, statements } of layers) {
          const matched = statements.filter(({ match }) => match.matched === true);
          const expected = found[layer]?.flat() ?? [];
          expect(matched.length, layer).toBe(expected.length);
          expect(
            matched.every(({ statement }, index) => statement === expected[index]),
            layer,
          ).toBe(true);
        }
      }),
      { seed: 9, numRuns: 1500 },
    );
  });
});

describe('reference and cases agree', () => {
  /** What the reference leaves out. */
  function isOutside({ json }: CaseFileEntry): boolean {
    const text = JSON.stringify(json);
    return (
      ['s3', 'grants', 'forwardedBy', 'assumedRoot', 'also'].some((field) => field in json) ||
      text.includes('{"unknown":true}') ||
      text.includes('"CanonicalUser"') ||
      json.expected === 'depends' ||
      json.action === 'sts:AssumeRoot' ||
      // What AWS itself keeps in an account, and nobody can change.
      /"action":"iam:.*"resource":"arn:aws:iam::(?:aws:policy|\d+:role\/aws-(?:reserved|service-role))\//.test(
        text,
      ) ||
      // More ways to match than naive matching can try.
      /(?:\*[^"*]*){12}/.test(text.replaceAll(/"\*"/g, ''))
    );
  }

  test('the reference decides each case as the case says', () => {
    const cases = readCases([join(import.meta.dirname, 'cases')]).filter((entry) => !isOutside(entry));
    const said = cases.map((entry) => {
      const input = caseInput(entry);
      return input.ok
        ? `${entry.id} ${summaryOf(ruleOn(input.value.applicable, input.value.request))}`
        : input.error;
    });
    expect(said).toEqual(
      cases.map(({ id, json }) => `${id} ${String(json.expected)} by ${String(json.decidedBy)}`),
    );
    expect(cases.length).toBeGreaterThan(1500);
  });
});

describe('random inputs', () => {
  test('are the same after they were written into a case file', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const again = fromCase(asCase('', input, ruleOn(input.applicable, input.request)));
        expect(again.request).toMatchObject(input.request);
        expect(bothAnswers(again)).toEqual(bothAnswers(input));
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  test('reach every outcome, and none of them rarely', () => {
    const tally = new Map<string, number>();
    const samples = 3000;
    for (const { applicable, request } of fc.sample(someInput, { seed: 10, numRuns: samples })) {
      const summary = summaryOf(ruleOn(applicable, request));
      tally.set(summary, (tally.get(summary) ?? 0) + 1);
    }
    const outcomes = [
      ...['resource', 'identity', 'none'].map((by) => `allow by ${by}`),
      ...LAYERS.map((layer) => `explicitDeny by ${layer}`),
      ...[...LAYERS, 'none'].map((by) => `implicitDeny by ${by}`),
    ];
    expect([...tally.keys()].toSorted()).toEqual(outcomes.toSorted());
    expect(Math.min(...tally.values()) / samples).toBeGreaterThan(0.01);
    expect(Math.max(...tally.values()) / samples).toBeLessThan(0.25);
  });
});
