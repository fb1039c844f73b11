// dynamodb:PutResourcePolicy: writes the policy of a table, over the one it has.
import { err, ok } from '../../../aws/result.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import { operation } from '../../operation.ts';
import { policyError, revisionOf } from './policy.ts';
import { EXPECTED_REVISION, tableAtRevision } from './resource-policy.ts';
import { arnError, namedTable, RESOURCE_ARN, tablePatch } from './table.ts';

/**
 * AWS asks for a confirmation of policies that keep their own author from changing them; here they are taken.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html
 */
export const PutResourcePolicy = operation({
  name: 'dynamodb:PutResourcePolicy',
  readOnly: false,
  cli: 'dynamodb put-resource-policy',
  parameters: {
    ResourceArn: RESOURCE_ARN,
    Policy: { type: 'text', event: 'policy', required: true, file: 'document' },
    ExpectedRevisionId: EXPECTED_REVISION,
  },
  validate: ({ ResourceArn }) => arnError(ResourceArn),
  authorization: (world, caller, { ResourceArn }, env) => [
    { action: 'dynamodb:PutResourcePolicy', resource: namedTable(world, caller, env, ResourceArn).arn },
  ],
  perform: (scene, { ResourceArn, Policy, ExpectedRevisionId }) => {
    const found = tableAtRevision(scene, ResourceArn, ExpectedRevisionId);
    if (!found.ok) return found;
    const fault = policyError(scene.world, Policy);
    return fault
      ? err(fault)
      : ok({
          output: { RevisionId: revisionOf(Policy) },
          changes: [tablePatch(found.value, { policy: withRootArns(Policy) })],
        });
  },
});
