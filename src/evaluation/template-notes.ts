// template notes: what AWS leaves open about policy variables, in a list of patterns or values.
import type { PolicyVersion } from '../policy/document.ts';
import type { Spanned } from '../policy/span.ts';
import { isUnknown, type Context } from './context.ts';
import type { NoteCode } from './note.ts';
import { parseTemplate, type Template } from './template.ts';

export function templateNotes(
  values: readonly Spanned<string>[],
  version: PolicyVersion,
  context: Context,
): NoteCode[] {
  if (!values.some(({ value }) => value.includes('${'))) return [];
  const templates = values.map(({ value }) => parseTemplate(value, version));
  const standing = templates.flatMap((template) => variablesOf(template, context));
  const notes: NoteCode[] = [];
  if (standing.some(({ actual }) => typeof actual === 'string' && /[*?]/.test(actual)))
    notes.push('wildcardInVariable');
  if (standing.some(({ actual }) => Array.isArray(actual))) notes.push('severalValuesInVariable');
  const valueless = templates.filter((template) =>
    variablesOf(template, context).some(({ actual, fallback }) => actual === undefined && fallback === null),
  );
  if (valueless.length > 0 && valueless.length < templates.length) notes.push('variableWithoutValue');
  return notes;
}

interface Standing {
  readonly fallback: string | null;
  /** Undefined when the key is absent, or not known. */
  readonly actual: string | readonly string[] | undefined;
}

const variablesOf = (template: Template, context: Context): Standing[] =>
  template.flatMap((part): Standing[] => {
    if (part.kind !== 'variable') return [];
    const value = context.get(part.key)?.value;
    if (value !== undefined && isUnknown(value)) return [];
    return [{ fallback: part.fallback, actual: value }];
  });
