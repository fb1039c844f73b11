// iam:GetUser: one user, with boundary and tags.
import { ok } from '../../../aws/result.ts';
import { operation, type Performed } from '../../operation.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { shownRootUser, shownUser, type ShownRootUser, type ShownUser } from './shapes.ts';
import { subjectAuthorization, subjectOf } from './subject.ts';

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
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:GetUser', UserName),
  perform: (scene, { UserName }) => {
    const subject = subjectOf(scene, UserName);
    if (!subject.ok) return subject;
    const { account, user } = subject.value;
    const User = user
      ? shownUser(account, user, scene.env.activity)
      : shownRootUser(account, scene.env.activity);
    return ok<Performed<Output>>({ output: { User }, changes: [] });
  },
});
