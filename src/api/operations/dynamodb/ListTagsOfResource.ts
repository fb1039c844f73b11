// dynamodb:ListTagsOfResource: the tags of a table.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { tagList } from '../iam/tags.ts';
import { arnError, existingTable, namedTable, RESOURCE_ARN } from './table.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html */
export const ListTagsOfResource = operation({
  name: 'dynamodb:ListTagsOfResource',
  readOnly: true,
  cli: 'dynamodb list-tags-of-resource',
  parameters: { ResourceArn: RESOURCE_ARN },
  validate: ({ ResourceArn }) => arnError(ResourceArn),
  authorization: (world, caller, { ResourceArn }, env) => [
    { action: 'dynamodb:ListTagsOfResource', resource: namedTable(world, caller, env, ResourceArn).arn },
  ],
  perform: (scene, { ResourceArn }) => {
    const found = existingTable(scene, ResourceArn);
    return found.ok ? ok({ output: { Tags: tagList(found.value.table.tags) }, changes: [] }) : found;
  },
});
