// Every code of the table has a folder of its own: a policy that raises it, and what is to be found in that policy.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownNames } from '../../src/analysis/known-names.ts';
import type { Arn } from '../../src/aws/arn.ts';
import { CODES } from '../../src/policy/checks/codes.ts';
import type { EndpointService } from '../../src/policy/completion/candidate.ts';
import { withFix } from '../../src/policy/diagnostic.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { RICH } from '../fixtures/rich-world.ts';
import { VOCABULARY } from './vocabulary.ts';

const SAMPLES = join(import.meta.dirname, 'samples');
const folders = readdirSync(SAMPLES).toSorted();

interface Sample {
  readonly type: PolicyType;
  readonly resource?: ResourceKind;
  /** Whether it is written in the account that has one of everything. */
  readonly inAccount?: true;
  /** The ARN of what the policy is attached to. */
  readonly about?: Arn;
  readonly endpoint?: EndpointService;
  /** `text` is what stands under the span. */
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly text: string;
    /** What the buttons of its fixes say. */
    readonly fixes?: readonly string[];
  }[];
}

test('every code has a folder, and every folder a code', () => {
  expect(folders).toEqual(Object.keys(CODES).toSorted());
});

const KNOWN = knownNames(RICH, '111122223333', 'eu-west-1');
const judged = (text: string, { type, inAccount, ...where }: Sample) =>
  diagnose(text, type, VOCABULARY, { ...where, known: inAccount && KNOWN });

function read(code: string): { readonly text: string; readonly sample: Sample } {
  const text = readFileSync(join(SAMPLES, code, 'input.json'), 'utf8');
  return {
    text,
    sample: JSON.parse(readFileSync(join(SAMPLES, code, 'diagnostics.json'), 'utf8')) as Sample,
  };
}

test.each(folders)('%s', (code) => {
  const { text, sample } = read(code);
  expect(sample.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  expect(
    judged(text, sample).map(({ code, severity, from, to, fixes }) => ({
      code,
      severity,
      text: text.slice(from, to),
      ...(fixes && { fixes: fixes.map(({ label }) => label) }),
    })),
  ).toEqual(sample.diagnostics);
});

test.each(folders)('%s: each fix takes its fault away, and the text stays JSON if it was', (code) => {
  const { text, sample } = read(code);
  const found = judged(text, sample);
  const count = (of: string, now: string): number =>
    judged(now, sample).filter((one) => one.code === of).length;
  for (const { code: of, fixes = [] } of found) {
    // The nearest word is the best guess; the others need not be right.
    for (const fix of fixes.slice(0, 1)) {
      const now = withFix(text, fix);
      expect(count(of, now), `${of}: ${fix.label}`).toBeLessThan(count(of, text));
      if (of !== 'JSON_SYNTAX_ERROR')
        expect(count('JSON_SYNTAX_ERROR', now)).toBe(count('JSON_SYNTAX_ERROR', text));
    }
  }
});

test('the words of the table are whole sentences', () => {
  for (const { message, help } of Object.values(CODES)) {
    expect(message).toMatch(/^[A-Z{].*\.$/);
    expect(help).toMatch(/^[A-Z].*\.$/);
  }
});
