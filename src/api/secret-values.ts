// Secret values: which parts of an input are declared as secret, and an input with something else in their place.
import { isPlainObject } from '../aws/json.ts';
import type { AnyParameters, Shape } from './parameters.ts';

/** Whether a value of this shape is secret, or may have something secret in it. */
export function mayHoldSecret(shape: Shape): boolean {
  switch (shape.type) {
    case 'text':
    case 'blob':
      return shape.secret === true;
    case 'list':
    case 'map':
      return mayHoldSecret(shape.of);
    case 'structure':
      return Object.values(shape.members).some(mayHoldSecret);
    default:
      return false;
  }
}

/** The same value with a mark for each secret in it. What is not of the shape stays, unless it stands for a secret. */
export function withMarks(shape: Shape, value: unknown, mark: string): unknown {
  switch (shape.type) {
    case 'text':
    case 'blob':
      return shape.secret ? mark : value;
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => withMarks(shape.of, item, mark)) : held();
    case 'map':
      return isPlainObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([name, one]) => [name, withMarks(shape.of, one, mark)]),
          )
        : held();
    case 'structure':
      return isPlainObject(value) ? markedInput(shape.members, value, mark) : held();
    default:
      return value;
  }
  function held(): unknown {
    return mayHoldSecret(shape) ? mark : value;
  }
}

export const markedInput = (
  parameters: AnyParameters,
  input: Readonly<Record<string, unknown>>,
  mark: string,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      return [name, parameter ? withMarks(parameter, value, mark) : value];
    }),
  );
