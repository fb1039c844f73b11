// iam:CreateLoginProfile: a console password for a user.
import type { LoginProfile } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Performed } from '../../operation.ts';
import { hashPassword, unknownPassword } from '../../password.ts';
import { loginExists, loginOf, loginSet, loginSubject, PASSWORD, type ShownLogin } from './login.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { passwordViolation } from './password-rules.ts';
import { subjectAuthorization, subjectName } from './subject.ts';

interface Output {
  readonly LoginProfile: ShownLogin;
}

/**
 * A session of AssumeRoot gives neither name nor password: it lets the root user recover a password by e-mail. Until then
 * there is a login that nobody knows the password of.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html
 */
export const CreateLoginProfile = operation({
  name: 'iam:CreateLoginProfile',
  readOnly: false,
  cli: 'iam create-login-profile',
  parameters: {
    UserName: optional(EXISTING_USER_NAME),
    Password: optional(PASSWORD),
    PasswordResetRequired: { type: 'boolean', event: 'passwordResetRequired', required: false },
  },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:CreateLoginProfile', UserName),
  perform: (scene, { UserName, Password, PasswordResetRequired = false }) => {
    const { env } = scene;
    const found = loginSubject(scene, UserName);
    if (!found.ok) return found;
    const subject = found.value;
    if (loginOf(subject)) return err(loginExists(subject));
    if ((Password === undefined) !== (subject.user === null))
      return err(awsError('ValidationError', Password === undefined ? PASSWORD_MISSING : PASSWORD_GIVEN));
    const refused = Password === undefined ? null : passwordViolation(subject.account, Password);
    if (refused) return err(refused);
    const login: LoginProfile = {
      hash: Password === undefined ? unknownPassword(env) : hashPassword(Password, env),
      created: env.now,
      changed: env.now,
      resetRequired: PasswordResetRequired,
      previous: [],
    };
    return ok<Performed<Output>>({
      output: {
        LoginProfile: {
          ...subjectName(subject),
          CreateDate: env.now,
          PasswordResetRequired,
        },
      },
      changes: [loginSet(subject, login)],
    });
  },
});

const PASSWORD_MISSING =
  "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null";
/** AWS's own words are not known. */
const PASSWORD_GIVEN = 'Password must be omitted when calling with AssumeRoot credentials';
