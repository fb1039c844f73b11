// sns:UntagResource: takes tags away from a topic.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { removingTags, withoutTags } from '../iam/tags.ts';
import { askedTopic, topicArnError, topicChange } from './topic.ts';
import { RESOURCE_ARN, taggedTopic } from './topic-tags.ts';

/**
 * Keys that the topic does not have are no error.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_UntagResource.html
 */
export const UntagResource = operation({
  name: 'sns:UntagResource',
  readOnly: false,
  cli: 'sns untag-resource',
  parameters: {
    ResourceArn: RESOURCE_ARN,
    TagKeys: { type: 'textList', event: 'tagKeys', required: true, item: { min: 1, max: 128 } },
  },
  validate: ({ ResourceArn }) => topicArnError('ResourceArn', ResourceArn),
  authorization: (_world, _caller, { ResourceArn, TagKeys }) => [
    { action: 'sns:UntagResource', resource: askedTopic(ResourceArn), ...removingTags(TagKeys) },
  ],
  perform: (scene, { ResourceArn, TagKeys }) => {
    const found = taggedTopic(scene, ResourceArn);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.topic.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: [topicChange(found.value, { tags })] });
  },
});
