// Tags of EC2: set by calls of their own and by those that make something, and what is wrong with some.
import { compareNames } from '../../../account/record.ts';
import type { AccountId } from '../../../aws/arn.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';
import type { AuthorizationRequest } from '../../operation.ts';
import { settingTags, tagList } from '../iam/tags.ts';
import { ec2Arn } from './network.ts';

type Tags = Readonly<Record<string, string>>;

export const withTags = (tags: Tags, added: readonly Tag[]): Tags => ({
  ...tags,
  ...Object.fromEntries(added.map(({ Key, Value }) => [Key, Value])),
});

/** In answers; there is none for something without tags. */
export const shownTags = (tags: Tags): { readonly Tags?: readonly Tag[] } =>
  Object.keys(tags).length === 0 ? {} : { Tags: tagList(tags) };

const MOST = 50;

/** EC2 takes any characters; here tags have those that all services take. */
const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * @param after The tags that the resource would have.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions
 */
export function tagError(added: readonly Tag[], after: Tags): AwsError | null {
  const keys = added.map(({ Key }) => Key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined)
    return awsError('InvalidParameterValue', `Duplicate tag key '${twice}' specified.`);
  // `__proto__` is AWS's to take; a name that means something else in so much code is refused here.
  if (keys.some((key) => /^aws:/i.test(key) || key === '__proto__'))
    return awsError('InvalidParameterValue', "Tag keys starting with 'aws:' are reserved for internal use");
  const bad = added.flatMap(({ Key, Value }) => [Key, Value]).find((text) => !TEXT.test(text));
  if (bad !== undefined)
    return awsError('InvalidParameterValue', `Value ( ${bad} ) for parameter tag is invalid.`);
  return Object.keys(after).length > MOST
    ? awsError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.')
    : null;
}

/** Tags for what a call makes, by the type of what they are for. */
export const TAG_SPECIFICATIONS = {
  type: 'list',
  event: 'tagSpecificationSet',
  required: false,
  of: {
    type: 'structure',
    members: {
      ResourceType: { type: 'text', event: 'resourceType', required: true },
      Tags: { type: 'tags', event: 'tags', required: true, checked: 'lengths' },
    },
  },
} as const;

interface TagSpecification {
  readonly ResourceType: string;
  readonly Tags: readonly Tag[];
}

/** All tags for resources of one type. */
export const tagsFor = (type: string, specifications: readonly TagSpecification[] = []): readonly Tag[] =>
  specifications.flatMap(({ ResourceType, Tags }) => (ResourceType === type ? Tags : []));

/** A call that makes only resources of these types can tag no others. */
export function specificationError(
  types: readonly string[],
  specifications: readonly TagSpecification[] = [],
): AwsError | null {
  const other = specifications.find(({ ResourceType }) => !types.includes(ResourceType));
  if (other)
    return awsError(
      'InvalidParameterValue',
      `'${other.ResourceType}' is not a valid taggable resource type for this operation.`,
    );
  for (const type of types) {
    const tags = tagsFor(type, specifications);
    const fault = tagError(tags, withTags({}, tags));
    if (fault) return fault;
  }
  return null;
}

/** In the order of their ids, then of their keys. */
export const inTagOrder = <Row extends { readonly ResourceId: string; readonly Key: string }>(
  rows: readonly Row[],
): Row[] => rows.toSorted((a, b) => compareNames(a.ResourceId, b.ResourceId) || compareNames(a.Key, b.Key));

/** The permission to tag what a call makes, which is asked for besides the one to make it. */
export const tagOnCreate = (
  region: string,
  account: AccountId,
  kind: string,
  by: string,
  tags: readonly Tag[],
): AuthorizationRequest => ({
  action: 'ec2:CreateTags',
  resource: ec2Arn(region, account, kind, '*'),
  context: { 'ec2:CreateAction': by },
  ...settingTags(tags),
});
