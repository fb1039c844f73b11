// Passkeys: how the console registers one, under the permission of a call that the command line cannot make of a passkey.
import type { Caller } from '../account/caller.ts';
import { mfaDevicesOf } from '../account/mfa-devices.ts';
import type { MfaDevice, World } from '../account/world.ts';
import { err, ok } from '../aws/result.ts';
import type { ApiOutcome } from './call.ts';
import type { Env } from './env.ts';
import { awsError } from './errors.ts';
import { carryOut } from './execute.ts';
import { operation } from './operation.ts';
import { passkeyEnding } from './operations/iam/ids.ts';
import { holderOf, SERIAL_NUMBER } from './operations/iam/mfa.ts';
import { EXISTING_USER_NAME, optional } from './operations/iam/parameters.ts';
import { MAX_MFA_DEVICES } from './operations/iam/quotas.ts';
import { subjectAuthorization, subjectOf } from './operations/iam/subject.ts';

/** So long a name still makes a serial number that AWS takes, whatever the user is called. */
export const PASSKEY_NAME = /^[\w+=,.@-]{1,64}$/;

/**
 * The console asks twice, for the two steps that the condition key `iam:RegisterSecurityKey` tells apart. What is
 * known of the make of a key (`iam:FIDO-certification` and its like) is not: here keys are simulated, and have no maker.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html
 */
const RegisterPasskey = operation({
  name: 'iam:EnableMFADevice',
  readOnly: false,
  cli: '',
  parameters: { UserName: optional(EXISTING_USER_NAME), SerialNumber: SERIAL_NUMBER },
  authorization: (world, caller, { UserName }) =>
    (['Create', 'Activate'] as const).flatMap((step) =>
      subjectAuthorization(world, caller, 'iam:EnableMFADevice', UserName).map((asked) => ({
        ...asked,
        context: { 'iam:RegisterSecurityKey': step },
      })),
    ),
  perform: (scene, { UserName, SerialNumber: serial }) => {
    const subject = subjectOf(scene, UserName);
    if (!subject.ok) return subject;
    const { account } = subject.value;
    const holder = holderOf(subject.value);
    if (mfaDevicesOf(account, holder).length >= MAX_MFA_DEVICES)
      return err(awsError('LimitExceeded', `Cannot exceed quota for MFADevicesPerUser: ${MAX_MFA_DEVICES}`));
    const { now } = scene.env;
    const value: MfaDevice = {
      serial,
      kind: 'passkey',
      created: now,
      seed: null,
      holder,
      enabled: now,
      tags: {},
    };
    return ok({
      output: {},
      changes: [{ kind: 'entitySet', account: account.id, table: 'mfaDevices', name: serial, value }],
    });
  },
});

/**
 * Decided and recorded as `iam:EnableMFADevice`, which is what AWS records. The world is not changed: the changes are in
 * the outcome. It counts from the next sign-in on.
 * @param asked The user; the root user where none is named and it is the one who asks. `name` is of the passkey.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function registerPasskey(
  world: World,
  caller: Caller,
  { UserName, name }: { readonly UserName?: string; readonly name: string },
  env: Env,
): ApiOutcome<'iam:EnableMFADevice'> {
  const owner = UserName === undefined ? 'root-account' : `user/${UserName}`;
  const input = {
    ...(UserName !== undefined && { UserName }),
    SerialNumber: `arn:aws:iam::${caller.account}:u2f/${owner}/${name}-${passkeyEnding(env)}`,
  };
  const call = {
    operation: 'iam:EnableMFADevice',
    input: { ...input, AuthenticationCode1: '', AuthenticationCode2: '' },
  } as const;
  return { ...carryOut(world, caller, call, { operation: RegisterPasskey, input }, env), consoleOnly: true };
}
