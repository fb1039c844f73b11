// A text that lacks what goes around it: the braces of a policy or of a statement, or the policy around statements.
import type { Fix } from '../diagnostic.ts';
import { readJson, type Json, type JsonObject } from '../json.ts';
import type { MendableFault } from '../sign-reader.ts';

const VERSION = '"Version": "2012-10-17"';

/** Null for a text that is not JSON for other reasons. */
export function aroundFault(text: string): MendableFault | null {
  const from = text.search(/\S/);
  const end = text.trimEnd().replace(/[\s,;]+$/, '').length;
  if (from < 0 || end <= from) return null;
  const inner = text.slice(from, end);
  return inner.startsWith('"')
    ? bracesFault(text, from, end)
    : inner.startsWith('{')
      ? listFault(text, from, end)
      : null;
}

/** `"Version": …, "Statement": …` */
function bracesFault(text: string, from: number, end: number): MendableFault | null {
  const inner = text.slice(from, end);
  if (!/^"[^"\n]*"\s*:/.test(inner) || !readJson(`{${inner}}`).ok) return null;
  const label = 'Put braces around it';
  const edits = [
    { from, to: from, text: '{' },
    { from: end, to: text.length, text: '}' },
  ];
  const [name = ''] = /^"[^"\n]*"/.exec(inner) ?? [];
  return {
    what: 'what has names and values stands in braces { }',
    from,
    to: from + name.length,
    fixes: [{ label, edits }],
  };
}

/** Statements, or policies, one after the other. */
function listFault(text: string, from: number, end: number): MendableFault | null {
  const items = itemsOf(text.slice(from, end));
  if (items === null || items.length < 2) return null;
  const second = items[1];
  if (second === undefined) return null;
  const place = { from: from + second.from, to: from + second.from + 1 };
  const [only, label] = items.every(isStatement)
    ? [items, 'Put a policy around them']
    : items.every(isPolicy)
      ? [items.flatMap(statementsOf), 'Put their statements into one policy']
      : [null, ''];
  if (only === null) return null;
  const statements = only.map((one) => text.slice(from + one.from, from + one.to)).join(',\n');
  const fix: Fix = {
    label,
    edits: [{ from: 0, to: text.length, text: `{\n${VERSION},\n"Statement": [${statements}]\n}` }],
  };
  const what = items.every(isStatement)
    ? 'these are statements, which stand in a policy'
    : 'a second document begins here, and there can only be one';
  return { what, ...place, fixes: items.every(isPolicy) ? [fix, ...removalOf(text, from, items)] : [fix] };
}

function removalOf(text: string, from: number, [first]: readonly JsonObject[]): readonly Fix[] {
  return first
    ? [{ label: 'Remove all that follows', edits: [{ from: from + first.to, to: text.length, text: '' }] }]
    : [];
}

/** The objects that a text is made of, with or without commas and other marks between them; null for any other. */
function itemsOf(text: string): readonly JsonObject[] | null {
  const list = readJson(`[${text}]`);
  if (list.ok) return objectsOf(list.value);
  // Without commas: each blank between two objects is where one belongs.
  const joined = readJson(
    `[${text.replace(/(\})([\s;]+)(?=\{)/g, (_all: string, brace: string, space: string) => `${brace}${space.slice(1)},`)}]`,
  );
  return joined.ok ? objectsOf(joined.value) : null;
}

const objectsOf = (list: Json): readonly JsonObject[] | null => {
  if (list.kind !== 'array') return null;
  const objects = list.items.filter((item) => item.kind === 'object');
  if (objects.length < list.items.length) return null;
  // Places in the text without the bracket that was put before it.
  return objects.map((object) => moved(object));
};

const moved = (object: JsonObject): JsonObject => ({
  ...object,
  from: object.from - 1,
  to: object.to - 1,
  members: object.members.map((member) => ({ ...member, value: movedValue(member.value) })),
});

function movedValue(value: Json): Json {
  if (value.kind === 'object') return moved(value);
  const span = { from: value.from - 1, to: value.to - 1 };
  return value.kind === 'array'
    ? { ...value, ...span, items: value.items.map(movedValue) }
    : { ...value, ...span };
}

const has = ({ members }: JsonObject, name: string): boolean =>
  members.some((member) => member.name.value === name);

const isStatement = (object: JsonObject): boolean =>
  has(object, 'Effect') && (has(object, 'Action') || has(object, 'NotAction'));

/** Nothing else may be in them than what is put into one. */
const isPolicy = (object: JsonObject): boolean =>
  has(object, 'Statement') &&
  object.members.every(
    ({ name, value }) =>
      name.value === 'Statement' ||
      (name.value === 'Version' && value.kind === 'string' && value.value === '2012-10-17'),
  );

const statementsOf = ({ members }: JsonObject): readonly Json[] =>
  members.flatMap(({ name, value }) =>
    name.value !== 'Statement' ? [] : value.kind === 'array' ? value.items : [value],
  );
