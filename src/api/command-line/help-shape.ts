// What help says of the value of an option: its kind, its limits, how it is written, and an example.
import type { Shape, TextConstraints } from '../parameters.ts';
import { skeletonOf } from './skeleton.ts';
import { listShape } from './value.ts';

/** Attribute values of DynamoDB, the only values whose model is left open that a command line takes. */
const ATTRIBUTE = { S: 'string' };

export function typeName(shape: Shape): string {
  if (listShape(shape)) return 'list';
  switch (shape.type) {
    case 'text':
    case 'arn':
      return 'string';
    case 'json':
      return 'document';
    case 'number':
      return 'double';
    default:
      return shape.type;
  }
}

/** Sentences. */
export function constraintLines(shape: Shape): string[] {
  const list = listShape(shape);
  if (list) return [...span('items', list.minItems, list.maxItems), ...constraintLines(list.of)];
  switch (shape.type) {
    case 'text':
      return [
        ...(shape.file === 'document'
          ? ['A policy document: its text, or file:// and the path of a file.']
          : []),
        ...(shape.file === 'body' ? ['The path of a file.'] : []),
        ...textLines(shape),
      ];
    case 'arn':
      return ['An ARN.', ...textLines(shape)];
    case 'integer':
    case 'number':
      return span('', shape.least, shape.most);
    case 'blob':
      return ['Base64, or fileb:// and the path of a file.'];
    default:
      return [];
  }
}

const textLines = ({ min, max, pattern, oneOf }: TextConstraints): string[] => [
  ...(oneOf === undefined ? span('characters', min, max) : [`One of: ${oneOf.join(', ')}.`]),
  ...(pattern === undefined ? [] : [`Pattern: ${pattern}`]),
];

function span(what: string, least: number | undefined, most: number | undefined): string[] {
  const of = what === '' ? '' : ` ${what}`;
  if (least === undefined && most === undefined) return [];
  if (least === undefined) return [`At most ${most}${of}.`];
  if (most === undefined) return least === 0 ? [] : [`At least ${least}${of}.`];
  return [least === most ? `${least}${of}.` : `${least} to ${most}${of}.`];
}

/** How what has parts is written, on one line and as JSON. */
export function syntaxLines(shape: Shape): string[] {
  const list = listShape(shape);
  const of = list ? list.of : shape;
  if (of.type === 'json' || (of.type !== 'structure' && of.type !== 'map'))
    return list ? ['Written as: value value ...'] : [];
  const json = JSON.stringify(list ? [emptyOf(of)] : emptyOf(of), null, 2);
  return [
    '',
    'Shorthand syntax:',
    `   ${shorthandOf(of)}${list ? ' ...' : ''}`,
    '',
    'JSON syntax:',
    ...json.split('\n').map((line) => `   ${line}`),
  ];
}

const emptyOf = (shape: Shape): unknown => {
  if (shape.type === 'map' && shape.of.type === 'json') return { KeyName: ATTRIBUTE };
  return Object.values(skeletonOf({ Value: { ...shape, event: 'value', required: true } }) ?? {})[0];
};

function shorthandOf(shape: Shape): string {
  const list = listShape(shape);
  if (list) {
    const item = shorthandOf(list.of);
    return list.of.type === 'structure' ? `[{${item}},{${item}}]` : `[${item},${item}]`;
  }
  switch (shape.type) {
    case 'structure':
      return Object.entries(shape.members)
        .map(([name, member]) => `${name}=${braced(member)}`)
        .join(',');
    case 'map':
      return `KeyName1=${braced(shape.of)},KeyName2=${braced(shape.of)}`;
    case 'json':
      return 'S=string';
    default:
      return typeName(shape);
  }
}

const braced = (shape: Shape): string =>
  ['structure', 'map', 'json'].includes(shape.type) ? `{${shorthandOf(shape)}}` : shorthandOf(shape);

/** A value for a line that shows how the command is called: what is to be replaced stands in capitals. */
export function exampleOf(name: string, shape: Shape): string {
  const list = listShape(shape);
  const of = list ? list.of : shape;
  switch (of.type) {
    case 'text':
      if (of.file === 'body') return 'notes.txt';
      if (of.file !== undefined) return `file://${of.file === 'document' ? 'policy.json' : of.file}`;
      return of.oneOf?.[0] ?? placeholder(name);
    case 'integer':
    case 'number':
      return `${of.least ?? 1}`;
    case 'blob':
      return `fileb://${name}.bin`;
    case 'json':
    case 'structure':
    case 'map':
      return `'${shorthandOf(of)}'`;
    default:
      return placeholder(name);
  }
}

const placeholder = (name: string): string => name.toUpperCase().replaceAll('-', '_');
