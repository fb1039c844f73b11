// dynamodb:UntagResource: takes tags away from a table.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { removingTags, withoutTags } from '../iam/tags.ts';
import { arnError, existingTable, namedTable, RESOURCE_ARN, tablePatch } from './table.ts';

/**
 * Keys that the table does not have are no error.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html
 */
export const UntagResource = operation({
  name: 'dynamodb:UntagResource',
  readOnly: false,
  cli: 'dynamodb untag-resource',
  parameters: {
    ResourceArn: RESOURCE_ARN,
    TagKeys: { type: 'textList', event: 'tagKeys', required: true, item: { min: 1, max: 128 } },
  },
  validate: ({ ResourceArn }) => arnError(ResourceArn),
  authorization: (world, caller, { ResourceArn, TagKeys }, env) => [
    {
      action: 'dynamodb:UntagResource',
      resource: namedTable(world, caller, env, ResourceArn).arn,
      ...removingTags(TagKeys),
    },
  ],
  perform: (scene, { ResourceArn, TagKeys }) => {
    const found = existingTable(scene, ResourceArn);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.table.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: [tablePatch(found.value, { tags })] });
  },
});
