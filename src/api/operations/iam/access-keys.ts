// Access keys: whose they are, found by id, and written back.
import type { Change } from '../../../account/change.ts';
import type { AccessKey } from '../../../account/world.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { subjectOf, type Subject } from './subject.ts';

export const ACCESS_KEY_ID = {
  type: 'text',
  event: 'accessKeyId',
  required: true,
  min: 16,
  max: 128,
  pattern: '[\\w]+',
} as const;

export interface KeyHolder extends Subject {
  readonly keys: readonly AccessKey[];
}

/** Without a name it is the caller: this is how the root user manages keys of its own. */
export function keyHolder(scene: Scene, userName: string | undefined): Result<KeyHolder, AwsError> {
  const subject = subjectOf(scene, userName);
  if (!subject.ok) return subject;
  const { account, user } = subject.value;
  return ok({ account, user, keys: (user ?? account.root).accessKeys });
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
