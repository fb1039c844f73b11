// Every mistake is told once, where it is, and with the way out; and nothing else is told.
import { expect, test } from 'vitest';
import { withFix } from '../../src/policy/diagnostic.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { OF_GUARDRAILS } from './mistakes/guardrails.ts';
import { OF_IDENTITIES } from './mistakes/identity.ts';
import { OF_OPENNESS } from './mistakes/openness.ts';
import { OF_RESOURCES } from './mistakes/resources.ts';
import { VOCABULARY } from './vocabulary.ts';

const listOf = (statements: object): readonly unknown[] =>
  Array.isArray(statements) ? (statements as readonly unknown[]) : [statements];

const MISTAKES = [...OF_IDENTITIES, ...OF_RESOURCES, ...OF_GUARDRAILS, ...OF_OPENNESS];

test.each(MISTAKES.map((mistake) => [mistake.type ?? 'identity', mistake.name, mistake] as const))(
  '%s: %s',
  (type, _, { statements, found = [], mended, ...where }) => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: listOf(statements) });
    const told = diagnose(text, type, VOCABULARY, where);
    expect(told.map(({ code, from, to }) => [code, text.slice(from, to)])).toEqual(found);
    const [fix] = told[0]?.fixes ?? [];
    const after = fix && (JSON.parse(withFix(text, fix)) as { readonly Statement: unknown }).Statement;
    expect(after).toEqual(mended && listOf(mended));
  },
);
