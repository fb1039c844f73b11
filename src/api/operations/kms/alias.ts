// Aliases of keys: their names, and the requests about them.
import type { Caller } from '../../../account/caller.ts';
import { findAccount } from '../../../account/find.ts';
import type { KmsAlias } from '../../../account/resources.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Env } from '../../env.ts';
import type { Scene } from '../../operation.ts';
import { aliasArn, aliasNotFound, liveAlias } from './key.ts';

/** The texts on reserved names, and on names with colons, are known from other simulations only. */
export function aliasNameError({ AliasName }: { readonly AliasName: string }): AwsError | null {
  if (!AliasName.startsWith('alias/'))
    return awsError(
      'ValidationException',
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  if (AliasName === 'alias/') return awsError('InvalidAliasNameException', 'Invalid identifier');
  if (AliasName.includes(':'))
    return awsError('InvalidAliasNameException', `${AliasName} contains invalid characters for an alias`);
  return null;
}

/** Names under `alias/aws/` are those of the keys that AWS manages. */
export const reservedAliasError = (name: string): AwsError | null =>
  name.startsWith('alias/aws/') ? awsError('NotAuthorizedException', '') : null;

/** The alias of the caller's account and Region, if there is such an alias. */
export const aliasNamed = (
  world: Scene['world'],
  caller: Caller,
  env: Env,
  name: string,
): KmsAlias | undefined => {
  const account = findAccount(world, caller.account);
  return account ? liveAlias(account, env.region, name, env.now) : undefined;
};

export function existingAlias({ world, caller, env }: Scene, name: string): Result<KmsAlias, AwsError> {
  const alias = aliasNamed(world, caller, env, name);
  return alias ? ok(alias) : err(aliasNotFound(aliasArn(caller.account, env.region, name)));
}

/** Aliases are for keys of their own account: a key of another one is not found. */
export const ONLY_KEYS = 'Aliases must refer to keys. Not aliases';

export const targetError = (TargetKeyId: string): AwsError | null =>
  /(?:^|:)alias\//.test(TargetKeyId) ? awsError('ValidationException', ONLY_KEYS) : null;
