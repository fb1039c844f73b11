// Parameters: what an operation takes, declared once; validation, events and command lines are all read from it.
import type { AwsError } from './call.ts';
import { awsError } from './errors.ts';

interface Parameter {
  /** Its name in an event and in validation errors, for example `policyArn`. */
  readonly event: string;
  readonly required: boolean;
}

/** A text, with the constraints that the service model puts on it; absent ones are not checked. */
export interface TextParameter extends Parameter {
  readonly type: 'text';
  readonly min?: number;
  readonly max?: number;
  /** As AWS prints it; the whole value must match. */
  readonly pattern?: string;
  /** A command line takes it from a file: a policy document (`file://…`) or the body of an object (its path). */
  readonly file?: 'document' | 'body';
}

export interface BooleanParameter extends Parameter {
  readonly type: 'boolean';
}

export type AnyParameter = TextParameter | BooleanParameter;

/** One parameter for each field of an input, of its type, and required where the field is. */
export type Parameters<Input> = {
  readonly [Key in keyof Input]-?: (NonNullable<Input[Key]> extends boolean
    ? BooleanParameter
    : TextParameter) & {
    readonly required: undefined extends Input[Key] ? false : true;
  };
};

export type AnyParameters = Readonly<Record<string, AnyParameter>>;
export type AnyInput = Readonly<Record<string, string | boolean | undefined>>;

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

function violationsOf(parameter: AnyParameter, value: string | boolean | undefined): string[] {
  const violation = (shown: string, constraint: string) =>
    `Value${shown} at '${parameter.event}' failed to satisfy constraint: Member must ${constraint}`;
  if (value === undefined) return parameter.required ? [violation(' null', 'not be null')] : [];
  if (parameter.type === 'boolean' || typeof value === 'boolean') return [];
  // AWS leaves long and sensitive values out of the message.
  const shown = parameter.file === undefined ? ` '${value}'` : '';
  const { min, max, pattern } = parameter;
  const violations: string[] = [];
  if (max !== undefined && value.length > max)
    violations.push(violation(shown, `have length less than or equal to ${max}`));
  if (min !== undefined && value.length < min)
    violations.push(violation(shown, `have length greater than or equal to ${min}`));
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value))
    violations.push(violation(shown, `satisfy regular expression pattern: ${pattern}`));
  return violations;
}

/** Input to the parameters of an event. */
export function toEventParameters(
  parameters: AnyParameters,
  input: AnyInput,
): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { event }]) => {
      const value = input[name];
      return value === undefined ? [] : [[event, value]];
    }),
  );
}

/** The way back; null when a required parameter is missing or one is of another type. Unknown ones are ignored. */
export function fromEventParameters(
  parameters: AnyParameters,
  values: Readonly<Record<string, unknown>>,
): AnyInput | null {
  const input: Record<string, string | boolean> = {};
  for (const [name, { event, required, type }] of Object.entries(parameters)) {
    const value = Object.hasOwn(values, event) ? values[event] : undefined;
    if (value === undefined) {
      if (required) return null;
    } else if (type === 'text' && typeof value === 'string') input[name] = value;
    else if (type === 'boolean' && typeof value === 'boolean') input[name] = value;
    else return null;
  }
  return input;
}
