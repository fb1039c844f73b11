// iam:GetLoginProfile: whether a user has a console password, and since when.
import { ok } from '../../../aws/result.ts';
import { operation, type Performed } from '../../operation.ts';
import { existingLogin, loginSubject, type ShownLogin } from './login.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { subjectAuthorization, subjectName } from './subject.ts';

interface Output {
  readonly LoginProfile: ShownLogin;
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html */
export const GetLoginProfile = operation({
  name: 'iam:GetLoginProfile',
  readOnly: true,
  cli: 'iam get-login-profile',
  parameters: { UserName: optional(EXISTING_USER_NAME) },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:GetLoginProfile', UserName),
  perform: (scene, { UserName }) => {
    const subject = loginSubject(scene, UserName);
    if (!subject.ok) return subject;
    const login = existingLogin(subject.value);
    if (!login.ok) return login;
    const { created, resetRequired } = login.value;
    return ok<Performed<Output>>({
      output: {
        LoginProfile: {
          ...subjectName(subject.value),
          CreateDate: created,
          PasswordResetRequired: resetRequired,
        },
      },
      changes: [],
    });
  },
});
