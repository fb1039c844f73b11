// Rules: the constraints of one shape, each with AWS's words for it.
import { isPlainJson, isPlainObject } from '../aws/json.ts';
import { base64Bytes } from './base64.ts';
import type { Shape, TextConstraints } from './parameters.ts';
import { tagList } from './parameters.ts';

/** One constraint: AWS's words for it, and whether a value breaks it. */
export interface Rule {
  readonly words: string;
  broken(this: void, value: unknown): boolean;
}

/** The constraints on a value itself, whatever is in it, in AWS's order. */
export function rulesOf(shape: Shape): Rule[] {
  switch (shape.type) {
    case 'text':
    case 'arn':
      return textRules(shape);
    case 'blob':
      return lengthRules(shape.min, shape.max, (value) =>
        typeof value === 'string' ? base64Bytes(value) : null,
      );
    case 'integer':
      return rangeRules(shape.least, shape.most, String);
    case 'number':
      return rangeRules(shape.least, shape.most, double);
    case 'textList':
    case 'list':
    case 'map':
      return lengthRules(shape.minItems, shape.maxItems, sizeOf);
    case 'tags':
      return rulesOf(tagList(shape));
    case 'json':
      return [
        {
          words: `Member must have at most ${MAX_JSON_LEVELS} levels in Rolecall`,
          broken: (value) => !isPlainJson(value, MAX_JSON_LEVELS),
        },
      ];
    case 'boolean':
    case 'structure':
      return [];
  }
}

/** DynamoDB takes 32 levels, each of them two of JSON. */
const MAX_JSON_LEVELS = 80;

export function textRules({ min, max, pattern, oneOf, except }: TextConstraints): Rule[] {
  const rule = (words: string, broken: (text: string) => boolean): Rule => ({
    words,
    broken: (value) => typeof value === 'string' && broken(value),
  });
  return [
    ...lengthRules(min, max, (value) => (typeof value === 'string' ? value.length : null)),
    ...(pattern === undefined
      ? []
      : [
          rule(
            `Member must satisfy regular expression pattern: ${pattern}`,
            (text) => !new RegExp(`^(?:${pattern})$`, 'u').test(text),
          ),
        ]),
    ...(oneOf === undefined
      ? []
      : [rule(`Member must satisfy enum value set: [${oneOf.join(', ')}]`, (text) => !oneOf.includes(text))]),
    ...(except === undefined
      ? []
      : [rule(`Member must not be ${except} in Rolecall`, (text) => text === except)]),
  ];
}

const lengthRules = (
  min: number | undefined,
  max: number | undefined,
  lengthOf: (value: unknown) => number | null,
): Rule[] => endRules('length', min, max, String, lengthOf);

const rangeRules = (
  least: number | undefined,
  most: number | undefined,
  print: (end: number) => string,
): Rule[] => endRules('value', least, most, print, (value) => (typeof value === 'number' ? value : null));

function endRules(
  measured: 'length' | 'value',
  least: number | undefined,
  most: number | undefined,
  print: (end: number) => string,
  measure: (value: unknown) => number | null,
): Rule[] {
  const rule = (relation: string, end: number, broken: (measure: number) => boolean): Rule => ({
    words: `Member must have ${measured} ${relation} than or equal to ${print(end)}`,
    broken: (value) => broken(measure(value) ?? end),
  });
  return [
    ...(most === undefined ? [] : [rule('less', most, (measure) => measure > most)]),
    ...(least === undefined ? [] : [rule('greater', least, (measure) => measure < least)]),
  ];
}

const sizeOf = (value: unknown): number | null => {
  if (Array.isArray(value)) return value.length;
  return isPlainObject(value) ? Object.keys(value).length : null;
};

/** As the services print it: `1.0`. */
export const double = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));
