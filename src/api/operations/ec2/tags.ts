// Tags of EC2: set by calls of their own and by those that make something, and what is wrong with some.
import { compareNames } from '../../../account/record.ts';
import type { AccountId } from '../../../aws/arn.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';
import type { AuthorizationRequest } from '../../operation.ts';
import { tagProblem } from '../../tag-problem.ts';
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

/**
 * @param after The tags that the resource would have.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions
 */
export function tagError(added: readonly Tag[], after: Tags): AwsError | null {
  const problem = tagProblem(added, after);
  switch (problem?.kind) {
    case undefined:
      return null;
    case 'twice':
      return awsError('InvalidParameterValue', `Duplicate tag key '${problem.key}' specified.`);
    case 'reserved':
      return awsError('InvalidParameterValue', "Tag keys starting with 'aws:' are reserved for internal use");
    case 'characters':
      return awsError('InvalidParameterValue', `Value ( ${problem.text} ) for parameter tag is invalid.`);
    case 'many':
      return awsError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.');
  }
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
