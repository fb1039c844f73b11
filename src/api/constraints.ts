// Constraints: an input held against the declared parameters, in AWS's words.
import { isPlainObject } from '../aws/json.ts';
import type { AwsError } from './aws-error.ts';
import { base64Bytes } from './base64.ts';
import { awsError } from './errors.ts';
import { constraintReason } from './invalid-input.ts';
import type { AnyInput, AnyParameters, Shape } from './parameters.ts';
import { tagList } from './parameters.ts';
import { double, rulesOf, textRules, type Rule } from './rules.ts';
import { constraintCode } from './services.ts';

/**
 * All violations make one error, but for Organizations, which names the first. Values of another type than the declared one break nothing: the compiler has refused
 * them.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
export function constraintError(
  service: string,
  parameters: AnyParameters,
  input: AnyInput,
): AwsError | null {
  // The command line decodes bytes, so it never sends what is not base64.
  const undecodable = undecodableIn({ type: 'structure', members: parameters }, input);
  if (undecodable !== null) return awsError('ParamValidation', `Invalid base64: "${undecodable}"`);
  const violations = memberViolations(parameters, '', input);
  const [first] = violations;
  if (first === undefined) return null;
  if (service === 'organizations') return constraintReason(first);
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  return awsError(constraintCode(service), `${count} detected: ${violations.join('; ')}`);
}

type Values = Readonly<Record<string, unknown>>;

const violation = (shown: string, path: string, fault: string): string =>
  `Value${shown} at '${path}' failed to satisfy constraint: ${fault}`;

function memberViolations(members: AnyParameters, prefix: string, values: Values): string[] {
  return Object.entries(members).flatMap(([name, member]) => {
    const value = values[name];
    const path = `${prefix}${member.event}`;
    if (value !== undefined) return [...ownViolations(member, path, value), ...inner(member, path, value)];
    return member.required ? [violation(' null', path, 'Member must not be null')] : [];
  });
}

const ownViolations = (shape: Shape, path: string, value: unknown): string[] =>
  rulesOf(shape).flatMap(({ words, broken }) =>
    broken(value) ? [violation(shown(shape, value), path, words)] : [],
  );

/**
 * The violations within a value. What an item of a list or of a map breaks itself, AWS says of the list or map, with
 * all constraints of the item; what is wrong further down has a path of its own: `policyArns.1.member.arn`,
 * `requestItems.Books.member.keys`.
 */
function inner(shape: Shape, path: string, value: unknown): string[] {
  const whole = (fault: string): string => violation(shown(shape, value), path, fault);
  switch (shape.type) {
    case 'structure':
      return isPlainObject(value) ? memberViolations(shape.members, `${path}.`, value) : [];
    case 'tags':
      return inner(tagList(shape), path, value);
    case 'textList': {
      if (!isTextList(value) || ownViolations(shape, path, value).length > 0) return [];
      const faults = textRules(shape.item).filter(({ broken }) => value.some(broken));
      return faults.length === 0 ? [] : [whole(`Member must satisfy constraint: ${inBrackets(faults)}`)];
    }
    case 'list': {
      if (!Array.isArray(value)) return [];
      const items: readonly unknown[] = value;
      return [
        ...brokenBySome(rulesOf(shape.of), items, 'Member must satisfy constraint').map(whole),
        ...items.flatMap((item, at) => inner(shape.of, `${path}.${at + 1}.member`, item)),
      ];
    }
    case 'map': {
      if (!isPlainObject(value)) return [];
      const { keys = {}, of } = shape;
      return [
        ...brokenBySome(textRules(keys), Object.keys(value), 'Map keys must satisfy constraint').map(whole),
        ...brokenBySome(rulesOf(of), Object.values(value), 'Map value must satisfy constraint').map(whole),
        ...Object.entries(value).flatMap(([key, item]) => inner(of, `${path}.${key}.member`, item)),
      ];
    }
    default:
      return [];
  }
}

const brokenBySome = (rules: readonly Rule[], values: readonly unknown[], said: string): string[] =>
  rules.some(({ broken }) => values.some(broken)) ? [`${said}: ${inBrackets(rules)}`] : [];

const inBrackets = (rules: readonly Rule[]): string => `[${rules.map(({ words }) => words).join(', ')}]`;

/** A value as a message shows it, with a blank before; nothing for what AWS leaves out. */
function shown(shape: Shape, value: unknown): string {
  const text = valueText(shape, value);
  return text === null ? '' : ` '${text}'`;
}

/** AWS leaves out what is long or sensitive; of structures it prints how they look within the service. */
function valueText(shape: Shape, value: unknown): string | null {
  switch (shape.type) {
    case 'text':
      return shape.file || shape.secret ? null : String(value);
    case 'number':
      return typeof value === 'number' ? double(value) : null;
    case 'arn':
    case 'boolean':
    case 'integer':
      return String(value);
    case 'textList':
      return isTextList(value) ? `[${value.join(', ')}]` : null;
    case 'list': {
      if (!Array.isArray(value)) return null;
      const items = value.map((item: unknown) => valueText(shape.of, item));
      return items.includes(null) ? null : `[${items.join(', ')}]`;
    }
    case 'map': {
      if (!isPlainObject(value)) return null;
      const items = Object.entries(value).map(([key, item]) => [key, valueText(shape.of, item)] as const);
      if (items.some(([, text]) => text === null)) return null;
      return `{${items.map((item) => item.join('=')).join(', ')}}`;
    }
    case 'blob':
    case 'tags':
    case 'structure':
    case 'json':
      return null;
  }
}

/** The first blob that is not base64, as a message may show it; null when all are. */
function undecodableIn(shape: Shape, value: unknown): string | null {
  const firstOf = (parts: readonly (readonly [Shape, unknown])[]): string | null => {
    for (const [part, held] of parts) {
      const found = undecodableIn(part, held);
      if (found !== null) return found;
    }
    return null;
  };
  switch (shape.type) {
    case 'blob':
      if (typeof value !== 'string' || base64Bytes(value) !== null) return null;
      // The command line itself shows every value; here messages are kept in events.
      return shape.secret ? '***' : value;
    case 'list':
      return Array.isArray(value) ? firstOf(value.map((item: unknown) => [shape.of, item])) : null;
    case 'map':
      return isPlainObject(value) ? firstOf(Object.values(value).map((item) => [shape.of, item])) : null;
    case 'structure':
      return isPlainObject(value)
        ? firstOf(Object.entries(shape.members).map(([name, member]) => [member, value[name]]))
        : null;
    default:
      return null;
  }
}

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
