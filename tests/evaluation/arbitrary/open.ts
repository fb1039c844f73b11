// Inputs of which some condition keys are not known, and what they are once the keys are.
import fc from 'fast-check';
import { UNKNOWN, type RequestContext } from '../../../src/evaluation/request.ts';
import type { Input } from '../as-case.ts';
import { shuffled } from './change.ts';
import { CONTEXT_KEYS } from './condition.ts';
import { someInput } from './input.ts';

export const withContext = ({ applicable, request }: Input, keys: RequestContext): Input => ({
  applicable,
  request: { ...request, context: keys },
});

/** The context with other values for these keys; a key that has none in `values` is absent. */
export function overlaid(
  base: RequestContext,
  keys: readonly string[],
  values: RequestContext,
): RequestContext {
  const concerned = new Set(keys.map((key) => key.toLowerCase()));
  const part = (from: RequestContext, wanted: boolean): RequestContext =>
    Object.fromEntries(Object.entries(from).filter(([key]) => concerned.has(key.toLowerCase()) === wanted));
  return { ...part(base, false), ...part(values, true) };
}

const unknown = (keys: readonly string[]): RequestContext =>
  Object.fromEntries(keys.map((key) => [key, UNKNOWN]));

const KEYS = CONTEXT_KEYS.map(([key]) => key);

/** Up to three keys, of those that the policies speak of if there are any: of others it means nothing that they are open. */
export function openKeys({ applicable }: Input, seed: number): string[] {
  const written = JSON.stringify(applicable).toLowerCase();
  const spokenOf = KEYS.filter((key) => written.includes(key.toLowerCase()));
  return shuffled(spokenOf.length > 0 ? spokenOf : KEYS, seed).slice(0, 1 + (seed % 3));
}

/** The input with these keys not known. */
export const opened = (input: Input, keys: readonly string[]): Input =>
  withContext(input, overlaid(input.request.context, keys, unknown(keys)));

/** Inputs of which a few keys are not known, or now and then none. */
export const someOpenInput: fc.Arbitrary<Input> = fc
  .tuple(someInput, fc.nat())
  .map(([input, seed]) => (seed % 4 === 0 ? input : opened(input, openKeys(input, seed))));
