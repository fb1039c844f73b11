// Writing: how an idea becomes a change of the text, with the quotes, commas and indentation that it needs there.
import { CURSOR, type Candidate, type Idea } from './candidate.ts';
import { OTHER_QUOTE, type Spot } from './place.ts';

/** As the editor indents. */
const STEP = '  ';

/** A string: the text of the idea, or its label. */
export function asString(text: string, spot: Spot, idea: Idea): Candidate {
  const value = idea.text ?? idea.label;
  const [start, end] = idea.select ?? [value.length, value.length];
  const inside = idea.goesOn === true || idea.select !== undefined;
  // Behind the closing quote, where the comma and what follows are typed.
  const select: readonly [number, number] = inside
    ? [quoted(value.slice(0, start)).length - 1, quoted(value.slice(0, end)).length - 1]
    : [quoted(value).length, quoted(value).length];
  return placed(text, spot, idea, quoted(value), select);
}

/** A name with the JSON behind it, which is the text of the idea; only the name where it already has a value. */
export function asMember(text: string, spot: Spot, idea: Idea): Candidate {
  const name = quoted(idea.label);
  if (spot.cursor.hasColon) return placed(text, spot, idea, name, [name.length, name.length]);
  return asJson(text, spot, idea, `${name}: ${idea.text ?? `"${CURSOR}"`}`);
}

/** JSON as it stands, its cursor marked. */
export function asJson(text: string, spot: Spot, idea: Idea, json = idea.text ?? idea.label): Candidate {
  const at = json.indexOf(CURSOR);
  const written = json.replace(CURSOR, '');
  const cursor = at < 0 ? written.length : at;
  return placed(text, spot, { ...idea, goesOn: at >= 0 }, written, [cursor, cursor]);
}

/** A policy variable, which stands within a string; what lacks its quotes is given them. */
export function asVariable(text: string, spot: Spot, idea: Idea): Candidate {
  const variable = `\${${idea.text ?? idea.label}}`;
  const { token } = spot.cursor;
  if (token === null || token.quoted)
    return candidate(idea, variable, spot.from, spot.to, [variable.length, variable.length]);
  const before = text.slice(token.from, spot.from).replace(OTHER_QUOTE, '') + variable;
  const end = quoted(before).length - 1;
  const whole = quoted(before + text.slice(spot.to, token.to).replace(/['`’”]$/, ''));
  return candidate(idea, whole, token.from, token.to, [end, end]);
}

/** A single value becomes the first of a list, with room for the second. */
export function asList(spot: Spot, idea: Idea): readonly Candidate[] {
  const { single } = spot;
  if (single === null) return [];
  const before = `[${quoted(single.value)}, "`;
  return [
    candidate({ ...idea, goesOn: true }, `${before}"]`, single.from, single.to, [
      before.length,
      before.length,
    ]),
  ];
}

function placed(
  text: string,
  spot: Spot,
  idea: Idea,
  json: string,
  select: readonly [number, number],
): Candidate {
  const { cursor } = spot;
  const line = closingLine(text, spot);
  const separator = cursor.lacksComma ? separation(text, spot) : (line?.start ?? '');
  const from = cursor.lacksComma || line ? cursor.before : spot.from;
  const indent = separator.includes('\n')
    ? separator.slice(separator.indexOf('\n') + 1)
    : indentAt(text, from);
  const indented = (part: string): string => part.replaceAll('\n', `\n${indent}`);
  const comma = cursor.followed && !cursor.hasColon ? (/^\s/.test(text.slice(spot.to)) ? ',' : ', ') : '';
  const trail = line?.end ?? comma;
  const at = (place: number): number => separator.length + indented(json.slice(0, place)).length;
  return candidate(idea, separator + indented(json) + trail, from, line?.to ?? spot.to, [
    at(select[0]),
    at(select[1]),
  ]);
}

/**
 * On the line of the bracket that closes what the cursor is in: the bracket keeps a line to itself, and what is put in
 * gets one above it. Null elsewhere.
 */
function closingLine(
  text: string,
  { cursor, from, to }: Spot,
): { readonly start: string; readonly end: string; readonly to: number } | null {
  const container = cursor.around.at(-1);
  const spaces = /^[ \t]*(?=[}\]])/.exec(text.slice(to))?.[0];
  if (container === undefined || spaces === undefined || !text.slice(cursor.before, from).includes('\n'))
    return null;
  if (container.kind === 'object' && cursor.expected === 'value') return null;
  const first = container.kind === 'object' ? container.members[0]?.name.from : container.items[0]?.from;
  const indent = indentAt(text, container.from);
  const isBelow = first !== undefined && first < from && text.slice(container.from, first).includes('\n');
  const inner = isBelow ? indentAt(text, first) : indent + STEP;
  return { start: `\n${inner}`, end: `\n${indent}`, to: to + spaces.length };
}

/** Below what stands before it, where its container is written over several lines. */
function separation(text: string, { cursor }: Spot): string {
  const container = cursor.around.at(-1);
  if (container === undefined) return ', ';
  const first = container.kind === 'object' ? container.members[0]?.name.from : container.items[0]?.from;
  const start = first ?? container.from;
  return text.slice(container.from, start).includes('\n') ? `,\n${indentAt(text, start)}` : ', ';
}

/** The white space at the start of a line. */
function indentAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}

const candidate = (
  { kind, label, detail, info, goesOn = false }: Idea,
  insert: string,
  from: number,
  to: number,
  select: readonly [number, number],
): Candidate => ({
  kind,
  label,
  detail,
  ...(info !== undefined && { info }),
  insert,
  from,
  to,
  select,
  goesOn,
});

export const quoted = (text: string): string => JSON.stringify(text);

/** An object or list of one thing, over three lines. */
export const block = (open: '{' | '[', inner: string): string =>
  `${open}\n${STEP}${inner.replaceAll('\n', `\n${STEP}`)}\n${open === '{' ? '}' : ']'}`;
