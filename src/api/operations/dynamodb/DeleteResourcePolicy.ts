// dynamodb:DeleteResourcePolicy: removes the policy of a table, if it has one.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { revisionOf } from './policy.ts';
import { EXPECTED_REVISION, tableAtRevision } from './resource-policy.ts';
import { arnError, namedTable, RESOURCE_ARN, tablePatch } from './table.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteResourcePolicy.html */
export const DeleteResourcePolicy = operation({
  name: 'dynamodb:DeleteResourcePolicy',
  readOnly: false,
  cli: 'dynamodb delete-resource-policy',
  parameters: { ResourceArn: RESOURCE_ARN, ExpectedRevisionId: EXPECTED_REVISION },
  validate: ({ ResourceArn }) => arnError(ResourceArn),
  authorization: (world, caller, { ResourceArn }, env) => [
    {
      action: 'dynamodb:DeleteResourcePolicy',
      resource: namedTable(world, caller, env, ResourceArn).arn,
    },
  ],
  perform: (scene, { ResourceArn, ExpectedRevisionId }) => {
    const found = tableAtRevision(scene, ResourceArn, ExpectedRevisionId);
    if (!found.ok) return found;
    const { policy } = found.value.table;
    return ok({
      output: policy === null ? {} : { RevisionId: revisionOf(policy) },
      changes: policy === null ? [] : [tablePatch(found.value, { policy: null })],
    });
  },
});
