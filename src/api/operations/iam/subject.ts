// Subject: the user that a call is about which may leave the name out; then it is whoever signs, the root user included.
import type { Caller } from '../../../account/caller.ts';
import { findAccount, userArn } from '../../../account/find.ts';
import { userBehind } from '../../../account/principal.ts';
import type { Account, User, World } from '../../../account/world.ts';
import { rootArn, type ActionName, type Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { accountOf, arnOf, existing } from './entities.ts';

export interface Subject {
  readonly account: Account;
  /** Null: the root user. */
  readonly user: User | null;
}

/** Sessions of roles and federated users are no users, so they have to say whom they mean. */
const isUnnamed = ({ kind }: Caller, userName: string | undefined): boolean =>
  userName === undefined && kind !== 'user' && kind !== 'root';

export function subjectOf(scene: Scene, userName: string | undefined): Result<Subject, AwsError> {
  const { caller } = scene;
  if (isUnnamed(caller, userName)) return err(userNameMissing());
  const account = accountOf(scene);
  if (!account.ok) return account;
  if (userName === undefined && caller.kind === 'root') return ok({ account: account.value, user: null });
  const own = userName === undefined && caller.kind === 'user' ? userBehind(account.value, caller) : null;
  if (own) return ok({ account: account.value, user: own });
  const found = existing(scene, 'user', userName ?? '');
  return found.ok ? ok({ account: found.value.account, user: found.value.entity }) : found;
}

export const userNameMissing = (): AwsError =>
  awsError('ValidationError', 'Must specify userName when calling with non-User credentials');

/** The permission for it. None is asked where nobody is meant: that call is refused whoever makes it. */
export const subjectAuthorization = (
  world: World,
  caller: Caller,
  action: ActionName,
  userName: string | undefined,
): AuthorizationRequest[] =>
  isUnnamed(caller, userName) ? [] : [{ action, resource: subjectArn(world, caller, userName) }];

function subjectArn(world: World, caller: Caller, userName: string | undefined): Arn {
  if (userName !== undefined) return arnOf(world, caller, 'user', userName);
  const account = findAccount(world, caller.account);
  const own = account && caller.kind === 'user' ? userBehind(account, caller) : null;
  return account && own ? userArn(account, own) : rootArn(caller.account);
}

/** The root user has no name in answers of IAM. */
export const subjectName = ({ user }: Pick<Subject, 'user'>): { readonly UserName?: string } =>
  user ? { UserName: user.name } : {};
