// dynamodb:TagResource: adds tags to a table, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { arnError, existingTable, namedTable, RESOURCE_ARN, tablePatch } from './table.ts';
import { tagError } from './tags.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html */
export const TagResource = operation({
  name: 'dynamodb:TagResource',
  readOnly: false,
  cli: 'dynamodb tag-resource',
  parameters: {
    ResourceArn: RESOURCE_ARN,
    Tags: { type: 'tags', event: 'tags', required: true, checked: 'lengths' },
  },
  validate: ({ ResourceArn }) => arnError(ResourceArn),
  authorization: (world, caller, { ResourceArn, Tags }, env) => [
    {
      action: 'dynamodb:TagResource',
      resource: namedTable(world, caller, env, ResourceArn).arn,
      ...settingTags(Tags),
    },
  ],
  perform: (scene, { ResourceArn, Tags }) => {
    const found = existingTable(scene, ResourceArn);
    if (!found.ok) return found;
    const tags = withTags(found.value.table.tags, Tags, 'kept');
    const fault = tagError(Tags, tags);
    return fault ? err(fault) : ok({ output: {}, changes: [tablePatch(found.value, { tags })] });
  },
});
