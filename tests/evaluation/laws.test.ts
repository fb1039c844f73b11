// Laws of the evaluation, whatever the policies say: what may change a decision, what may not, and which way it may go.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_POLICIES, type ApplicablePolicies } from '../../src/evaluation/applicable.ts';
import {
  LAYERS,
  type Evaluation,
  type Layer,
  type LayerResult,
  type StatementResult,
} from '../../src/evaluation/evaluation.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import {
  afresh,
  changed,
  FIELDS,
  isOptional,
  reordered,
  shuffled,
  without,
  withPolicy,
  withStatements,
  type OptionalLayer,
} from './arbitrary/change.ts';
import { someContext } from './arbitrary/condition.ts';
import { applied, someInput, someInputWith, someRequest } from './arbitrary/input.ts';
import { opened, openKeys, overlaid, someOpenInput, withContext } from './arbitrary/open.ts';
import { documentOf, someAllow, someDeny, someDocument } from './arbitrary/statement.ts';
import { AWAY, HOME } from './arbitrary/words.ts';
import { asCase, fromCase, summaryOf, type Input } from './as-case.ts';
import { allow, policy, request, type StatementJson } from './build.ts';
import { arnLike, glob, resourceLike } from './naive.ts';
import { ruleOn } from './reference.ts';

const SEED = { seed: 1 };

const evaluated = ({ applicable, request }: Input): Evaluation => evaluate(applicable, request);
const answer = (input: Input): string => summaryOf(evaluated(input).decision);
const outcome = (input: Input): Evaluation['decision']['outcome'] => evaluated(input).decision.outcome;
const isAllowed = (input: Input): boolean => outcome(input) === 'allow';

const someLayer = fc.constantFrom<Layer>(...LAYERS);

describe('what means nothing', () => {
  test('the order of everything that is listed, from values to levels', () => {
    fc.assert(
      fc.property(someInput, fc.nat(), (input, seed) => {
        const { applicable, request } = reordered(input, seed);
        const levels = (all: ApplicablePolicies['scps']): ApplicablePolicies['scps'] =>
          all && shuffled(all, seed);
        const { scps, rcps } = applicable;
        expect(
          answer({ request, applicable: { ...applicable, scps: levels(scps), rcps: levels(rcps) } }),
        ).toBe(answer(input));
      }),
      { ...SEED, numRuns: 1000 },
    );
  });

  test('in how many documents the statements of a layer stand, and saying one twice', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const scattered = changed(input, (policies) =>
          policies.flatMap(({ source, document }) =>
            document.statements.map((only) => ({ source, document: withStatements(document, [only]) })),
          ),
        );
        const twice = changed(input, (policies) => [...policies, ...policies]);
        const { boundary, endpoint } = input.applicable;
        const { request, applicable } = scattered;
        expect(answer({ request, applicable: { ...applicable, boundary, endpoint } })).toBe(answer(input));
        expect(answer(twice)).toBe(answer(input));
      }),
      { ...SEED, numRuns: 800 },
    );
  });

  test('which numbers accounts have', () => {
    const someAccount = fc.integer({ min: 100_000_000_000, max: 999_999_999_999 }).map(String);
    const someNames = fc.oneof(
      fc.constant<[string, string]>([AWAY, HOME]),
      fc.tuple(someAccount, someAccount).filter(([home, away]) => home !== away),
    );
    fc.assert(
      fc.property(someInput, someNames, (input, [home, away]) => {
        const text = asCase('', input, ruleOn(input.applicable, input.request));
        const renamed = text.replaceAll(new RegExp(`${HOME}|${AWAY}`, 'g'), (id) =>
          id === HOME ? home : away,
        );
        expect(answer(fromCase(renamed))).toBe(answer(input));
      }),
      { ...SEED, numRuns: 800 },
    );
  });

  /** The decision and the whole trace, without the objects that they are about. */
  function told(input: Input): unknown {
    const { decision, layers } = evaluated(input);
    const reasons = layers.map(({ effect, required, grants, statements }) => {
      return { effect, required, grants, reasons: statements.map(({ match }) => match.reason) };
    });
    return { summary: summaryOf(decision), reasons };
  }

  test('how often one asks', () => {
    fc.assert(
      fc.property(someOpenInput, (input) => {
        const first = told(input);
        expect(told(input)).toEqual(first);
        expect(told(afresh(input))).toEqual(first);
      }),
      { ...SEED, numRuns: 400 },
    );
  });

  test('what was asked before', () => {
    const someMore = someInputWith((scene) => fc.array(someRequest(scene), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(someMore, ([{ applicable, request }, others]) => {
        for (const asked of [...others, request])
          expect(told({ applicable, request: asked })).toEqual(told(afresh({ applicable, request: asked })));
      }),
      { ...SEED, numRuns: 400 },
    );
  });
});

describe('which way a decision may go', () => {
  test('a Deny never widens', () => {
    const someMore = someInputWith((scene) =>
      someLayer.chain((layer) => fc.tuple(fc.constant(layer), someDeny(layer, scene))),
    );
    fc.assert(
      fc.property(someMore, ([input, [layer, deny]]) => {
        const more = withPolicy(input, layer, applied(layer, documentOf([deny], '2012-10-17')));
        if (!isAllowed(input)) expect(isAllowed(more)).toBe(false);
        if (outcome(input) === 'explicitDeny') expect(outcome(more)).toBe('explicitDeny');
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  test('an Allow in a layer that is there never narrows', () => {
    const someMore = someInputWith((scene) =>
      someLayer.chain((layer) => fc.tuple(fc.constant(layer), someAllow(layer, scene))),
    );
    fc.assert(
      fc.property(someMore, ([input, [layer, allowing]]) => {
        fc.pre(!isOptional(layer) || input.applicable[FIELDS[layer]] !== null);
        const more = withPolicy(input, layer, applied(layer, documentOf([allowing], '2012-10-17')));
        if (isAllowed(input)) expect(isAllowed(more)).toBe(true);
        if (outcome(input) !== 'explicitDeny') expect(outcome(more)).not.toBe('explicitDeny');
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  test.each<OptionalLayer>(['scp', 'rcp', 'vpce', 'boundary', 'session'])(
    'a layer of %s where there was none only narrows',
    (layer) => {
      const someMore = someInputWith((scene) => someDocument(layer, scene));
      fc.assert(
        fc.property(someMore, ([input, document]) => {
          // A federated user without a session policy may do nothing: with one, it may do something.
          fc.pre(!(layer === 'session' && input.request.principal.kind === 'federatedUser'));
          const before = without(input, layer);
          const after = withPolicy(before, layer, applied(layer, document));
          if (!isAllowed(before)) expect(isAllowed(after)).toBe(false);
        }),
        { ...SEED, numRuns: 700 },
      );
    },
  );
});

describe('what is not known', () => {
  test('is no reason to guess: every value of the keys gives the answer that was given without them', () => {
    const someValues = fc.array(someContext, { minLength: 3, maxLength: 3 });
    let settled = 0;
    fc.assert(
      fc.property(someInput, fc.nat(), someValues, (input, seed, values) => {
        const { context } = input.request;
        const keys = openKeys(input, seed);
        const open = outcome(opened(input, keys));
        if (open === 'depends') return;
        settled += 1;
        // Of a refusal it may stay open whether a Deny applies, or only no Allow does.
        const possible = open === 'implicitDeny' ? ['implicitDeny', 'explicitDeny'] : [open];
        for (const each of [context, {}, ...values])
          expect(possible).toContain(outcome(withContext(input, overlaid(context, keys, each))));
      }),
      { ...SEED, numRuns: 1500 },
    );
    expect(settled).toBeGreaterThan(700);
  });

  test('is named when it matters, and nothing else is', () => {
    let open = 0;
    fc.assert(
      fc.property(someInput, fc.nat(), (input, seed) => {
        const keys = openKeys(input, seed);
        const { decision } = evaluated(opened(input, keys));
        if (decision.outcome !== 'depends') return;
        open += 1;
        expect(decision.on.length).toBeGreaterThan(0);
        expect(keys).toEqual(expect.arrayContaining([...decision.on]));
      }),
      { ...SEED, numRuns: 1500 },
    );
    expect(open).toBeGreaterThan(40);
  });

  test('turns nothing: when a key is no longer known, the answer stays as it was, or is open', () => {
    fc.assert(
      fc.property(someInput, fc.nat(), (input, seed) => {
        const open = outcome(opened(input, openKeys(input, seed).slice(0, 1)));
        if (open !== 'depends') expect(open === 'allow').toBe(isAllowed(input));
      }),
      { ...SEED, numRuns: 1000 },
    );
  });
});

describe('matching is naive matching', () => {
  /** Whether one statement of an identity-based policy applies to a request of alice. */
  const applies = (statement: StatementJson, asked: Parameters<typeof request>[0]): boolean => {
    const { layers } = evaluate({ ...NO_POLICIES, identity: [policy(statement)] }, request(asked));
    return layers.some(({ statements }) => statements.some(({ match }) => match.matched === true));
  };

  const text = (alphabet: string, maxLength: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...alphabet), maxLength });

  /** A text, and a pattern that is now and then the text with pieces of it made wildcards. */
  const pairs = (alphabet: string): fc.Arbitrary<[string, string]> =>
    text(alphabet, 8).chain((whole) => {
      const somePlace = fc.nat({ max: whole.length });
      const someCut = fc.tuple(somePlace, fc.nat({ max: 3 }), fc.constantFrom('*', '?', '**', '*?', ''));
      const near = fc
        .array(someCut, { maxLength: 3 })
        .map((cuts) =>
          cuts.reduce(
            (pattern, [at, length, put]) => pattern.slice(0, at) + put + pattern.slice(at + length),
            whole,
          ),
        );
      return fc.tuple(fc.oneof(near, text(`${alphabet}*?`, 8)), fc.constant(whole));
    });

  const RUNS = { ...SEED, numRuns: 2500 };

  test('of actions', () => {
    fc.assert(
      fc.property(pairs('abA'), pairs('aB:'), ([wildService, service], [wildName, name]) => {
        const Action = `${wildService}:${wildName}`;
        const action = `${service}:${name}` as const;
        expect(applies(allow({ Action }), { action })).toBe(glob(Action.toLowerCase(), action.toLowerCase()));
        expect(applies(allow({ Action: undefined, NotAction: Action }), { action })).toBe(
          !glob(Action.toLowerCase(), action.toLowerCase()),
        );
      }),
      RUNS,
    );
  });

  test.each([
    ['with five colons', 'arn:a:s::1:'],
    ['with three', 'arn:a:s:'],
  ])('of resources %s before what is random', (_, start) => {
    fc.assert(
      fc.property(pairs(start.slice(4)), pairs('ab:/'), ([wildHead, head], [wildTail, tail]) => {
        const Resource = `arn:${wildHead}${start.slice(4)}${wildTail}`;
        const resource = `arn:${head}${start.slice(4)}${tail}` as const;
        expect(applies(allow({ Resource }), { resource })).toBe(
          resourceLike(Resource, resource, new Map(), '2012-10-17'),
        );
      }),
      RUNS,
    );
  });

  test('of StringLike', () => {
    fc.assert(
      fc.property(pairs('aA:/'), ([pattern, value]) => {
        expect(applies(allow({ Condition: { StringLike: { k: pattern } } }), { context: { k: value } })).toBe(
          glob(pattern, value),
        );
      }),
      RUNS,
    );
  });

  test('of ArnLike', () => {
    fc.assert(
      fc.property(pairs('a:'), pairs('a:/'), ([wildHead, head], [wildTail, tail]) => {
        const pattern = `arn:a:${wildHead}:a:${wildTail}`;
        const value = `arn:a:${head}:a:${tail}`;
        expect(applies(allow({ Condition: { ArnLike: { k: pattern } } }), { context: { k: value } })).toBe(
          arnLike(pattern, value),
        );
      }),
      RUNS,
    );
  });
});

describe('the trace agrees with the decision', () => {
  /** An Allow that is void counts as little as one that does not match. */
  const isMatching = ({ statement, match }: StatementResult, effect: 'Allow' | 'Deny'): boolean =>
    statement.effect === effect && match.matched === true && match.void === undefined;

  function layerOf({ layers }: Evaluation, name: string): LayerResult {
    const found = layers.find(({ layer }) => layer === name);
    if (found === undefined) throw new Error(`no layer ${name}`);
    return found;
  }

  test('what decided stands in the layer that it is said to stand in, and matched', () => {
    fc.assert(
      fc.property(someOpenInput, (input) => {
        const evaluation = evaluated(input);
        const { decision, layers } = evaluation;
        expect(layers.map(({ layer }) => layer)).toEqual(LAYERS);
        if (decision.outcome === 'allow' || decision.outcome === 'explicitDeny') {
          const effect = decision.outcome === 'allow' ? 'Allow' : 'Deny';
          for (const result of decision.statements) {
            expect(isMatching(result, effect)).toBe(true);
            const { statements } = layerOf(evaluation, result.layer);
            expect(statements.some(({ statement }) => statement === result.statement)).toBe(true);
          }
          expect(decision.statements.some(({ layer }) => layer === decision.by)).toBe(decision.by !== 'none');
        }
        if (decision.outcome === 'explicitDeny') {
          const denying = layerOf(evaluation, decision.by);
          expect(denying.effect).toBe('deny');
          expect(decision.statements).toHaveLength(
            denying.statements.filter((result) => isMatching(result, 'Deny')).length,
          );
        }
        if (decision.outcome === 'implicitDeny' && decision.by !== 'none') {
          const lacking = layerOf(evaluation, decision.by);
          expect(lacking.required).toBe(true);
          if (lacking.layer !== 'resource') expect(lacking.effect).not.toBe('allow');
          expect(LAYERS.filter((layer) => [decision.by, ...decision.also].includes(layer))).toEqual([
            decision.by,
            ...decision.also,
          ]);
        }
      }),
      { ...SEED, numRuns: 1000 },
    );
  });

  test('the effect of a layer is that of its statements', () => {
    fc.assert(
      fc.property(someOpenInput, (input) => {
        for (const { effect, statements, levels } of evaluated(input).layers) {
          const some = (wanted: 'Allow' | 'Deny'): boolean =>
            statements.some((result) => isMatching(result, wanted));
          expect(effect === 'deny').toBe(some('Deny'));
          if (effect === 'absent') expect(statements).toHaveLength(0);
          if (effect === 'allow') expect(some('Allow')).toBe(true);
          if (effect === 'silent' && levels === undefined) expect(some('Allow')).toBe(false);
          if (levels !== undefined && effect === 'allow')
            expect(levels.every((level) => level.effect === 'allow')).toBe(true);
        }
      }),
      { ...SEED, numRuns: 800 },
    );
  });

  test('a statement that matched has no condition unmet, and one that failed over conditions has', () => {
    fc.assert(
      fc.property(someOpenInput, (input) => {
        for (const { match } of evaluated(input).layers.flatMap(({ statements }) => statements)) {
          const met = 'conditions' in match ? match.conditions.map((condition) => condition.met) : [];
          if (match.matched === true) expect(met.every((each) => each === true)).toBe(true);
          if (match.matched === 'unknown') {
            expect(met).not.toContain(false);
            expect(match.keys.length).toBeGreaterThan(0);
          }
          if (match.reason === 'conditionNotMet') expect(met).toContain(false);
        }
      }),
      { ...SEED, numRuns: 800 },
    );
  });
});
