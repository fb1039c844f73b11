// The edits that fixes are made of: members and items put in and taken out of a JSON text, with their commas.
import type { Edit, Fix } from '../diagnostic.ts';
import type { Draft, DraftStatement } from '../draft.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Span } from '../span.ts';

const isSpace = (letter: string | undefined): boolean => letter !== undefined && /\s/.test(letter);

function skip(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (isSpace(text[at])) at += step;
  return at;
}

/** Takes an item of a list, or a member of an object, out of the text. */
export function removal(text: string, { from, to }: Span): Edit {
  const after = skip(text, to, 1);
  if (text[after] === ',') return { from, to: skip(text, after + 1, 1), text: '' };
  const before = skip(text, from - 1, -1);
  return { from: text[before] === ',' ? before : from, to, text: '' };
}

/** Puts a member at the start of an object, set as its first one is. */
export function addition({ from, members }: JsonObject, text: string, member: string): Edit {
  const [first] = members;
  const space = first ? text.slice(from + 1, first.from) : '';
  return { from: from + 1, to: from + 1, text: `${space}${member}${first ? ',' : ''}` };
}

/** Puts one more item at the end of a list; a value alone becomes a list. */
export function appended(value: Json, text: string, item: string): Edit {
  if (value.kind !== 'array')
    return { from: value.from, to: value.to, text: `[${text.slice(value.from, value.to)}, ${item}]` };
  const last = value.items.at(-1);
  const at = last ? last.to : value.from + 1;
  return { from: at, to: at, text: last ? `, ${item}` : item };
}

/** Puts a member at the end of an object, set as its last one is. */
export function lastMember({ from, members }: JsonObject, text: string, member: string): Edit {
  const last = members.at(-1);
  if (!last) return { from: from + 1, to: from + 1, text: member };
  const space = text.slice(skip(text, last.from - 1, -1) + 1, last.from);
  return { from: last.to, to: last.to, text: `,${space}${member}` };
}

/** Puts a key into a Condition, under its operator where that is there already. */
export function conditionKey(condition: JsonObject, text: string, operator: string, member: string): Edit {
  const block = condition.members.find(({ name }) => name.value === operator)?.value;
  return block?.kind === 'object'
    ? addition(block, text, member)
    : addition(condition, text, `"${operator}": {${member}}`);
}

export const replacement = ({ from, to }: Span, text: string): Edit => ({ from, to, text });

export const fix = (label: string, ...edits: readonly Edit[]): Fix => ({
  label,
  edits: edits.toSorted((a, b) => a.from - b.from),
});

/** A fix with which a request may be allowed that was denied before: its button says so. */
export const allowingMore = (one: Fix): Fix => ({
  ...one,
  label: `${one.label} (allows more)`,
  allowsMore: true,
});

/** Puts texts where one stands in a statement: side by side in a list, and as a list where it stands alone. */
export function instead({ json }: DraftStatement, one: Span, items: readonly string[]): Edit {
  const isListed = json.members.some(
    ({ value }) => value.kind === 'array' && value.from < one.from && one.to < value.to,
  );
  const text = items.join(', ');
  return replacement(one, isListed || items.length === 1 ? text : `[${text}]`);
}

/** Takes an action out of its list; of the last one the whole statement goes, unless it is the last one too. */
export function takenOut(
  text: string,
  draft: Draft,
  statement: DraftStatement,
  pattern: Span,
): readonly Fix[] {
  if ((statement.action?.patterns.length ?? 0) > 1) return [fix('Take it out', removal(text, pattern))];
  return draft.statements.length > 1 ? [fix('Take the statement out', removal(text, statement))] : [];
}

/** A stretch of a string, from one letter to another; all of it where the text has escapes. */
export function within(
  text: string,
  { value, from, to }: Span & { readonly value: string },
  start: number,
  end: number,
): Span {
  if (text.slice(from + 1, to - 1) !== value) return { from, to };
  return { from: from + 1 + start, to: from + 1 + end };
}
