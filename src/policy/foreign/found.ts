// A policy that was found in a text of another language, and what is to be said of it.
import type { Fix } from '../diagnostic.ts';
import type { MendableFault } from '../sign-reader.ts';
import type { Span } from '../span.ts';
import { Unread, type Literal } from './literal.ts';
import { Translator } from './translation.ts';

export interface Found {
  /** What the program calls it; may be empty. */
  readonly name: string;
  /** As JSON; or as it stands in a text of the program. */
  readonly text: string;
  /** The places of what is filled in when the program runs. */
  readonly open: readonly Span[];
  /** What could not be made part of it, by name. */
  readonly left: readonly string[];
}

const has = (value: object, ...names: readonly string[]): boolean =>
  names.some((name) => Object.hasOwn(value, name));

const isStatement = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && has(value, 'Effect') && has(value, 'Action', 'NotAction');

/** The policy that a value is, or that it holds as a text; null for any other, and for what cannot be put into JSON. */
export function policyOf(value: Literal, name: string): Found | null {
  try {
    return policyIn(value, name);
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
}

function policyIn(value: Literal, name: string): Found | null {
  if (value.kind === 'open' || value.kind === 'plain' || value.kind === 'nothing') return null;
  const translator = new Translator();
  const json = translator.json(value);
  const print = (policy: unknown): Found => ({
    name,
    text: JSON.stringify(policy, null, 2),
    open: translator.open.toSorted((a, b) => a.from - b.from),
    left: [],
  });
  if (typeof json === 'string')
    return /^\s*\{/.test(json) && json.includes('"Statement"')
      ? { name, text: json.trim(), open: translator.open, left: [] }
      : null;
  if (typeof json !== 'object' || json === null) return null;
  if (isStatement(json)) return print({ Version: '2012-10-17', Statement: [json] });
  if (Array.isArray(json))
    return json.length > 0 && json.every(isStatement)
      ? print({ Version: '2012-10-17', Statement: json })
      : null;
  return has(json, 'Statement') ? print(json) : null;
}

export interface Language {
  /** `Terraform`, `Python`. */
  readonly name: string;
  /** `when it is applied` */
  readonly when: string;
}

/** Where in the text it is told, what goes with what was found, and whether that gets lost. */
export interface Circumstances {
  readonly line: Span;
  readonly hasMore: boolean;
  readonly hasComments: boolean;
}

/** What is said of a text in which policies were found; of several, each can be kept. */
export function faultOf(
  text: string,
  { name, when }: Language,
  found: readonly Found[],
  { line, hasMore, hasComments }: Circumstances,
): MendableFault {
  const places = found.flatMap(({ open }) => open).toSorted((a, b) => a.from - b.from);
  const [place] = places;
  const source = place && text.slice(place.from, place.to);
  const fixes = found.map((one): Fix => {
    const what =
      found.length > 1
        ? `Keep only ${one.name}, as JSON`
        : hasMore
          ? 'Keep only the policy, as JSON'
          : 'Turn it into JSON';
    const losses = [
      ...(hasComments ? ['without the comments'] : []),
      ...(one.left.length > 0 ? [`without ${[...new Set(one.left)].join(', ')}`] : []),
      ...(one.open.length > 0 && source ? [`leaving what ${nameOf(one.open, text)} fills in to you`] : []),
    ];
    return { label: [what, ...losses].join(', '), edits: [{ from: 0, to: text.length, text: one.text }] };
  });
  if (place === undefined || source === undefined)
    return { what: `it is written in ${name}`, ...line, fixes };
  return { what: `it is written in ${name}, where ${source} is filled in ${when}`, ...place, fixes };
}

function nameOf(open: readonly Span[], text: string): string {
  const names = [...new Set(open.map(({ from, to }) => text.slice(from, to)))];
  const [first = '', ...others] = names;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
