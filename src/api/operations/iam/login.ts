// Login profiles: the console password of a user, or of the root user within a session of AssumeRoot.
import type { Change } from '../../../account/change.ts';
import type { LoginProfile } from '../../../account/world.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { subjectOf, userNameMissing, type Subject } from './subject.ts';

/** Printable Basic Latin and Latin-1. */
export const PASSWORD = {
  type: 'text',
  event: 'password',
  required: true,
  min: 1,
  max: 128,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  secret: true,
} as const;

/**
 * Whose login a call is about. The root user itself cannot leave the name out: only a session of AssumeRoot reaches the
 * password of the root user through the API.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html
 */
export function loginSubject(scene: Scene, userName: string | undefined): Result<Subject, AwsError> {
  const { caller } = scene;
  return userName === undefined && caller.kind === 'root' && caller.task === undefined
    ? err(userNameMissing())
    : subjectOf(scene, userName);
}

export const loginOf = ({ account, user }: Subject): LoginProfile | null => (user ?? account.root).login;

/** AWS's words for the root user are not known; its account stands where the name would. */
const nameOf = ({ account, user }: Subject): string => user?.name ?? account.id;

export function existingLogin(subject: Subject): Result<LoginProfile, AwsError> {
  const login = loginOf(subject);
  return login
    ? ok(login)
    : err(awsError('NoSuchEntity', `Login Profile for User ${nameOf(subject)} cannot be found.`));
}

export const loginExists = (subject: Subject): AwsError =>
  awsError('EntityAlreadyExists', `Login Profile for user ${nameOf(subject)} already exists.`);

export const loginSet = ({ account, user }: Subject, login: LoginProfile | null): Change =>
  user
    ? { kind: 'entityPatched', account: account.id, table: 'users', name: user.name, patch: { login } }
    : { kind: 'accountSet', account: account.id, field: 'root', value: { ...account.root, login } };

export interface ShownLogin {
  readonly UserName?: string;
  readonly CreateDate: Instant;
  readonly PasswordResetRequired: boolean;
}
