// Access keys: whose they are, found by id, and written back.
import type { Change } from '../../../account/change.ts';
import type { AccessKey, Account, User, World } from '../../../account/world.ts';
import { rootArn, type Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import type { Caller } from '../../../account/caller.ts';
import { accountOf, arnOf, existing } from './entities.ts';

export const ACCESS_KEY_ID = {
  type: 'text',
  event: 'accessKeyId',
  required: true,
  min: 16,
  max: 128,
  pattern: '[\\w]+',
} as const;

export interface KeyHolder {
  readonly account: Account;
  /** Null: the root user. */
  readonly user: User | null;
  readonly keys: readonly AccessKey[];
}

/** Without a name it is the caller: this is how the root user manages keys of its own. */
const userNamed = (caller: Caller, userName: string | undefined): string | null =>
  userName ?? (caller.kind === 'user' ? caller.name : null);

export function keyHolder(scene: Scene, userName: string | undefined): Result<KeyHolder, AwsError> {
  const name = userNamed(scene.caller, userName);
  if (name !== null) {
    const found = existing(scene, 'user', name);
    if (!found.ok) return found;
    const { account, entity: user } = found.value;
    return ok({ account, user, keys: user.accessKeys });
  }
  const account = accountOf(scene);
  return account.ok
    ? ok({ account: account.value, user: null, keys: account.value.root.accessKeys })
    : account;
}

/** The ARN that a request on the keys of somebody asks for. */
export function keyHolderArn(world: World, caller: Caller, userName: string | undefined): Arn {
  const name = userNamed(caller, userName);
  return name === null ? rootArn(caller.account) : arnOf(world, caller, 'user', name);
}

/** A key of this holder; the keys of others are none of theirs. */
export function heldKey({ keys }: KeyHolder, id: string): Result<AccessKey, AwsError> {
  const key = keys.find((each) => each.id === id);
  return key ? ok(key) : err(awsError('NoSuchEntity', `The Access Key with id ${id} cannot be found`));
}

export const keysSet = ({ account, user }: KeyHolder, accessKeys: readonly AccessKey[]): Change =>
  user
    ? {
        kind: 'entitySet',
        account: account.id,
        table: 'users',
        name: user.name,
        value: { ...user, accessKeys },
      }
    : { kind: 'accountSet', account: account.id, field: 'root', value: { ...account.root, accessKeys } };

/** The root user has no name here. */
export const holderName = ({ user }: KeyHolder): { readonly UserName?: string } =>
  user ? { UserName: user.name } : {};
