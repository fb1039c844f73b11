// Known keys: what AWS says of a condition key, wherever it says it.
import type { ConditionKeyType, Vocabulary } from '../../aws/vocabulary.ts';
import type { DraftStatement } from '../draft.ts';
import { globalKey, type KnownKey } from '../global-keys.ts';
import type { Subject } from './subject.ts';

/**
 * A key as it stands in a statement. Some services have keys with the prefix of another one, so those whose actions the
 * statement lists are asked too.
 */
export function knownKey(
  { vocabulary }: Pick<Subject, 'vocabulary'>,
  name: string,
  { action }: Pick<DraftStatement, 'action'>,
): KnownKey | undefined {
  const known = globalKey(name) ?? vocabulary?.conditionKey(name) ?? tagKey(name, vocabulary);
  if (known || !vocabulary) return known;
  for (const { value } of action?.patterns ?? []) {
    const found = vocabulary.conditionKey(
      name,
      value.slice(0, Math.max(0, value.indexOf(':'))).toLowerCase(),
    );
    if (found) return found;
  }
  return undefined;
}

/** `secretsmanager:ResourceTag/team` where the service lists its key with an example of a tag. */
function tagKey(name: string, vocabulary: Vocabulary | undefined): KnownKey | undefined {
  const [, start = '', prefix = ''] = /^(([a-z0-9-]+):(?:Request|Resource)Tag\/)./i.exec(name) ?? [];
  if (start === '') return undefined;
  for (const [lower, key] of vocabulary?.service(prefix.toLowerCase())?.conditionKeys ?? [])
    if (lower.startsWith(start.toLowerCase())) return key;
  return undefined;
}

export const isMultivalued = (type: ConditionKeyType): boolean => type.startsWith('ArrayOf');

/** The keys of a service as one would write them, for suggestions. */
export const keysOfService = (vocabulary: Vocabulary, prefix: string): readonly string[] =>
  [...(vocabulary.service(prefix)?.conditionKeys.values() ?? [])].map(({ name }) => name);
