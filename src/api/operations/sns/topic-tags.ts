// Tags of topics, and what SNS says of those that it does not take.
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';
import { tagFault } from '../../tag-fault.ts';
import { withTags } from '../iam/tags.ts';
import { invalidParameter, topicAt, topicOfArn, type FoundTopic } from './topic.ts';
import type { Scene } from '../../operation.ts';
import { err, ok, type Result } from '../../../aws/result.ts';

type Tags = Readonly<Record<string, string>>;

export const TAGS = { type: 'tags', event: 'tags', required: true, checked: 'lengths' } as const;

export const RESOURCE_ARN = { type: 'arn', event: 'resourceArn', required: true, min: 1, max: 1011 } as const;

/** Of the operations on tags, which name a topic as any resource. */
export function taggedTopic({ world }: Pick<Scene, 'world'>, arn: string): Result<FoundTopic, AwsError> {
  const found = topicAt(world, topicOfArn(arn));
  return found ? ok(found) : err(awsError('ResourceNotFound', 'Resource does not exist'));
}

/** The tags with some added. Of the reserved keys and the characters no text is known; these are ours. */
export function taggedWith(before: Tags, added: readonly Tag[]): Result<Tags, AwsError> {
  if (new Set(added.map(({ Key }) => Key)).size < added.length)
    return err(invalidParameter('Duplicated keys are not allowed.'));
  const tags = withTags(before, added, 'kept');
  switch (tagFault(tags)) {
    case 'many':
      return err(
        awsError('TagLimitExceeded', 'Could not complete request: tag quota of per resource exceeded'),
      );
    case 'reserved':
      return err(invalidParameter('Tag keys starting with aws: are reserved.'));
    case 'invalid':
      return err(invalidParameter('Tag keys or values are invalid.'));
    case null:
      return ok(tags);
  }
}
