// sns:TagResource: adds tags to a topic, or gives those it has other values.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { settingTags } from '../iam/tags.ts';
import { askedTopic, topicArnError, topicChange } from './topic.ts';
import { RESOURCE_ARN, taggedTopic, taggedWith, TAGS } from './topic-tags.ts';

/** @see https://docs.aws.amazon.com/sns/latest/api/API_TagResource.html */
export const TagResource = operation({
  name: 'sns:TagResource',
  readOnly: false,
  cli: 'sns tag-resource',
  parameters: { ResourceArn: RESOURCE_ARN, Tags: TAGS },
  validate: ({ ResourceArn }) => topicArnError('ResourceArn', ResourceArn),
  authorization: (_world, _caller, { ResourceArn, Tags }) => [
    { action: 'sns:TagResource', resource: askedTopic(ResourceArn), ...settingTags(Tags) },
  ],
  perform: (scene, { ResourceArn, Tags }) => {
    const found = taggedTopic(scene, ResourceArn);
    if (!found.ok) return found;
    const tags = taggedWith(found.value.topic.tags, Tags);
    return tags.ok ? ok({ output: {}, changes: [topicChange(found.value, { tags: tags.value })] }) : tags;
  },
});
