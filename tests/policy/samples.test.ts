// Every code of the table has a folder of its own: a policy that raises it, and what is to be found in that policy.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../src/policy/checks/codes.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { VOCABULARY } from './vocabulary.ts';

const SAMPLES = join(import.meta.dirname, 'samples');
const folders = readdirSync(SAMPLES).toSorted();

interface Sample {
  readonly type: PolicyType;
  readonly resource?: ResourceKind;
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

test.each(folders)('%s', (code) => {
  const text = readFileSync(join(SAMPLES, code, 'input.json'), 'utf8');
  const sample = JSON.parse(readFileSync(join(SAMPLES, code, 'diagnostics.json'), 'utf8')) as Sample;
  expect(sample.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  expect(
    diagnose(text, sample.type, VOCABULARY, sample.resource).map(({ code, severity, from, to, fixes }) => ({
      code,
      severity,
      text: text.slice(from, to),
      ...(fixes && { fixes: fixes.map(({ label }) => label) }),
    })),
  ).toEqual(sample.diagnostics);
});

test('the words of the table are whole sentences', () => {
  for (const { message, help } of Object.values(CODES)) {
    expect(message).toMatch(/^[A-Z{].*\.$/);
    expect(help).toMatch(/^[A-Z].*\.$/);
  }
});
