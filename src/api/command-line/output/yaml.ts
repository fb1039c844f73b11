// YAML: the output format of the AWS CLI that reads like an outline.
import { compareNames } from '../../../account/record.ts';
import type { PlainJson } from '../../../aws/json.ts';
import { isList, isObject } from './python.ts';
import { yamlScalar } from './yaml-scalar.ts';

/**
 * Names in alphabetical order, lists no further in than what they belong to. A scalar alone is written as JSON.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#yaml-output
 */
export function yamlText(value: PlainJson): string {
  if (!isList(value) && !isObject(value)) return `${JSON.stringify(value)}\n`;
  return isEmpty(value)
    ? `${emptyOf(value)}\n`
    : blockLines(value, 0)
        .map((line) => `${line}\n`)
        .join('');
}

const isEmpty = (value: PlainJson): boolean =>
  isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;

const emptyOf = (value: PlainJson): string => (isList(value) ? '[]' : '{}');

const STEP = 2;

/** @param indent Spaces before each line. */
function blockLines(value: PlainJson, indent: number): readonly string[] {
  const margin = ' '.repeat(indent);
  if (isList(value)) return value.flatMap((item) => itemLines(item, indent));
  if (!isObject(value)) return [];
  return Object.keys(value)
    .sort(compareNames)
    .flatMap((name) => {
      const head = `${margin}${yamlScalar(name, { column: indent, indent: null })}:`;
      const part = value[name] ?? null;
      if (isEmpty(part)) return [`${head} ${emptyOf(part)}`];
      if (isList(part)) return [head, ...blockLines(part, indent)];
      if (isObject(part)) return [head, ...blockLines(part, indent + STEP)];
      return `${head} ${scalar(part, [...head].length + 1, indent + STEP)}`.split('\n');
    });
}

function itemLines(item: PlainJson, indent: number): readonly string[] {
  const dash = `${' '.repeat(indent)}- `;
  if (isEmpty(item)) return [`${dash}${emptyOf(item)}`];
  if (!isList(item) && !isObject(item))
    return `${dash}${scalar(item, indent + STEP, indent + STEP)}`.split('\n');
  // The first line of what is nested stands behind the dash.
  const [first = '', ...rest] = blockLines(item, indent + STEP);
  return [`${dash}${first.slice(indent + STEP)}`, ...rest];
}

/**
 * @param column Where it starts.
 * @param indent Where the lines that it is broken into start.
 */
const scalar = (value: PlainJson, column: number, indent: number): string =>
  typeof value === 'string' ? yamlScalar(value, { column, indent }) : JSON.stringify(value);
