// iam:DeleteLoginProfile: takes the console password away; access keys and open sessions stay.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingLogin, loginSet, loginSubject } from './login.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { subjectAuthorization } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteLoginProfile.html */
export const DeleteLoginProfile = operation({
  name: 'iam:DeleteLoginProfile',
  readOnly: false,
  cli: 'iam delete-login-profile',
  parameters: { UserName: optional(EXISTING_USER_NAME) },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:DeleteLoginProfile', UserName),
  perform: (scene, { UserName }) => {
    const subject = loginSubject(scene, UserName);
    if (!subject.ok) return subject;
    const login = existingLogin(subject.value);
    return login.ok ? ok({ output: {}, changes: [loginSet(subject.value, null)] }) : login;
  },
});
