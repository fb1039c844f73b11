// home: the account that a caller works in.
import { findAccount } from '../account/find.ts';
import type { Account } from '../account/world.ts';
import { err, ok, type Result } from '../aws/result.ts';
import type { AwsError } from './aws-error.ts';
import type { Scene } from './operation.ts';
import { unknownKeyError } from './services.ts';

export function homeOf(
  { world, caller }: Pick<Scene, 'world' | 'caller'>,
  service: string,
): Result<Account, AwsError> {
  const account = findAccount(world, caller.account);
  return account ? ok(account) : err(unknownKeyError(service));
}
