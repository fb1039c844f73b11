// MFA in calls of STS: the code of a device of the caller, and what it makes of the call.
import type { Caller } from '../../../account/caller.ts';
import { findAccount } from '../../../account/find.ts';
import { userBehind } from '../../../account/principal.ts';
import { find } from '../../../account/table.ts';
import type { MfaDevice, World } from '../../../account/world.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { isCodeOf } from '../iam/mfa-code.ts';

export interface MfaInput {
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

/**
 * Why the code is not taken; null also when there is none. The two spaces are AWS's. A passkey has no codes. Of a serial
 * number or a code alone the words are not documented.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export function mfaError(
  { SerialNumber, TokenCode }: MfaInput,
  { world, caller, env }: { readonly world: World; readonly caller: Caller; readonly env: Env },
): AwsError | null {
  if (SerialNumber === undefined && TokenCode === undefined) return null;
  if (SerialNumber === undefined || TokenCode === undefined)
    return failed(', must provide both MFA serial number and one time pass code.');
  const device = deviceOf(world, caller, SerialNumber);
  if (device?.seed == null)
    return failed(
      ', unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    );
  return isCodeOf(device.seed, TokenCode, env.now, env.mfaClock?.(device)) === null
    ? failed(' with invalid MFA one time pass code.')
    : null;
}

const failed = (how: string): AwsError => awsError('AccessDenied', `MultiFactorAuthentication failed${how}`);

/** A device that is assigned to the caller itself. */
function deviceOf(world: World, caller: Caller, serial: string): MfaDevice | null {
  const account = findAccount(world, caller.account);
  const device = account && find(account.mfaDevices, serial);
  if (!account || !device?.holder) return null;
  if (device.holder.kind === 'root') return caller.kind === 'root' ? device : null;
  const user = caller.kind === 'user' ? userBehind(account, caller) : null;
  return user?.name === device.holder.name ? device : null;
}

/** A code that was taken counts in the very call that it was given in. */
export const mfaKeys = ({ TokenCode }: MfaInput): RequestContext =>
  TokenCode === undefined ? {} : { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' };
