// Event parameters: an input as an event records it, and the way back from the record to the input.
import { MAX_EVENT_LEVELS, type EventValue } from '../account/event.ts';
import { isPlainJson, isPlainObject } from '../aws/json.ts';
import { base64Bytes } from './base64.ts';
import type { AnyInput, AnyParameters, AnyValue, Shape } from './parameters.ts';
import { tagList } from './parameters.ts';

/** CloudTrail keeps passwords and codes to itself. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

type Values = Readonly<Record<string, unknown>>;

/** Input to the parameters of an event. A parameter that no event can hold, for its depth, is left out. */
export function toEventParameters(
  parameters: AnyParameters,
  input: AnyInput,
): Readonly<Record<string, EventValue>> {
  return Object.fromEntries(
    Object.entries(toEventMembers(parameters, input)).flatMap(([event, value]) =>
      isPlainJson(value, MAX_EVENT_LEVELS) ? [[event, value]] : [],
    ),
  );
}

function toEventMembers(members: AnyParameters, values: Values): Values {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, member]) => {
      const value = valueIn(values, name);
      return value === undefined ? [] : [[member.event, toEventValue(member, value)]];
    }),
  );
}

function toEventValue(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case 'text':
    case 'blob':
      return shape.secret ? HIDDEN : value;
    case 'tags':
      return toEventValue(tagList(shape), value);
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => toEventValue(shape.of, item)) : value;
    case 'map':
      return isPlainObject(value) ? mapped(value, (item) => toEventValue(shape.of, item)) : value;
    case 'structure':
      return isPlainObject(value) ? toEventMembers(shape.members, value) : value;
    default:
      return value;
  }
}

/**
 * The way back; null when a required parameter is missing, one is of another type, or one was kept out of the event,
 * at any depth. Unknown ones are ignored.
 */
export function fromEventParameters(parameters: AnyParameters, values: Values): AnyInput | null {
  const entries: (readonly [string, AnyValue])[] = [];
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = valueIn(values, parameter.event);
    if (value === undefined) {
      if (parameter.required) return null;
      continue;
    }
    const read = fromEventValue(parameter, value);
    if (read === undefined) return null;
    entries.push([name, read]);
  }
  return Object.fromEntries(entries);
}

/** Undefined for what is not of the shape: null is a value of its own. */
function fromEventValue(shape: Shape, value: unknown): AnyValue | undefined {
  switch (shape.type) {
    case 'text':
      return typeof value === 'string' && !shape.secret ? value : undefined;
    case 'blob':
      return typeof value === 'string' && !shape.secret && base64Bytes(value) !== null ? value : undefined;
    case 'arn':
      return typeof value === 'string' ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'textList':
      return fromEventList({ type: 'text' }, value);
    case 'tags':
      return fromEventValue(tagList(shape), value);
    case 'list':
      return fromEventList(shape.of, value);
    case 'map': {
      if (!isPlainObject(value)) return undefined;
      const read = mapped(value, (item) => fromEventValue(shape.of, item));
      return Object.values(read).includes(undefined) ? undefined : read;
    }
    case 'structure':
      return isPlainObject(value) ? (fromEventParameters(shape.members, value) ?? undefined) : undefined;
    case 'json':
      return isPlainJson(value, MAX_EVENT_LEVELS) ? value : undefined;
  }
}

function fromEventList(of: Shape, value: unknown): readonly AnyValue[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: AnyValue[] = [];
  for (const item of value as readonly unknown[]) {
    const read = fromEventValue(of, item);
    if (read === undefined) return undefined;
    items.push(read);
  }
  return items;
}

/** Only own names count: every object answers to `constructor`. */
const valueIn = (values: Values, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** A name may be `__proto__`, which `fromEntries` keeps a name. */
const mapped = <Value>(values: Values, change: (value: unknown) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
