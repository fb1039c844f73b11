// A document that is JSON, but no object: what it is in plain words, and how a policy comes of it.
import { diagnosticOf, FORM_CODES } from './codes.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { fromWord } from './other-languages.ts';
import { readJson, type Json, type JsonObject } from './json.ts';

const WORDS: Readonly<Record<Exclude<Json['kind'], 'object'>, string>> = {
  array: 'a list',
  string: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing (null)',
};

export function notAnObject(root: Exclude<Json, JsonObject>): Diagnostic {
  const message = `This is ${WORDS[root.kind]}, and a policy is an object: it stands in braces { }.`;
  const help = 'A policy is an object with a Version and one or more statements.';
  return diagnosticOf('DATA_TYPE_MISMATCH', { ...FORM_CODES.DATA_TYPE_MISMATCH, message }, root, '', {
    help,
    fixes: waysOut(root),
  });
}

function waysOut(root: Exclude<Json, JsonObject>): readonly Fix[] {
  const { from, to } = root;
  const words = root.kind === 'string' ? root.value : root.kind;
  const empty = fromWord(words).map(({ label, policy }) => ({ label, edits: [{ from, to, text: policy }] }));
  if (root.kind === 'string' && holdsObject(root.value))
    return [{ label: 'Take it out of the quotes', edits: [{ from, to, text: root.value }] }];
  if (root.kind !== 'array') return empty;
  const [only] = root.items;
  if (only?.kind === 'object' && root.items.length === 1 && has(only, 'Statement'))
    return [
      {
        label: 'Take it out of the list',
        edits: [
          { from, to: only.from, text: '' },
          { from: only.to, to, text: '' },
        ],
      },
    ];
  if (only === undefined) return empty;
  // Nothing that somebody wrote is thrown away in one step.
  if (!root.items.every((item) => item.kind === 'object' && has(item, 'Effect'))) return [];
  return [
    {
      label: 'Make these its statements',
      edits: [
        { from, to: from, text: '{\n"Version": "2012-10-17",\n"Statement": ' },
        { from: to, to, text: '\n}' },
      ],
    },
  ];
}

/**
 * An object that is no policy but plainly has to do with one: a statement by itself, or what AWS's tools print around a
 * policy, such as `{"PolicyVersion": {"Document": {…}}}`. Null where neither can be told.
 */
export function almostPolicy(root: JsonObject): Diagnostic | null {
  if (has(root, 'Statement') || root.cutOff) return null;
  const { from, to } = root;
  const report = (message: string, help: string, fix: Fix): Diagnostic =>
    diagnosticOf(
      'MISSING_STATEMENT',
      { ...FORM_CODES.MISSING_STATEMENT, message, help },
      { from, to: from + 1 },
      '',
      { fixes: [fix] },
    );
  if (has(root, 'Effect') && (has(root, 'Action') || has(root, 'NotAction')) && !has(root, 'Version'))
    return report(
      'This is a statement by itself, and a policy has its statements in an element Statement.',
      'Put a policy around it.',
      {
        label: 'Put a policy around it',
        edits: [
          { from, to: from, text: '{\n"Version": "2012-10-17",\n"Statement": [' },
          { from: to, to, text: ']\n}' },
        ],
      },
    );
  const inside = policiesIn(root, MOST_DEEP);
  const [only] = inside;
  if (only === undefined || inside.length > 1) return null;
  const { name, value } = only;
  return report(
    `The policy stands inside of ${JSON.stringify(name)}, and AWS takes it by itself.`,
    'Keep what is the policy, and remove what is around it.',
    {
      label: `Keep what is in ${JSON.stringify(name)}`,
      edits:
        value.kind === 'string'
          ? [{ from, to, text: unescaped(value.value) }]
          : [
              { from, to: value.from, text: '' },
              { from: value.to, to, text: '' },
            ],
    },
  );
}

/** As deep as a policy lies in a template or in the answer of an operation. */
const MOST_DEEP = 5;

/** The values that are policies, as objects or as texts of JSON, and the names that they go by. */
function policiesIn(
  object: JsonObject,
  depth: number,
): readonly { readonly name: string; readonly value: Json }[] {
  return object.members.flatMap(({ name, value }) => {
    if (value.kind === 'string') return holdsPolicy(value.value) ? [{ name: name.value, value }] : [];
    if (value.kind !== 'object') return [];
    if (has(value, 'Statement')) return [{ name: name.value, value }];
    return depth > 1 ? policiesIn(value, depth - 1) : [];
  });
}

function holdsPolicy(text: string): boolean {
  if (!/^\s*(?:\{|%7B)/i.test(text)) return false;
  const json = readJson(unescaped(text));
  return json.ok && json.value.kind === 'object' && has(json.value, 'Statement');
}

/** The API of IAM hands policies out as parts of a URL. */
function unescaped(text: string): string {
  if (!/^%7B/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const has = (object: JsonObject, element: string): boolean =>
  object.members.some(({ name }) => name.value === element);

/** As programs print a policy that stands within another JSON text. */
function holdsObject(text: string): boolean {
  const json = readJson(text);
  return json.ok && json.value.kind === 'object';
}
