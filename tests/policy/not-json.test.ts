// Texts that are not JSON: each is told in plain words, where it is, and a press or two lead to what was meant.
import { expect, test } from 'vitest';
import { withFix, type Diagnostic } from '../../src/policy/diagnostic.ts';
import { readJson } from '../../src/policy/json.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { POLICY } from './mistakes/broken-text.ts';
import { OF_LANGUAGES } from './mistakes/languages.ts';
import { OF_PASTING } from './mistakes/pasted.ts';
import { OF_SIGNS } from './mistakes/signs.ts';
import { OF_TEXTS } from './mistakes/texts.ts';
import { VOCABULARY } from './vocabulary.ts';

const ALL = [...OF_SIGNS, ...OF_TEXTS, ...OF_PASTING, ...OF_LANGUAGES];

/** The faults of the form; where there is none, what is wrong with what it says. */
function toldOf(text: string): readonly Diagnostic[] {
  const errors = diagnose(text, 'identity', VOCABULARY).filter(({ severity }) => severity === 'error');
  const ofForm = errors.filter(({ code }) => code === 'JSON_SYNTAX_ERROR');
  return ofForm.length > 0 ? ofForm : errors;
}

const inWords = (message: string): string => message.replace(/^This is not valid JSON: (.*)\.$/, '$1');

/** One mistake that was made again and again is told once here: one press mends all of it. */
const apart = (told: readonly Diagnostic[]): readonly Diagnostic[] =>
  told.filter(({ message }, index) => told.findIndex((one) => one.message === message) === index);

/** The text after one press. */
function pressed(text: string): string {
  const fixes = toldOf(text)[0]?.fixes ?? [];
  const fix = fixes.find(({ label }) => label.startsWith('Mend all')) ?? fixes[0];
  return fix ? withFix(text, fix) : text;
}

test('there are many of them, and no two alike', () => {
  expect(ALL.length).toBeGreaterThan(120);
  expect(new Set(ALL.map(({ text }) => text)).size).toBe(ALL.length);
});

test.each(ALL.map((broken) => [broken.name, broken] as const))('%s', (_, { text, told, after = POLICY }) => {
  const found = apart(toldOf(text));
  expect(
    found.map(({ from, to, message, fixes }) => [
      text.slice(from, to),
      inWords(message),
      fixes?.[0]?.label ?? null,
    ]),
  ).toEqual(told);
  let now = text;
  const isJson = readJson(text).ok;
  for (let press = 0; press < told.length && (isJson || !readJson(now).ok); press++) now = pressed(now);
  const read = readJson(now);
  expect(read.ok ? (JSON.parse(now) as unknown) : null).toEqual(after);
});
