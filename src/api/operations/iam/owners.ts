// Owners of policies: users, groups and roles where what is done with their policies is the same.
import type { EntityChange } from '../../../account/change.ts';
import type { Group, World } from '../../../account/world.ts';
import type { AccountId, ActionName } from '../../../aws/arn.ts';
import { err, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import type { Caller } from '../../../account/caller.ts';
import { boundaryKey } from './boundary.ts';
import { arnOf, existing, protectedRoleError, type Found } from './entities.ts';
import { boundaryOf } from './usage.ts';

export type OwnerKind = 'user' | 'group' | 'role';

const NAME_PARAMETER = { user: 'UserName', group: 'GroupName', role: 'RoleName' } as const;

type NameParameter<Kind extends OwnerKind> = (typeof NAME_PARAMETER)[Kind];

/** The part of an input that names the owner, for example `{ UserName }`. */
export type Named<Kind extends OwnerKind> = Readonly<Record<NameParameter<Kind>, string>>;

export const nameIn = <Kind extends OwnerKind>(kind: Kind, input: Named<Kind>): string =>
  input[NAME_PARAMETER[kind]];

/** `User`, as the names of operations and quotas have it. */
export const TITLE = { user: 'User', group: 'Group', role: 'Role' } as const;

/** An owner whose policies may be changed: those of some roles only AWS changes. */
export function changeable<Kind extends OwnerKind>(
  scene: Scene,
  kind: Kind,
  name: string,
): Result<Found<Kind>, AwsError> {
  const role = kind === 'role' ? existing(scene, 'role', name) : null;
  const refused = role?.ok ? protectedRoleError(role.value.entity) : null;
  return refused ? err(refused) : existing(scene, kind, name);
}

/** The permission to read something of an owner. */
export const readingOf = (
  world: World,
  caller: Caller,
  action: ActionName,
  kind: OwnerKind,
  name: string,
): readonly AuthorizationRequest[] => [{ action, resource: arnOf(world, caller, kind, name) }];

/**
 * The permission to change the policies of an owner. The owner's boundary is a condition key of it, so that somebody can
 * be let at the policies of exactly those who have one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 */
export function changingOf(
  world: World,
  caller: Caller,
  action: ActionName,
  kind: OwnerKind,
  name: string,
  context: RequestContext = {},
): readonly AuthorizationRequest[] {
  const found = existing<OwnerKind>({ world, caller }, kind, name);
  const boundary = found.ok ? boundaryOf(found.value.entity) : null;
  return [
    {
      action,
      resource: arnOf(world, caller, kind, name),
      context: { ...boundaryKey(boundary).context, ...context },
    },
  ];
}

type Policies = Pick<Group, 'attached' | 'inline'>;

const SET: {
  readonly [Kind in OwnerKind]: (account: AccountId, entity: Found<Kind>['entity']) => EntityChange;
} = {
  user: (account, user) => ({ kind: 'entitySet', account, table: 'users', name: user.name, value: user }),
  group: (account, group) => ({
    kind: 'entitySet',
    account,
    table: 'groups',
    name: group.name,
    value: group,
  }),
  role: (account, role) => ({ kind: 'entitySet', account, table: 'roles', name: role.name, value: role }),
};

/** The owner with other policies. */
export const policiesSet = <Kind extends OwnerKind>(
  kind: Kind,
  { account, entity }: Found<Kind>,
  policies: Partial<Policies>,
): EntityChange => SET[kind](account.id, { ...entity, ...policies });
