// iam:DeleteServiceLinkedRole: asks the service of a role to let it go.
import { roleArn } from '../../../account/find.ts';
import type { Change } from '../../../account/change.ts';
import type { DeletionTask } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { ROLE_NAME } from './parameters.ts';
import { principalChanges } from './principal-references.ts';
import { serviceOf, usageOf } from './service-linked-role.ts';

/**
 * AWS deletes the role some time later, and the task tells when. Here it is done within the call: either the role is gone,
 * or the task has failed since something needs it. So no task is ever under way, and none is one too many.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html
 */
export const DeleteServiceLinkedRole = operation({
  name: 'iam:DeleteServiceLinkedRole',
  readOnly: false,
  cli: 'iam delete-service-linked-role',
  parameters: { RoleName: ROLE_NAME },
  authorization: (world, caller, { RoleName }) => [
    { action: 'iam:DeleteServiceLinkedRole', resource: arnOf(world, caller, 'role', RoleName) },
  ],
  perform: (scene, { RoleName }) => {
    const found = existing(scene, 'role', RoleName);
    if (!found.ok) return found;
    const { account, entity: role } = found.value;
    const service = serviceOf(role);
    if (service === null)
      return err(awsError('NoSuchEntity', `The role with name ${RoleName} cannot be found.`));
    const inUse = usageOf(scene.world, account, service).length > 0;
    const task: DeletionTask = {
      id: `task/aws-service-role/${service}/${role.name}/${scene.env.newId()}`,
      role: role.name,
      status: inUse ? 'FAILED' : 'SUCCEEDED',
      created: scene.env.now,
    };
    const removal: readonly Change[] = inUse
      ? []
      : [
          ...principalChanges(scene.world, roleArn(account, role), role.id),
          { kind: 'entitySet', account: account.id, table: 'roles', name: role.name, value: null },
        ];
    return ok({
      output: { DeletionTaskId: task.id },
      changes: [
        ...removal,
        { kind: 'entitySet', account: account.id, table: 'deletionTasks', name: task.id, value: task },
      ],
    });
  },
});
