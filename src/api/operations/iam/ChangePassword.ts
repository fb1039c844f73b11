// iam:ChangePassword: a user sets another console password for itself.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { hashPassword, isPassword } from '../../password.ts';
import { existingLogin, loginSet, PASSWORD } from './login.ts';
import { passwordHistory, passwordViolation, reuseViolation } from './password-rules.ts';
import { subjectAuthorization, subjectOf } from './subject.ts';

/**
 * Others than users are turned away whatever they may do. The words for a wrong old password are not verified.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html
 */
export const ChangePassword = operation({
  name: 'iam:ChangePassword',
  readOnly: false,
  cli: 'iam change-password',
  parameters: {
    OldPassword: { ...PASSWORD, event: 'oldPassword' },
    NewPassword: { ...PASSWORD, event: 'newPassword' },
  },
  authorization: (world, caller) =>
    caller.kind === 'user' ? subjectAuthorization(world, caller, 'iam:ChangePassword', undefined) : [],
  perform: (scene, { OldPassword, NewPassword }) => {
    if (scene.caller.kind !== 'user')
      return err(awsError('InvalidUserType', 'Only IAM Users can change their own password'));
    const subject = subjectOf(scene, undefined);
    if (!subject.ok) return subject;
    const login = existingLogin(subject.value);
    if (!login.ok) return login;
    const before = login.value;
    const { account } = subject.value;
    if (!isPassword(OldPassword, before.hash, scene.env))
      return err(awsError('AccessDenied', 'The old password was incorrect.'));
    const hash = hashPassword(NewPassword, scene.env, before.hash);
    const refused =
      passwordViolation(account, NewPassword) ??
      reuseViolation(account, NewPassword, { made: hash, login: before }, scene.env);
    if (refused) return err(refused);
    const changed = {
      ...before,
      hash,
      changed: scene.env.now,
      resetRequired: false,
      previous: passwordHistory(before),
    };
    return ok({ output: {}, changes: [loginSet(subject.value, changed)] });
  },
});
