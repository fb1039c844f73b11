// Random inputs of the evaluation: a request, and policies of every layer that are about it.
import fc from 'fast-check';
import type { AppliedPolicy, ApplicablePolicies, PolicySource } from '../../../src/evaluation/applicable.ts';
import type { Layer } from '../../../src/evaluation/evaluation.ts';
import type { Principal, Request } from '../../../src/evaluation/request.ts';
import type { PolicyDocument } from '../../../src/policy/document.ts';
import { asCase, type Input } from '../as-case.ts';
import { ruleOn } from '../reference.ts';
import { someContext } from './condition.ts';
import { someDocument } from './statement.ts';
import { AWAY, FEDERATION, HOME, oftenFrom, SCENES, someCaller, someProvider, type Scene } from './words.ts';

const KINDS: Readonly<Record<Layer, PolicySource['kind']>> = {
  rcp: 'organization',
  scp: 'organization',
  vpce: 'endpoint',
  resource: 'resource',
  identity: 'inline',
  boundary: 'customerManaged',
  session: 'session',
};

/** A document as a policy of the layer. */
export function applied(layer: Layer, document: PolicyDocument, name: string = layer): AppliedPolicy {
  return { source: { id: name, name, kind: KINDS[layer] }, document };
}

const somePolicy = (layer: Layer, scene: Scene): fc.Arbitrary<AppliedPolicy> =>
  someDocument(layer, scene).map((document) => applied(layer, document));

/** Null, a layer that does not exist, so often out of ten. */
const orNone = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight, arbitrary: fc.constant(null) },
    { weight: 10 - weight, arbitrary },
  );

const someLevels = (layer: 'scp' | 'rcp', scene: Scene): fc.Arbitrary<ApplicablePolicies['scps']> =>
  orNone(
    6,
    fc
      .array(
        fc.oneof(
          { weight: 19, arbitrary: fc.array(somePolicy(layer, scene), { minLength: 1, maxLength: 2 }) },
          { weight: 1, arbitrary: fc.constant([]) },
        ),
        { minLength: 1, maxLength: 2 },
      )
      .map((levels) => levels.map((policies, index) => ({ name: `level ${index + 1}`, policies }))),
  );

const somePolicies = (scene: Scene): fc.Arbitrary<ApplicablePolicies> =>
  fc.record({
    identity: fc.array(somePolicy('identity', scene), { maxLength: 2 }),
    resource:
      scene.resourcePolicy === 'none'
        ? fc.constant([])
        : orNone(2, somePolicy('resource', scene)).map((policy) => (policy === null ? [] : [policy])),
    boundary: orNone(4, somePolicy('boundary', scene)),
    session: orNone(3, fc.array(somePolicy('session', scene), { maxLength: 2 })),
    scps: someLevels('scp', scene),
    rcps: someLevels('rcp', scene),
    endpoint: orNone(7, somePolicy('vpce', scene)),
    endpointKind: oftenFrom<'gateway' | 'interface'>([1, 'interface'], [1, 'gateway']),
  });

/** A request of the scene. */
export const someRequest = (
  scene: Scene,
  caller: fc.Arbitrary<Principal> = someCaller,
): fc.Arbitrary<Request> =>
  fc
    .record({
      principal: caller,
      call: oftenFrom(
        ...scene.calls.map(([weight, action, resource]) => [weight, { action, resource }] as const),
      ),
      owner: oftenFrom([3, HOME], [1, AWAY]),
      context: someContext,
      console: fc.boolean(),
    })
    .map(({ principal, call: { action, resource }, owner, context, console }) => ({
      principal,
      action,
      resource: resource === '*' ? resource : `arn:${resource.slice('arn:'.length).replace('OWNER', owner)}`,
      resourceAccount: resource === '*' ? null : owner,
      context,
      // Only federated users may do in the console what they may not do elsewhere.
      ...(principal.kind === 'federatedUser' && { facts: { console } }),
    }));

/** In the report of a property that fails, the input is printed as a case. */
const reportedAsCase = (input: Input): Input =>
  Object.assign(input, {
    [fc.toStringMethod]: () => asCase('random-001', input, ruleOn(input.applicable, input.request)),
  });

/** Inputs, each with something else that is about the same scene. */
export const someInputWith = <Extra>(
  extra: (scene: Scene) => fc.Arbitrary<Extra>,
): fc.Arbitrary<[Input, Extra]> => {
  const inputs = (scene: Scene, caller: fc.Arbitrary<Principal>): fc.Arbitrary<[Input, Extra]> =>
    fc.tuple(
      fc.record({ applicable: somePolicies(scene), request: someRequest(scene, caller) }).map(reportedAsCase),
      extra(scene),
    );
  return fc.oneof(
    { withCrossShrink: true },
    ...SCENES.map(([weight, scene]) => ({ weight, arbitrary: inputs(scene, someCaller) })),
    { weight: 1, arbitrary: inputs(FEDERATION, someProvider) },
  );
};

export const someInput: fc.Arbitrary<Input> = someInputWith(() => fc.constant(null)).map(([input]) => input);
