// sns:ListTagsForResource: the tags of a topic.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { tagList } from '../iam/tags.ts';
import { askedTopic, topicArnError } from './topic.ts';
import { RESOURCE_ARN, taggedTopic } from './topic-tags.ts';

/** @see https://docs.aws.amazon.com/sns/latest/api/API_ListTagsForResource.html */
export const ListTagsForResource = operation({
  name: 'sns:ListTagsForResource',
  readOnly: true,
  cli: 'sns list-tags-for-resource',
  parameters: { ResourceArn: RESOURCE_ARN },
  validate: ({ ResourceArn }) => topicArnError('ResourceArn', ResourceArn),
  authorization: (_world, _caller, { ResourceArn }) => [
    { action: 'sns:ListTagsForResource', resource: askedTopic(ResourceArn) },
  ],
  perform: (scene, { ResourceArn }) => {
    const found = taggedTopic(scene, ResourceArn);
    return found.ok ? ok({ output: { Tags: tagList(found.value.topic.tags) }, changes: [] }) : found;
  },
});
