// Entities of IAM as its operations meet them: found in the caller's account, named in a request, missed with an error.
import {
  findAccount,
  findGroup,
  findInstanceProfile,
  findRole,
  findUser,
  groupArn,
  instanceProfileArn,
  roleArn,
  userArn,
} from '../../../account/find.ts';
import { protectionOf } from '../../../account/protected-roles.ts';
import type { Account, Group, InstanceProfile, Role, User, World } from '../../../account/world.ts';
import { iamArn, type Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import type { Caller } from '../../../account/caller.ts';

interface Kinds {
  readonly user: User;
  readonly group: Group;
  readonly role: Role;
  readonly 'instance-profile': InstanceProfile;
}

type Kind = keyof Kinds;

const FIND: { readonly [Each in Kind]: (account: Account, name: string) => Kinds[Each] | null } = {
  user: findUser,
  group: findGroup,
  role: findRole,
  'instance-profile': findInstanceProfile,
};

const ARN: { readonly [Each in Kind]: (account: Account, entity: Kinds[Each]) => Arn } = {
  user: userArn,
  group: groupArn,
  role: roleArn,
  'instance-profile': instanceProfileArn,
};

export type Found<Each extends Kind> = { readonly account: Account; readonly entity: Kinds[Each] };

/** The account that the caller works in. */
export function accountOf({ world, caller }: Pick<Scene, 'world' | 'caller'>): Result<Account, AwsError> {
  const account = findAccount(world, caller.account);
  return account
    ? ok(account)
    : err(awsError('InvalidClientTokenId', 'The security token included in the request is invalid.'));
}

/** What a name means in the caller's account, letter case aside; `NoSuchEntity` when it means nothing. */
export function existing<Each extends Kind>(
  scene: Pick<Scene, 'world' | 'caller'>,
  kind: Each,
  name: string,
): Result<Found<Each>, AwsError> {
  const account = accountOf(scene);
  if (!account.ok) return account;
  const entity = FIND[kind](account.value, name);
  return entity ? ok({ account: account.value, entity }) : err(awsError('NoSuchEntity', missing(kind, name)));
}

const missing = (kind: Kind, name: string): string =>
  kind === 'instance-profile'
    ? `Instance Profile ${name} cannot be found.`
    : `The ${kind} with name ${name} cannot be found.`;

/**
 * The ARN that a request on an entity asks for. What does not exist is asked for as if it stood directly under `/`: who
 * may not do it is not told whether it exists.
 */
export function arnOf<Each extends Kind>(world: World, caller: Caller, kind: Each, name: string): Arn {
  const found = existing<Each>({ world, caller }, kind, name);
  return found.ok
    ? ARN[kind](found.value.account, found.value.entity)
    : iamArn(caller.account, kind, '/', name);
}

/** The ARN of what is about to be made. */
export const newArn = (caller: Caller, kind: Kind | 'policy', name: string, path: string | undefined): Arn =>
  iamArn(caller.account, kind, path ?? '/', name);

/**
 * Roles that only AWS changes: those linked to a service, and those of Identity Center.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
export function protectedRoleError(role: Role): AwsError | null {
  const { name } = role;
  return protectionOf(role)
    ? awsError(
        'UnmodifiableEntity',
        `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`,
      )
    : null;
}
