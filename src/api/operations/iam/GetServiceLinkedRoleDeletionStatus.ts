// iam:GetServiceLinkedRoleDeletionStatus: what has become of the deletion of a service-linked role.
import { lookup } from '../../../account/table.ts';
import type { DeletionTask } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { failureOf, isTaskId, roleOfTask, type FailureReason } from './service-linked-role.ts';

/**
 * What still uses the role is told as it is now. The words of both refusals are ours.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html
 */
export const GetServiceLinkedRoleDeletionStatus = operation({
  name: 'iam:GetServiceLinkedRoleDeletionStatus',
  readOnly: true,
  cli: 'iam get-service-linked-role-deletion-status',
  parameters: {
    DeletionTaskId: { type: 'text', event: 'deletionTaskId', required: true, min: 1, max: 1000 },
  },
  validate: ({ DeletionTaskId: id }) =>
    isTaskId(id) ? null : awsError('InvalidInput', `Deletion task ID ${id} is not valid.`),
  authorization: (_world, caller, { DeletionTaskId }) => [
    {
      action: 'iam:GetServiceLinkedRoleDeletionStatus',
      resource: roleOfTask(caller.account, DeletionTaskId),
    },
  ],
  perform: (scene, { DeletionTaskId: id }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const task = lookup(account.value.deletionTasks, id);
    if (!task) return err(awsError('NoSuchEntity', `The deletion task with ID ${id} cannot be found.`));
    const output: { readonly Status: DeletionTask['status']; readonly Reason?: FailureReason } = {
      Status: task.status,
      ...(task.status === 'FAILED' && { Reason: failureOf(scene.world, account.value, task) }),
    };
    return ok({ output, changes: [] });
  },
});
