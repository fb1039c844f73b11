// The choice of condition keys: those that the actions of a statement support first, and none that is a mere placeholder.
import type { ConditionKeyType, Vocabulary } from '../../aws/vocabulary.ts';
import { KEYS_IN_ORDER } from '../completion/key-meanings.ts';
import { keyType, supportedBy } from '../completion/statement-actions.ts';
import { globalKey } from '../global-keys.ts';

/** What a placeholder at the end of a key stands for: the key of a tag. */
const TAG = /(?<=\/)(\$\{\w+\}|<[\w-]+>)$/;

/**
 * Keys of the services of these actions, then AWS's own, then those of other services. A key of tags is there with
 * each of `tagKeys`, and once without one, for its tag to be written behind the slash.
 */
export function keysToChoose(
  vocabulary: Vocabulary | null,
  actions: readonly string[],
  tagKeys: readonly string[],
): readonly string[] {
  const supported = vocabulary
    ? actions.flatMap((pattern) => [...supportedBy(vocabulary, pattern).keys.values()])
    : [];
  const services = new Set(actions.map((pattern) => serviceOf(pattern)));
  const isOwn = (name: string): boolean => services.has(serviceOf(name));
  const others = supported.filter((name) => globalKey(name.replace(TAG, '')) === undefined);
  const names = [
    ...others.filter(isOwn).toSorted((a, b) => Number(TAG.test(a)) - Number(TAG.test(b))),
    ...KEYS_IN_ORDER.map(({ name }) => name),
    ...others.filter((name) => !isOwn(name)),
  ];
  return [...new Set(names.map((name) => name.replace(TAG, '')))]
    .filter((name) => !/[<>{}]/.test(name))
    .flatMap((name) => (name.endsWith('/') ? [...tagKeys.map((tag) => name + tag), name] : [name]));
}

/** A key of tags whose tag is still to be written. */
export const lacksTag = (name: string): boolean => name.endsWith('/');

/** The type of a key's values; null for one that nobody knows. */
export const typeOfKey = (vocabulary: Vocabulary | null, name: string): ConditionKeyType | null =>
  (vocabulary ? keyType(vocabulary, name) : globalKey(name)?.type) ?? null;

const serviceOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase();
