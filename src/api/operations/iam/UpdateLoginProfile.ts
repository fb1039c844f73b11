// iam:UpdateLoginProfile: an administrator sets another password for a user, or has the user set one.
import type { LoginProfile } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { hashPassword } from '../../password.ts';
import { existingLogin, loginSet, loginSubject, PASSWORD } from './login.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { passwordHistory, passwordViolation, reuseViolation } from './password-rules.ts';
import { subjectAuthorization } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateLoginProfile.html */
export const UpdateLoginProfile = operation({
  name: 'iam:UpdateLoginProfile',
  readOnly: false,
  cli: 'iam update-login-profile',
  parameters: {
    UserName: EXISTING_USER_NAME,
    Password: optional(PASSWORD),
    PasswordResetRequired: { type: 'boolean', event: 'passwordResetRequired', required: false },
  },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:UpdateLoginProfile', UserName),
  perform: (scene, { UserName, Password, PasswordResetRequired }) => {
    const subject = loginSubject(scene, UserName);
    if (!subject.ok) return subject;
    const login = existingLogin(subject.value);
    if (!login.ok) return login;
    const before = login.value;
    const { account } = subject.value;
    let value: LoginProfile = { ...before, resetRequired: PasswordResetRequired ?? before.resetRequired };
    if (Password !== undefined) {
      const hash = hashPassword(Password, scene.env, before.hash);
      const refused =
        passwordViolation(account, Password) ??
        reuseViolation(account, Password, { made: hash, login: before }, scene.env);
      if (refused) return err(refused);
      value = { ...value, hash, changed: scene.env.now, previous: passwordHistory(before) };
    }
    const isSame = Password === undefined && value.resetRequired === before.resetRequired;
    return ok({ output: {}, changes: isSame ? [] : [loginSet(subject.value, value)] });
  },
});
