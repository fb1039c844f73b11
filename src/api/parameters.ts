// Parameters: what an operation takes, declared once; validation, events and command lines are all read from it.
import type { EventValue } from '../account/event.ts';
import type { Arn } from '../aws/arn.ts';
import type { AwsError } from './aws-error.ts';
import { awsError } from './errors.ts';

interface Parameter {
  /** Its name in an event and in validation errors, for example `policyArn`. */
  readonly event: string;
  readonly required: boolean;
}

/** The constraints that the service model puts on a text; absent ones are not checked. */
interface TextConstraints {
  readonly min?: number;
  readonly max?: number;
  /** As AWS prints it; the whole value must match. */
  readonly pattern?: string;
  /** The values there are. */
  readonly oneOf?: readonly string[];
  /** The one value that AWS would take and that cannot be kept here. */
  readonly except?: string;
}

export interface TextParameter extends Parameter, TextConstraints {
  readonly type: 'text';
  /** A command line takes it from a file: a policy document (`file://…`) or the body of an object (its path). */
  readonly file?: 'document' | 'body';
  /** Passwords and codes: shown in no message and no event. */
  readonly secret?: true;
}

/** A text of which it is checked elsewhere that it is the ARN that the operation takes. */
export interface ArnParameter extends Parameter, TextConstraints {
  readonly type: 'arn';
}

export interface BooleanParameter extends Parameter {
  readonly type: 'boolean';
}

/** A whole number. */
export interface IntegerParameter extends Parameter {
  readonly type: 'integer';
  readonly least?: number;
  readonly most?: number;
}

export interface TextListParameter extends Parameter {
  readonly type: 'textList';
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly item: TextConstraints;
}

/** `Key=team,Value=red` on a command line. */
export interface TagsParameter extends Parameter {
  readonly type: 'tags';
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export type AnyParameter =
  TextParameter | ArnParameter | BooleanParameter | IntegerParameter | TextListParameter | TagsParameter;

export type AnyParameters = Readonly<Record<string, AnyParameter>>;

export type AnyValue = string | boolean | number | readonly string[] | readonly Tag[];
export type AnyInput = Readonly<Record<string, AnyValue | undefined>>;

interface Values {
  readonly text: string;
  readonly arn: Arn;
  readonly boolean: boolean;
  readonly integer: number;
  readonly textList: readonly string[];
  readonly tags: readonly Tag[];
}

/** What an operation with these parameters is given. */
export type InputOf<Declared extends AnyParameters> = {
  readonly [
    Key in keyof Declared as Declared[Key]['required'] extends true ? Key : never
  ]: Values[Declared[Key]['type']];
} & {
  readonly [
    Key in keyof Declared as Declared[Key]['required'] extends true ? never : Key
  ]?: Values[Declared[Key]['type']];
};

/**
 * Holds an input against the constraints; all violations make one `ValidationError`, in AWS's words.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
export function constraintError(parameters: AnyParameters, input: AnyInput): AwsError | null {
  const violations = Object.entries(parameters).flatMap(([name, parameter]) =>
    violationsOf(parameter, input[name]),
  );
  if (violations.length === 0) return null;
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  return awsError('ValidationError', `${count} detected: ${violations.join('; ')}`);
}

function violationsOf(parameter: AnyParameter, value: AnyValue | undefined): string[] {
  const { event } = parameter;
  if (value === undefined)
    return parameter.required ? [violation(' null', event, 'Member must not be null')] : [];
  switch (parameter.type) {
    case 'text':
    case 'arn': {
      if (typeof value !== 'string') return [];
      // AWS leaves long and sensitive values out of the message.
      const shown = parameter.type === 'text' && (parameter.file || parameter.secret) ? '' : ` '${value}'`;
      return textFaults(parameter, value).map((fault) => violation(shown, event, fault));
    }
    case 'integer': {
      if (typeof value !== 'number') return [];
      const { least, most } = parameter;
      const shown = ` '${value}'`;
      if (most !== undefined && value > most)
        return [violation(shown, event, `Member must have value less than or equal to ${most}`)];
      return least !== undefined && value < least
        ? [violation(shown, event, `Member must have value greater than or equal to ${least}`)]
        : [];
    }
    case 'textList': {
      if (!isTextList(value)) return [];
      const { minItems = 0, maxItems = Infinity, item } = parameter;
      const shown = ` '[${value.join(', ')}]'`;
      if (value.length > maxItems)
        return [violation(shown, event, `Member must have length less than or equal to ${maxItems}`)];
      if (value.length < minItems)
        return [violation(shown, event, `Member must have length greater than or equal to ${minItems}`)];
      const faults = [...new Set(value.flatMap((text) => textFaults(item, text)))];
      return faults.length === 0
        ? []
        : [violation(shown, event, `Member must satisfy constraint: [${faults.join(', ')}]`)];
    }
    case 'tags':
      return isTagList(value) ? tagFaults(value, event) : [];
    case 'boolean':
      return [];
  }
}

const violation = (shown: string, event: string, fault: string): string =>
  `Value${shown} at '${event}' failed to satisfy constraint: ${fault}`;

function textFaults({ min, max, pattern, oneOf, except }: TextConstraints, value: string): string[] {
  const faults: string[] = [];
  if (max !== undefined && value.length > max)
    faults.push(`Member must have length less than or equal to ${max}`);
  if (min !== undefined && value.length < min)
    faults.push(`Member must have length greater than or equal to ${min}`);
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
    faults.push(`Member must satisfy regular expression pattern: ${pattern}`);
  if (oneOf !== undefined && !oneOf.includes(value))
    faults.push(`Member must satisfy enum value set: [${oneOf.join(', ')}]`);
  if (except !== undefined && value === except) faults.push(`Member must not be ${except} in Rolecall`);
  return faults;
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
const TAG_PATTERN = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]';
const TAG_KEY: TextConstraints = { min: 1, max: 128, pattern: `${TAG_PATTERN}+` };
const TAG_VALUE: TextConstraints = { max: 256, pattern: `${TAG_PATTERN}*` };

function tagFaults(tags: readonly Tag[], event: string): string[] {
  const faults =
    tags.length > 50 ? [violation('', event, 'Member must have length less than or equal to 50')] : [];
  for (const [at, { Key, Value }] of tags.entries()) {
    const place = `${event}.${at + 1}.member`;
    faults.push(
      ...textFaults(TAG_KEY, Key).map((fault) => violation(` '${Key}'`, `${place}.key`, fault)),
      ...textFaults(TAG_VALUE, Value).map((fault) => violation(` '${Value}'`, `${place}.value`, fault)),
    );
  }
  return faults;
}

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isTagList = (value: unknown): value is readonly Tag[] =>
  Array.isArray(value) &&
  value.every(
    (item: unknown) =>
      typeof item === 'object' &&
      item !== null &&
      'Key' in item &&
      typeof item.Key === 'string' &&
      'Value' in item &&
      typeof item.Value === 'string',
  );

/** CloudTrail keeps passwords and codes to itself. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** Input to the parameters of an event. */
export function toEventParameters(
  parameters: AnyParameters,
  input: AnyInput,
): Readonly<Record<string, EventValue>> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, parameter]) => {
      const value = input[name];
      if (value === undefined) return [];
      const secret = parameter.type === 'text' && parameter.secret === true;
      return [[parameter.event, secret ? HIDDEN : toEventValue(value)]];
    }),
  );
}

function toEventValue(value: AnyValue): EventValue {
  if (typeof value !== 'object') return value;
  return isTagList(value) ? value.map(({ Key, Value }) => ({ key: Key, value: Value })) : value;
}

/**
 * The way back; null when a required parameter is missing, one is of another type, or one was kept out of the event.
 * Unknown ones are ignored.
 */
export function fromEventParameters(
  parameters: AnyParameters,
  values: Readonly<Record<string, unknown>>,
): AnyInput | null {
  const input: Record<string, AnyValue> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = Object.hasOwn(values, parameter.event) ? values[parameter.event] : undefined;
    if (value === undefined) {
      if (parameter.required) return null;
      continue;
    }
    const read = fromEventValue(parameter, value);
    if (read === null) return null;
    input[name] = read;
  }
  return input;
}

function fromEventValue(parameter: AnyParameter, value: unknown): AnyValue | null {
  switch (parameter.type) {
    case 'text':
      return typeof value === 'string' && !parameter.secret ? value : null;
    case 'arn':
      return typeof value === 'string' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'integer':
      return typeof value === 'number' ? value : null;
    case 'textList':
      return isTextList(value) ? value : null;
    case 'tags': {
      if (!Array.isArray(value)) return null;
      const tags = value.map((tag: unknown) =>
        typeof tag === 'object' && tag !== null && 'key' in tag && 'value' in tag
          ? { Key: tag.key, Value: tag.value }
          : null,
      );
      return isTagList(tags) ? tags : null;
    }
  }
}
