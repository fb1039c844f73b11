// Operations of S3 Control on an account: it can only be the account of the caller.
import type { Change } from '../../../account/change.ts';
import { findAccount } from '../../../account/find.ts';
import type { Account } from '../../../account/world.ts';
import type { AccountId } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { BlockPublicAccess } from '../../../evaluation/s3/access.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';

export const ACCOUNT_ID = { type: 'text', event: 'accountId', required: true, pattern: '\\d{12}' } as const;

export function ownAccount({ world, caller }: Scene, id: AccountId): Result<Account, AwsError> {
  const account = id === caller.account ? findAccount(world, id) : null;
  return account ? ok(account) : err(awsError('AccessDenied', 'Access Denied'));
}

export const blockSet = (account: AccountId, value: BlockPublicAccess | null): Change => ({
  kind: 'accountSet',
  account,
  field: 'publicAccessBlock',
  value,
});
