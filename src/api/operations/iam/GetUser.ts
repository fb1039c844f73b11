// iam:GetUser: one user, with boundary and tags.
import type { AccountId, Arn } from '../../../aws/arn.ts';
import { rootArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { callerArn } from '../../caller.ts';
import { operation, type Performed } from '../../operation.ts';
import { arnOf, existing } from './entities.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { shownUser, type ShownUser } from './shapes.ts';

/** The root user has neither a path nor a unique id of its own. */
export interface ShownRootUser {
  readonly UserId: AccountId;
  readonly Arn: Arn;
}

interface Output {
  readonly User: ShownUser | ShownRootUser;
}

/**
 * Without a name it is about whoever signs the call, the root user included. Users need the permission for themselves, too.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html
 */
export const GetUser = operation({
  name: 'iam:GetUser',
  readOnly: true,
  cli: 'iam get-user',
  parameters: { UserName: optional(EXISTING_USER_NAME) },
  authorization: (world, caller, { UserName }) => [
    {
      action: 'iam:GetUser',
      resource: UserName === undefined ? callerArn(world, caller) : arnOf(world, caller, 'user', UserName),
    },
  ],
  perform: (scene, { UserName }) => {
    const { caller } = scene;
    if (UserName === undefined && caller.kind === 'root') {
      const { account } = caller;
      return ok<Performed<Output>>({
        output: { User: { UserId: account, Arn: rootArn(account) } },
        changes: [],
      });
    }
    const found = existing(scene, 'user', UserName ?? (caller.kind === 'user' ? caller.name : ''));
    if (!found.ok) return found;
    const { account, entity } = found.value;
    return ok<Performed<Output>>({ output: { User: shownUser(account, entity) }, changes: [] });
  },
});
