// Tags of what Organizations holds: what is wrong with some, and the permission that setting them needs.
import type { Organization } from '../../../account/organization.ts';
import type { Change } from '../../../account/change.ts';
import { lookup } from '../../../account/table.ts';
import type { AwsError } from '../../aws-error.ts';
import { invalidInput } from '../../invalid-input.ts';
import type { Tag } from '../../parameters.ts';
import { constraintViolation } from './exceptions.ts';

type Tags = Readonly<Record<string, string>>;

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Tag.html */
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const MAX_TAGS = 50;

/** `__proto__` is AWS's to take; a name that means something else in so much code is refused here. */
const UNKEEPABLE = '__proto__';

/** What is wrong with tags themselves. Keys keep letter case apart. */
export function tagError(added: readonly Tag[] = []): AwsError | null {
  if (added.some(({ Key, Value }) => !CHARACTERS.test(Key) || !CHARACTERS.test(Value) || Key === UNKEEPABLE))
    return invalidInput('INVALID_PATTERN');
  if (added.some(({ Key }) => /^aws:/i.test(Key))) return invalidInput('INVALID_SYSTEM_TAGS_PARAMETER');
  if (new Set(added.map(({ Key }) => Key)).size < added.length) return invalidInput('DUPLICATE_TAG_KEY');
  return added.length > MAX_TAGS ? constraintViolation('MAX_TAG_LIMIT_EXCEEDED') : null;
}

export const tagQuotaError = (tags: Tags): AwsError | null =>
  Object.keys(tags).length > MAX_TAGS ? constraintViolation('MAX_TAG_LIMIT_EXCEEDED') : null;

/** Something that has tags, and the changes that give it others. */
export interface Tagged {
  readonly tags: Tags;
  change(this: void, tags: Tags): readonly Change[];
}

/** Null: there is no such root, unit, account, policy or delegation policy. */
export function taggedOf(organization: Organization, id: string): Tagged | null {
  const { root, rootTags, units, members, policies, resourcePolicy } = organization;
  const part = { kind: 'organizationPartSet', key: id } as const;
  if (id === root)
    return {
      tags: rootTags,
      change: (tags) => [{ kind: 'organizationPatched', patch: { rootTags: tags } }],
    };
  if (id === resourcePolicy?.id)
    return {
      tags: resourcePolicy.tags,
      change: (tags) => [
        { kind: 'organizationPatched', patch: { resourcePolicy: { ...resourcePolicy, tags } } },
      ],
    };
  const unit = lookup(units, id);
  if (unit)
    return {
      tags: unit.tags,
      change: (tags) => [{ ...part, table: 'units', value: { ...unit, tags } }],
    };
  const member = lookup(members, id);
  if (member)
    return {
      tags: member.tags,
      change: (tags) => [{ ...part, table: 'members', value: { ...member, tags } }],
    };
  const policy = lookup(policies, id);
  return policy
    ? {
        tags: policy.tags,
        change: (tags) => [{ ...part, table: 'policies', value: { ...policy, tags } }],
      }
    : null;
}
