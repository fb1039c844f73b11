// Changes of an input: its policies in another order, one more of them, a layer less, all of them read again.
import type { AppliedPolicy, ApplicablePolicies } from '../../../src/evaluation/applicable.ts';
import type { Layer } from '../../../src/evaluation/evaluation.ts';
import type { PolicyDocument } from '../../../src/policy/document.ts';
import { parsePolicy } from '../../../src/policy/parse.ts';
import type { Input } from '../as-case.ts';

type Change = (policies: readonly AppliedPolicy[]) => readonly AppliedPolicy[];

/** Every list of policies changed; where there can be only one policy, only the first is kept. */
export function changed({ applicable, request }: Input, change: Change): Input {
  const { identity, resource, boundary, session, scps, rcps, endpoint } = applicable;
  const one = (only: AppliedPolicy | null): AppliedPolicy | null => only && (change([only])[0] ?? null);
  const levels = (all: ApplicablePolicies['scps']): ApplicablePolicies['scps'] =>
    all && all.map((level) => ({ ...level, policies: change(level.policies) }));
  return {
    request,
    applicable: {
      ...applicable,
      identity: change(identity),
      resource: change(resource),
      boundary: one(boundary),
      session: session && change(session),
      scps: levels(scps),
      rcps: levels(rcps),
      endpoint: one(endpoint),
    },
  };
}

export const withStatements = (
  document: PolicyDocument,
  statements: PolicyDocument['statements'],
): PolicyDocument => ({
  ...document,
  statements: statements.map((statement, index) => ({ ...statement, index })),
});

/** The layer with one more policy; it comes to be where it was not there. */
export function withPolicy(input: Input, layer: Layer, added: AppliedPolicy): Input {
  const { applicable, request } = input;
  const { identity, resource, boundary, session, scps, rcps, endpoint } = applicable;
  const one = (only: AppliedPolicy | null): AppliedPolicy =>
    only === null
      ? added
      : {
          ...only,
          document: withStatements(only.document, [
            ...only.document.statements,
            ...added.document.statements,
          ]),
        };
  const levels = (all: ApplicablePolicies['scps']): ApplicablePolicies['scps'] => {
    const [first = { name: 'level 1', policies: [] }, ...others] = all ?? [];
    return [{ ...first, policies: [...first.policies, added] }, ...others];
  };
  const change = (): Partial<ApplicablePolicies> => {
    switch (layer) {
      case 'identity':
        return { identity: [...identity, added] };
      case 'resource':
        return { resource: [...resource, added] };
      case 'boundary':
        return { boundary: one(boundary) };
      case 'session':
        return { session: [...(session ?? []), added] };
      case 'scp':
        return { scps: levels(scps) };
      case 'rcp':
        return { rcps: levels(rcps) };
      case 'vpce':
        return { endpoint: one(endpoint) };
    }
  };
  return { request, applicable: { ...applicable, ...change() } };
}

/** The field of each layer that may be missing altogether. */
export const FIELDS = {
  boundary: 'boundary',
  session: 'session',
  scp: 'scps',
  rcp: 'rcps',
  vpce: 'endpoint',
} as const;
export type OptionalLayer = keyof typeof FIELDS;
export const isOptional = (layer: Layer): layer is OptionalLayer => layer in FIELDS;

export const without = ({ applicable, request }: Input, layer: OptionalLayer): Input => ({
  request,
  applicable: { ...applicable, [FIELDS[layer]]: null },
});

/** An order that depends on nothing but the number. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const rest = [...items];
  return items.flatMap((_, index) => rest.splice((seed >> index) % rest.length, 1));
}

function parsed(text: string): PolicyDocument {
  const { document } = parsePolicy(text);
  if (document === null) throw new Error('not a policy');
  return document;
}

/** The same input from policies that nobody has asked anything before. */
export const afresh = (input: Input): Input =>
  changed(input, (policies) =>
    policies.map(({ source, document }) => ({ source, document: parsed(document.text) })),
  );

/** Every list and every set of members of a JSON value in another order, however deep. */
function jsonShuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return shuffled(value, seed).map((item: unknown) => jsonShuffled(item, seed));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [
    name,
    jsonShuffled(member, seed),
  ]);
  return Object.fromEntries(shuffled(members, seed));
}

/** Policies, and in them statements, principals, patterns, conditions and values, in another order. */
export const reordered = (input: Input, seed: number): Input =>
  changed(input, (policies) =>
    shuffled(policies, seed).map(({ source, document }) => ({
      source,
      document: parsed(JSON.stringify(jsonShuffled(JSON.parse(document.text), seed))),
    })),
  );
