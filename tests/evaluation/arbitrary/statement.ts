// Random statements and documents, as the JSON that people write and as the documents that are read from it.
import fc from 'fast-check';
import type { Layer } from '../../../src/evaluation/evaluation.ts';
import type { PolicyDocument } from '../../../src/policy/document.ts';
import { parsePolicy } from '../../../src/policy/parse.ts';
import type { StatementJson } from '../build.ts';
import { someCondition } from './condition.ts';
import { HOME, oftenFrom, someEntry, type Scene } from './words.ts';

type Part = fc.Arbitrary<StatementJson>;
type Weighted = readonly (readonly [number, string])[];

const NOTHING: Part = fc.constant({});

/** Where a list may stand, one value without brackets means the same. */
const written = <Value>(values: readonly Value[]): Value | readonly Value[] => {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : values;
};

function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): [string, Item[]][] {
  const names = [...new Set(items.map(nameOf))];
  return names.map((name) => [name, items.filter((item) => nameOf(item) === name)]);
}

const element = (name: 'Action' | 'Resource', patterns: Weighted): Part =>
  fc
    .tuple(
      oftenFrom([7, ''], [1, 'Not']),
      fc.array(oftenFrom(...patterns), { minLength: 1, maxLength: 2 }).map(written),
    )
    .map(([not, value]) => ({ [not + name]: value }));

const someEntries = fc
  .uniqueArray(someEntry, { selector: ([, value]) => value, minLength: 1, maxLength: 3 })
  .map((entries) => {
    const kinds = grouped(entries, ([kind]) => kind);
    return Object.fromEntries(kinds.map(([kind, named]) => [kind, written(named.map(([, value]) => value))]));
  });

const everyone: Part = oftenFrom<unknown>([1, '*'], [1, { AWS: '*' }]).map((Principal) => ({ Principal }));

const ofEndpoint: Part = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: everyone },
  { weight: 1, arbitrary: fc.constant({ Principal: { AWS: HOME } }) },
);

const ofResource = (not: number): Part =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: everyone },
    { weight: 8, arbitrary: someEntries.map((Principal) => ({ Principal })) },
    { weight: not, arbitrary: someEntries.map((NotPrincipal) => ({ NotPrincipal })) },
  );

/** By operator; two keys that differ in letter case alone never stand under one operator. */
const someConditions: Part = fc
  .uniqueArray(someCondition, {
    selector: ([operator, key]) => `${operator} ${key.toLowerCase()}`,
    minLength: 1,
    maxLength: 2,
  })
  .map((all) => {
    const blocks = grouped(all, ([operator]) => operator).map(([operator, keys]) => [
      operator,
      Object.fromEntries(keys.map(([, key, values]) => [key, written(values)])),
    ]);
    return { Condition: Object.fromEntries(blocks) as unknown };
  });

const optional = (weight: number, part: Part): Part =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 10 - weight, arbitrary: NOTHING },
    { weight, arbitrary: part },
  );

const joined = (effect: 'Allow' | 'Deny', ...parts: readonly Part[]): Part =>
  fc.tuple(...parts).map((all) => all.reduce((whole, part) => ({ ...whole, ...part }), { Effect: effect }));

/** A statement that suits the layer, about what is called in the scene. */
function statementsOf(layer: Layer, scene: Scene): Readonly<Record<'broad' | 'allow' | 'deny', Part>> {
  const principal = (not: number): Part =>
    layer === 'resource'
      ? ofResource(not)
      : layer === 'vpce'
        ? ofEndpoint
        : layer === 'rcp'
          ? everyone
          : NOTHING;
  const hasResource = !(layer === 'resource' && scene.resourcePolicy === 'trust');
  const [[, any], [, whole]] = scene.actions;
  const broad = oftenFrom<string | readonly string[]>([1, any], [1, whole], [1, [whole, 'x:*']]).map(
    (Action) => ({ Action }),
  );
  const everything: Part = hasResource ? fc.constant({ Resource: '*' }) : NOTHING;
  const action = element('Action', scene.actions);
  const resource = hasResource ? element('Resource', scene.resources) : NOTHING;
  return {
    broad: joined('Allow', principal(0), broad, everything),
    allow: joined('Allow', principal(1), action, resource, optional(4, someConditions)),
    deny: joined('Deny', principal(3), action, resource, optional(6, someConditions)),
  };
}

export const someAllow = (layer: Layer, scene: Scene): Part => statementsOf(layer, scene).allow;
export const someDeny = (layer: Layer, scene: Scene): Part => statementsOf(layer, scene).deny;

/**
 * How often a statement of the layer allows much, allows little, and denies: so that about as many requests are stopped by
 * each layer as come through all of them.
 */
const MIXTURE: Readonly<Record<Layer, readonly [broad: number, allow: number, deny: number]>> = {
  rcp: [14, 3, 2],
  scp: [14, 3, 2],
  vpce: [8, 3, 2],
  resource: [6, 8, 3],
  identity: [6, 4, 2],
  boundary: [3, 6, 2],
  session: [3, 5, 2],
};

/** Shrinks towards one statement that allows much. */
export function someStatement(layer: Layer, scene: Scene): Part {
  const { broad, allow, deny } = statementsOf(layer, scene);
  const [often, sometimes, seldom] = MIXTURE[layer];
  return fc.oneof(
    { withCrossShrink: true },
    { weight: often, arbitrary: broad },
    { weight: sometimes, arbitrary: allow },
    { weight: seldom, arbitrary: deny },
  );
}

/** Reads statements as a document; throws when they are none, which no arbitrary of this file is. */
export function documentOf(statements: readonly StatementJson[], version?: string): PolicyDocument {
  const text = JSON.stringify({ Version: version, Statement: written(statements) });
  const { document, diagnostics } = parsePolicy(text);
  if (document === null) throw new Error(`not a policy: ${text}: ${diagnostics[0]?.message}`);
  return document;
}

export const someDocument = (layer: Layer, scene: Scene): fc.Arbitrary<PolicyDocument> =>
  fc
    .tuple(
      fc.array(someStatement(layer, scene), { minLength: 1, maxLength: 3 }),
      oftenFrom<string | undefined>([8, '2012-10-17'], [1, '2008-10-17'], [1, undefined]),
    )
    .map(([statements, version]) => documentOf(statements, version));
