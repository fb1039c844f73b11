// Tags of entities of IAM: how they are set, taken away and shown, and what is wrong with some.
import { compareNames } from '../../../account/record.ts';
import type { RequestTags } from '../../../evaluation/context-keys/request-tag-keys.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';

type Tags = Readonly<Record<string, string>>;

/** Keys of users and roles are compared without regard to letter case, those of everything else with. */
export type KeyCase = 'ignored' | 'kept';

const folded = (key: string, keyCase: KeyCase): string => (keyCase === 'ignored' ? key.toLowerCase() : key);

/** A key that is there already keeps its spelling. */
export function withTags(tags: Tags, added: readonly Tag[], keyCase: KeyCase): Tags {
  const result = new Map(Object.entries(tags));
  for (const { Key, Value } of added) {
    const same = [...result.keys()].find((key) => folded(key, keyCase) === folded(Key, keyCase));
    result.set(same ?? Key, Value);
  }
  return Object.fromEntries(result);
}

export function withoutTags(tags: Tags, keys: readonly string[], keyCase: KeyCase): Tags {
  const gone = new Set(keys.map((key) => folded(key, keyCase)));
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !gone.has(folded(key, keyCase))));
}

export const tagList = (tags: Tags): Tag[] =>
  Object.entries(tags)
    .sort(([a], [b]) => compareNames(a, b))
    .map(([Key, Value]) => ({ Key, Value }));

/** `__proto__` is AWS's to take; a name that means something else in so much code is refused here. */
const UNKEEPABLE = '__proto__';

/** What is wrong with the tags themselves; whether there is room for them is for `tagQuotaError`. */
export function tagError(added: readonly Tag[], keyCase: KeyCase): AwsError | null {
  const keys = added.map(({ Key }) => folded(Key, keyCase));
  if (new Set(keys).size < keys.length)
    return awsError(
      'InvalidInput',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  if (added.some(({ Key }) => /^aws:/i.test(Key) || Key === UNKEEPABLE))
    return awsError('InvalidInput', 'Tag keys starting with aws: are reserved.');
  return null;
}

const MAX_TAGS = 50;

export const tagQuotaError = (tags: Tags): AwsError | null =>
  Object.keys(tags).length > MAX_TAGS
    ? awsError('LimitExceeded', `Cannot exceed quota for TagsPerResource: ${MAX_TAGS}`)
    : null;

/** Tags as the request context has them. */
export const settingTags = (tags: readonly Tag[] | undefined): { readonly tags: RequestTags } => ({
  tags: {
    kind: 'set',
    tags: Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key, Value])),
  },
});

export const removingTags = (keys: readonly string[]): { readonly tags: RequestTags } => ({
  tags: { kind: 'remove', keys },
});
