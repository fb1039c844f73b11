// dynamodb:GetResourcePolicy: the text of the policy of a table.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { revisionOf } from './policy.ts';
import { policyNotFound } from './resource-policy.ts';
import { arnError, existingTable, namedTable, RESOURCE_ARN } from './table.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetResourcePolicy.html */
export const GetResourcePolicy = operation({
  name: 'dynamodb:GetResourcePolicy',
  readOnly: true,
  cli: 'dynamodb get-resource-policy',
  parameters: { ResourceArn: RESOURCE_ARN },
  validate: ({ ResourceArn }) => arnError(ResourceArn),
  authorization: (world, caller, { ResourceArn }, env) => [
    { action: 'dynamodb:GetResourcePolicy', resource: namedTable(world, caller, env, ResourceArn).arn },
  ],
  perform: (scene, { ResourceArn }) => {
    const found = existingTable(scene, ResourceArn);
    if (!found.ok) return found;
    const { policy } = found.value.table;
    return policy === null
      ? err(policyNotFound(ResourceArn))
      : ok({ output: { Policy: policy, RevisionId: revisionOf(policy) }, changes: [] });
  },
});
