// Paths into an item: what stands there, and the item with something else there.
import { entry, withEntry, withoutEntry } from '../../../account/record.ts';
import { attributesOf, type Attributes, type AttributeValue } from './attribute-value.ts';
import type { Path } from './expression.ts';

type Step = string | number;

/** Undefined where the path leads nowhere. */
export function valueAt(item: Attributes, path: Path): AttributeValue | undefined {
  const [name, ...steps] = path;
  let value = entry(item, name);
  for (const step of steps) {
    if (value === undefined) return undefined;
    value = within(value, step);
  }
  return value;
}

const within = (value: AttributeValue, step: Step): AttributeValue | undefined => {
  if (typeof step === 'string') return 'M' in value ? entry(value.M, step) : undefined;
  return 'L' in value ? value.L[step] : undefined;
};

/** Null where there is nothing to put it into: only the last step of a path may be new. */
export function withValueAt(item: Attributes, path: Path, value: AttributeValue): Attributes | null {
  const [name, ...steps] = path;
  const before = entry(item, name);
  if (steps.length === 0) return sorted(withEntry(item, name, value));
  const after = before && withStep(before, steps, value);
  return after ? sorted(withEntry(item, name, after)) : null;
}

function withStep(
  into: AttributeValue,
  [step, ...rest]: readonly Step[],
  value: AttributeValue,
): AttributeValue | null {
  if (step === undefined) return value;
  const before = within(into, step);
  const after = rest.length === 0 ? value : before && withStep(before, rest, value);
  if (!after) return null;
  if (typeof step === 'string') return 'M' in into ? { M: sorted(withEntry(into.M, step, after)) } : null;
  if (!('L' in into)) return null;
  // Past the end of a list it is added at its end.
  const place = Math.min(step, into.L.length);
  return { L: [...into.L.slice(0, place), after, ...into.L.slice(place + 1)] };
}

/** Null where the path has no place in the item; what is not at the end of one that has is no matter. */
export function withoutValueAt(item: Attributes, path: Path): Attributes | null {
  const [name, ...steps] = path;
  if (steps.length === 0) return withoutEntry(item, name);
  const before = entry(item, name);
  const after = before && withoutStep(before, steps);
  return after ? sorted(withEntry(item, name, after)) : null;
}

function withoutStep(from: AttributeValue, [step = '', ...rest]: readonly Step[]): AttributeValue | null {
  if (rest.length > 0) {
    const before = within(from, step);
    const after = before && withoutStep(before, rest);
    return after ? withStep(from, [step], after) : null;
  }
  if (typeof step === 'string') return 'M' in from ? { M: withoutEntry(from.M, step) } : null;
  return 'L' in from ? { L: from.L.filter((_item, at) => at !== step) } : null;
}

const sorted = (attributes: Attributes): Attributes => attributesOf(Object.entries(attributes));

/** The parts of an item that paths lead to, at their places; the items of a list close up. */
export function projected(item: Attributes, paths: readonly Path[]): Attributes {
  const kept = (value: AttributeValue, wanted: readonly (readonly Step[])[]): AttributeValue | undefined => {
    if (wanted.some((steps) => steps.length === 0)) return value;
    const below = (step: Step): readonly (readonly Step[])[] =>
      wanted.filter(([first]) => first === step).map((steps) => steps.slice(1));
    if ('M' in value) {
      const parts = keptOf(value.M, below);
      return Object.keys(parts).length === 0 ? undefined : { M: parts };
    }
    if (!('L' in value)) return undefined;
    const items = value.L.flatMap((one, at) => {
      const steps = below(at);
      const part = steps.length === 0 ? undefined : kept(one, steps);
      return part === undefined ? [] : [part];
    });
    return items.length === 0 ? undefined : { L: items };
  };
  const keptOf = (
    attributes: Attributes,
    below: (name: string) => readonly (readonly Step[])[],
  ): Attributes =>
    Object.fromEntries(
      Object.entries(attributes).flatMap(([name, value]) => {
        const steps = below(name);
        const part = steps.length === 0 ? undefined : kept(value, steps);
        return part === undefined ? [] : [[name, part] as const];
      }),
    );
  return keptOf(item, (name) => paths.filter(([first]) => first === name).map((path) => path.slice(1)));
}

/** Whether one path leads to what the other leads to, or to a part of it. */
export const overlap = (a: Path, b: Path): boolean =>
  a.slice(0, b.length).every((step, at) => step === b[at]);

/** `[a, b, [0]]` as messages of AWS print it. */
export const printPath = (path: Path): string =>
  `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;
