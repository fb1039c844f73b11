// A document that is JSON, but no object: what it is in plain words, and how a policy comes of it.
import { diagnosticOf, FORM_CODES } from './codes.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
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
  const empty = {
    label: 'Put an empty policy in its place',
    edits: [{ from, to, text: '{\n  "Version": "2012-10-17",\n  "Statement": []\n}' }],
  };
  if (root.kind === 'string' && holdsObject(root.value))
    return [{ label: 'Take it out of the quotes', edits: [{ from, to, text: root.value }] }];
  if (root.kind !== 'array') return [empty];
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
  if (only === undefined || !root.items.every((item) => item.kind === 'object' && has(item, 'Effect')))
    return [empty];
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

const has = (object: JsonObject, element: string): boolean =>
  object.members.some(({ name }) => name.value === element);

/** As programs print a policy that stands within another JSON text. */
function holdsObject(text: string): boolean {
  const json = readJson(text);
  return json.ok && json.value.kind === 'object';
}
