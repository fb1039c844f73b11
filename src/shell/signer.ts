// Signer: whose credentials a command signs with: those of a profile or the environment, else of whoever is signed in.
import { ANONYMOUS, expiryOf, type Caller, type SigningCaller } from '../account/caller.ts';
import { DEFAULT_REGION } from '../account/resource.ts';
import type { AwsError } from '../api/aws-error.ts';
import { otherFailure, type CliFailure, type FailureCode } from '../api/command-line/failure.ts';
import type { Globals } from '../api/command-line/globals.ts';
import { hasPassed } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { resolved } from '../session/profile-caller.ts';
import { planOf, type Environment, type Plan, type ProfileFault } from '../session/profiles.ts';
import type { Ask, Chunk } from './run.ts';
import type { Host, Signing } from './host.ts';

export interface Signer {
  readonly caller: Caller;
  /** Null: none is configured. */
  readonly region: string | null;
  /** Of the profile: `output`. */
  readonly output: string | null;
}

/** Why there is nobody to sign. */
export type Unsigned =
  | { readonly kind: 'failure'; readonly failure: CliFailure }
  /** The call that would have brought credentials was refused. */
  | { readonly kind: 'refused'; readonly operation: string; readonly error: AwsError }
  /** AWS does not know the keys: whatever is called answers so. */
  | {
      readonly kind: 'unknown';
      readonly error: AwsError;
      /** A session token was sent, and it is not of the key. */
      readonly wrongToken: boolean;
    };

export function* signerOf(
  shell: Host,
  { profile: given, region: asked, sign }: Globals,
  own: ReadonlyMap<string, string>,
): Generator<Chunk | Ask, Result<Signer, Unsigned>, string | undefined> {
  const { around } = shell;
  const environment: Environment = Object.fromEntries(shell.environment(own));
  const profiles = around.profiles();
  const plan = planOf({ profiles, profile: given, environment });
  const name = given ?? environment['AWS_PROFILE'] ?? environment['AWS_DEFAULT_PROFILE'] ?? 'default';
  const settings = profiles.find((one) => one.name === name)?.settings ?? {};
  const configured =
    asked ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? settings['region'] ?? null;
  const output = environment['AWS_DEFAULT_OUTPUT'] ?? settings['output'] ?? null;
  if (!sign) return ok({ caller: ANONYMOUS, region: configured ?? DEFAULT_REGION, output });
  if (!plan.ok) {
    const signedIn = around.caller();
    if (plan.error.name !== 'NoCredentialsError' || given !== null || !signedIn)
      return err(faultOf(plan.error));
    // The console has a Region of its own.
    return ok({ caller: signedIn, region: configured ?? DEFAULT_REGION, output });
  }
  const signing = yield* signingWith(shell, plan.value);
  return signing.ok ? ok({ caller: signing.value.caller, region: configured, output }) : signing;
}

/** Why there is nothing to explain. */
export const unknownKeys = ({ message }: AwsError): string =>
  `AWS does not know these credentials, so no policy was read: ${message}`;

const FAULT_CODES: Readonly<Record<ProfileFault['name'], FailureCode | null>> = {
  NoCredentialsError: 'NoCredentials',
  ProfileNotFound: null,
  PartialCredentialsError: null,
  InvalidConfigError: null,
  InfiniteLoopConfigError: null,
  CredentialRetrievalError: null,
};

export const faultOf = ({ name, message }: ProfileFault): Unsigned => ({
  kind: 'failure',
  failure: otherFailure(message, FAULT_CODES[name]),
});

/** Assumes the roles on the way, asks for codes, and keeps what came of it until it ends. */
export function* signingWith(
  shell: Host,
  plan: Plan,
): Generator<Chunk | Ask, Result<Signing, Unsigned>, string | undefined> {
  const { around, kept } = shell;
  const wanted = JSON.stringify([plan.base, plan.hops]);
  const before = plan.hops.length > 0 ? kept.get(wanted) : undefined;
  if (before && !isOver(before.caller, shell)) return ok(before);
  const codes: Record<string, string> = {};
  for (;;) {
    const found = resolved(plan, {
      world: around.world(),
      now: around.now(),
      codes,
      assume: (caller, call) => {
        const outcome = around.request(caller, call, plan.region ?? DEFAULT_REGION);
        shell.last = outcome;
        return outcome;
      },
    });
    switch (found.kind) {
      case 'caller':
        if (plan.hops.length > 0) kept.set(wanted, found);
        return ok(found);
      case 'codeWanted':
        codes[found.serial] = (yield { kind: 'ask', prompt: found.prompt }) ?? '';
        break;
      case 'refused':
        if (found.outcome === null && plan.hops.length === 0)
          return err({
            kind: 'unknown',
            error: found.error,
            wrongToken: plan.base.sessionToken !== undefined && found.error.code === 'InvalidClientTokenId',
          });
        if (found.outcome === null) shell.unasked = unknownKeys(found.error);
        return err({ kind: 'refused', operation: 'AssumeRole', error: found.error });
    }
  }
}

function isOver(caller: SigningCaller, { around }: Host): boolean {
  const expires = expiryOf(caller);
  return expires !== null && hasPassed(expires, around.now());
}
