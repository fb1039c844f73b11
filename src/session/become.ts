// Become: from the answer of STS, from the values of credentials or from a service to the link that comes of it.
import type { Caller, RoleSession } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import type { ApiOutcome, OperationName, Operations } from '../api/call.ts';
import type { AwsError } from '../api/aws-error.ts';
import { callerWithCredentials, type CredentialValues } from '../api/credentials.ts';
import { err, ok, type Result } from '../aws/result.ts';
import type { Link, Way } from './facts.ts';

/** The calls that a caller makes to become somebody, and the way that each of them is. */
export const WAY_OF = {
  'sts:AssumeRole': 'assumeRole',
  'sts:GetSessionToken': 'sessionToken',
  'sts:GetFederationToken': 'federationToken',
  'sts:AssumeRoot': 'assumeRoot',
} as const satisfies Partial<Record<OperationName, Way>>;

export type BecomingOperation = keyof typeof WAY_OF;

/** The credentials of an answer, as a program is configured with them. */
export const valuesOf = ({
  AccessKeyId,
  SecretAccessKey,
  SessionToken,
}: HandedOut): Required<CredentialValues> => ({
  accessKeyId: AccessKeyId,
  secretAccessKey: SecretAccessKey,
  sessionToken: SessionToken,
});

type HandedOut = Operations[BecomingOperation]['output']['Credentials'];

/**
 * Whoever signs with the credentials that a call handed out. A call that was refused makes nobody: its own error comes
 * back.
 */
export function linkFromOutcome(
  world: World,
  outcome: ApiOutcome<BecomingOperation>,
): Result<Link, AwsError> {
  const { call, result } = outcome;
  return result.ok
    ? linkWith(world, valuesOf(result.output.Credentials), WAY_OF[call.operation])
    : err(result.error);
}

/** Whoever signs with these values, long-term or temporary; or why AWS does not know them. */
export const linkWithKey = (world: World, values: CredentialValues): Result<Link, AwsError> =>
  linkWith(world, values, 'accessKey');

/** What runs in an instance or a function, with the session that its service made of the role. */
export const serviceLink = (session: RoleSession): Link => linkTo('service', session);

function linkWith(world: World, values: CredentialValues, way: Way): Result<Link, AwsError> {
  const caller = callerWithCredentials(world, values);
  return caller.ok ? ok(linkTo(way, caller.value)) : caller;
}

const linkTo = (way: Way, caller: Caller): Link => ({ way, caller, display: null });
