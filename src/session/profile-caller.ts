// From the plan of a profile to the caller: the keys are looked up, and one role after the other is assumed.
import type { SigningCaller } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import type { AwsError } from '../api/aws-error.ts';
import type { ApiCall, ApiOutcome } from '../api/call.ts';
import { callerWithCredentials, type CredentialValues } from '../api/credentials.ts';
import type { Arn } from '../aws/arn.ts';
import { epochMillis, type Instant } from '../aws/instant.ts';
import type { Link, Way } from './facts.ts';
import type { Hop, Plan } from './profiles.ts';

export interface Surroundings {
  /** As it is now; a call that only assumes a role does not change it. */
  readonly world: World;
  readonly now: Instant;
  /** Codes of MFA devices that were asked for already, by serial number. */
  readonly codes: Readonly<Record<string, string>>;
  /** Makes the call as somebody: allowed or not, it is a request like any other. */
  readonly assume: (caller: SigningCaller, call: ApiCall<'sts:AssumeRole'>) => ApiOutcome<'sts:AssumeRole'>;
}

export type Resolved =
  | {
      readonly kind: 'caller';
      readonly caller: SigningCaller;
      /** What the caller signs with. */
      readonly values: CredentialValues;
    }
  /** Nothing has been asked of AWS yet. */
  | { readonly kind: 'codeWanted'; readonly serial: string; /** As the CLI asks. */ readonly prompt: string }
  | {
      readonly kind: 'refused';
      readonly error: AwsError;
      /** Null: AWS does not know the keys, so that no call could be made with them. */
      readonly outcome: ApiOutcome<'sts:AssumeRole'> | null;
    };

/** Whether temporary credentials have ended is judged when a call is made with them. */
export function resolved({ base, hops }: Plan, around: Surroundings): Resolved {
  const { world, codes, assume } = around;
  for (const { mfaSerial: serial } of hops)
    if (serial !== null && codes[serial] === undefined)
      return { kind: 'codeWanted', serial, prompt: `Enter MFA code for ${serial}: ` };
  let values = base;
  let caller = callerWithCredentials(world, values);
  for (const hop of hops) {
    if (!caller.ok) break;
    const outcome = assume(caller.value, assumeCall(hop, around));
    if (!outcome.result.ok) return { kind: 'refused', error: outcome.result.error, outcome };
    const { AccessKeyId, SecretAccessKey, SessionToken } = outcome.result.output.Credentials;
    values = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    caller = callerWithCredentials(world, values);
  }
  return caller.ok
    ? { kind: 'caller', caller: caller.value, values }
    : { kind: 'refused', error: caller.error, outcome: null };
}

function assumeCall(hop: Hop, { now, codes }: Surroundings): ApiCall<'sts:AssumeRole'> {
  const { roleArn, sessionName, externalId, mfaSerial, duration } = hop;
  const code = mfaSerial === null ? undefined : codes[mfaSerial];
  return {
    operation: 'sts:AssumeRole',
    input: {
      // Whether it is one is for AWS to say.
      RoleArn: roleArn as Arn,
      RoleSessionName: sessionName ?? `botocore-session-${Math.floor(epochMillis(now) / 1000)}`,
      ...(externalId !== null && { ExternalId: externalId }),
      ...(duration !== null && { DurationSeconds: duration }),
      ...(mfaSerial !== null && code !== undefined && { SerialNumber: mfaSerial, TokenCode: code }),
    },
  };
}

/** A session of whoever has the credentials of a profile. */
export const profileLink = (caller: SigningCaller): Link => ({ way: wayOf(caller), caller, display: null });

function wayOf({ kind, credentials }: SigningCaller): Way {
  if (kind === 'roleSession') return 'assumeRole';
  switch (credentials.kind) {
    case 'sessionToken':
      return 'sessionToken';
    case 'federation':
      return 'federationToken';
    case 'assumeRoot':
      return 'assumeRoot';
    case 'accessKey':
    case 'console':
      return 'accessKey';
  }
}
