// The password policy of an account, found and shown.
import type { Account, PasswordPolicy } from '../../../account/world.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { accountOf } from './entities.ts';

interface Found {
  readonly account: Account;
  readonly policy: PasswordPolicy;
}

/** The default that AWS gives every account is no policy that could be read or deleted. */
export function passwordPolicyOf(scene: Scene): Result<Found, AwsError> {
  const account = accountOf(scene);
  if (!account.ok) return account;
  const { id, passwordPolicy: policy } = account.value;
  return policy
    ? ok({ account: account.value, policy })
    : err(awsError('NoSuchEntity', `The Password Policy with domain name ${id} cannot be found.`));
}

export interface ShownPasswordPolicy {
  readonly MinimumPasswordLength: number;
  readonly RequireSymbols: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireLowercaseCharacters: boolean;
  readonly AllowUsersToChangePassword: boolean;
  /** Says no more than that there is a `MaxPasswordAge`. */
  readonly ExpirePasswords: boolean;
  readonly MaxPasswordAge?: number;
  readonly PasswordReusePrevention?: number;
  readonly HardExpiry?: boolean;
}

export const shownPasswordPolicy = (policy: PasswordPolicy): ShownPasswordPolicy => ({
  MinimumPasswordLength: policy.minimumLength,
  RequireSymbols: policy.requireSymbols,
  RequireNumbers: policy.requireNumbers,
  RequireUppercaseCharacters: policy.requireUppercase,
  RequireLowercaseCharacters: policy.requireLowercase,
  AllowUsersToChangePassword: policy.allowUsersToChange,
  ExpirePasswords: policy.maxAge !== null,
  ...(policy.maxAge !== null && { MaxPasswordAge: policy.maxAge }),
  ...(policy.reusePrevention !== null && { PasswordReusePrevention: policy.reusePrevention }),
  ...(policy.hardExpiry && { HardExpiry: true }),
});

const FIELDS = [
  'minimumLength',
  'requireSymbols',
  'requireNumbers',
  'requireUppercase',
  'requireLowercase',
  'allowUsersToChange',
  'maxAge',
  'reusePrevention',
  'hardExpiry',
] as const satisfies readonly (keyof PasswordPolicy)[];

export const isSamePolicy = (one: PasswordPolicy | null, other: PasswordPolicy): boolean =>
  one !== null && FIELDS.every((field) => one[field] === other[field]);
