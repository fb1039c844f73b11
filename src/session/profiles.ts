// Profiles: from the name of a profile and the environment to whose credentials are meant, as the AWS CLI finds out.
import type { CredentialValues } from '../api/credentials.ts';
import { err, ok, type Result } from '../aws/result.ts';

/**
 * One profile, as the sections of its name in `~/.aws/credentials` and `~/.aws/config` have it together. Settings go by
 * the names that they have there: `aws_access_key_id`, `role_arn`. It may be as incomplete as such a file.
 */
export interface Profile {
  readonly name: string;
  readonly settings: Settings;
}

export type Settings = Readonly<Record<string, string>>;

/** The variables of a shell, as far as they matter here. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One role to assume with the credentials of the step before. */
export interface Hop {
  /** The profile that asks for it. */
  readonly profile: string;
  readonly roleArn: string;
  /** Null: `botocore-session-` and the time. */
  readonly sessionName: string | null;
  readonly externalId: string | null;
  readonly mfaSerial: string | null;
  /** Seconds; null: what AWS takes when nothing is said, an hour. */
  readonly duration: number | null;
}

/** How to come to the credentials of a profile: with what one begins, and the roles from there on. */
export interface Plan {
  /** The profile they are for; null: the environment has them. */
  readonly profile: string | null;
  /** Null: none is set. */
  readonly region: string | null;
  readonly base: CredentialValues;
  readonly hops: readonly Hop[];
}

/** What is wrong with the configuration, by the name that the CLI's library has for it, and in its words. */
export interface ProfileFault {
  readonly name:
    | 'ProfileNotFound'
    | 'NoCredentialsError'
    | 'PartialCredentialsError'
    | 'InvalidConfigError'
    | 'InfiniteLoopConfigError'
    | 'CredentialRetrievalError';
  readonly message: string;
}

export interface Asked {
  readonly profiles: readonly Profile[];
  /** Of `--profile`; null: not given. It sets the keys of the environment aside, which `AWS_PROFILE` does not. */
  readonly profile: string | null;
  readonly environment: Environment;
}

type Found<Value> = Result<Value, ProfileFault>;

/**
 * Keys of the environment, then a role of the profile, then its keys. What a chain of profiles asks for is all known
 * before the first call is made.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html
 */
export function planOf({ profiles, profile: given, environment }: Asked): Found<Plan> {
  const named = given ?? environment['AWS_PROFILE'] ?? environment['AWS_DEFAULT_PROFILE'] ?? null;
  const name = named ?? 'default';
  const profile = profiles.find((one) => one.name === name);
  if (!profile && named !== null)
    return fault('ProfileNotFound', `The config profile (${name}) could not be found`);
  const settings = profile?.settings ?? {};
  const region = environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? settings['region'] ?? null;
  if (given === null) {
    const own = environmentKeys(environment);
    if (!own.ok) return own;
    if (own.value) return ok({ profile: null, region, base: own.value, hops: [] });
  }
  if (settings['role_arn'] !== undefined) {
    const way = throughRole(profiles, environment, name, [name]);
    return way.ok ? ok({ profile: name, region, ...way.value }) : way;
  }
  const keys = staticKeys(settings);
  if (!keys.ok) return keys;
  return keys.value
    ? ok({ profile: name, region, base: keys.value, hops: [] })
    : fault(
        'NoCredentialsError',
        'Unable to locate credentials. You can configure credentials by running "aws configure".',
      );
}

type Way = Pick<Plan, 'base' | 'hops'>;

/** @param visited Profiles on the way here, this one included. */
function throughRole(
  profiles: readonly Profile[],
  environment: Environment,
  name: string,
  visited: readonly string[],
): Found<Way> {
  const settings = profiles.find((one) => one.name === name)?.settings ?? {};
  const { source_profile: source, credential_source: provider } = settings;
  if (source !== undefined && provider !== undefined)
    return fault(
      'InvalidConfigError',
      `The profile "${name}" contains both source_profile and credential_source.`,
    );
  const before =
    source !== undefined
      ? sourceProfile(profiles, environment, name, source, visited)
      : provider !== undefined
        ? sourceProvider(environment, name, provider)
        : partial('assume-role', 'source_profile or credential_source');
  if (!before.ok) return before;
  const { base, hops } = before.value;
  return ok({ base, hops: [...hops, hopOf(name, settings)] });
}

function hopOf(profile: string, settings: Settings): Hop {
  const duration = settings['duration_seconds'] ?? '';
  return {
    profile,
    roleArn: settings['role_arn'] ?? '',
    sessionName: settings['role_session_name'] ?? null,
    externalId: settings['external_id'] ?? null,
    mfaSerial: settings['mfa_serial'] ?? null,
    // The CLI passes over what is no whole number.
    duration: /^\s*[+-]?\d+\s*$/.test(duration) ? Number(duration) : null,
  };
}

function sourceProfile(
  profiles: readonly Profile[],
  environment: Environment,
  parent: string,
  name: string,
  visited: readonly string[],
): Found<Way> {
  const source = profiles.find((one) => one.name === name);
  if (!source)
    return fault(
      'InvalidConfigError',
      `The source_profile "${name}" referenced in the profile "${parent}" does not exist.`,
    );
  const { settings } = source;
  const hasKeys =
    settings['aws_access_key_id'] !== undefined || settings['aws_secret_access_key'] !== undefined;
  // A profile may be its own source, if it has keys to begin with.
  if (visited.includes(name) && (name !== parent || !hasKeys))
    return fault(
      'InfiniteLoopConfigError',
      `Infinite loop in credential configuration detected. Attempting to load from profile ${name} which has already been visited. Visited profiles: [${visited.map((one) => `'${one}'`).join(', ')}]`,
    );
  // Keys of a source come before its role.
  if (!hasKeys && settings['role_arn'] !== undefined)
    return throughRole(profiles, environment, name, [...visited, name]);
  const keys = staticKeys(settings);
  if (!keys.ok) return keys;
  return keys.value
    ? ok({ base: keys.value, hops: [] })
    : fault('InvalidConfigError', `The source profile "${name}" must have credentials.`);
}

/** What a machine in AWS would ask its surroundings for. Of those, only the environment is there. */
const PROVIDERS = ['Environment', 'Ec2InstanceMetadata', 'EcsContainer'];

function sourceProvider(environment: Environment, parent: string, provider: string): Found<Way> {
  if (!PROVIDERS.includes(provider))
    return fault(
      'InvalidConfigError',
      `The credential source "${provider}" referenced in the profile "${parent}" is not valid.`,
    );
  const found = provider === 'Environment' ? environmentKeys(environment) : ok(null);
  if (!found.ok) return found;
  return found.value
    ? ok({ base: found.value, hops: [] })
    : fault(
        'CredentialRetrievalError',
        `Error when retrieving credentials from ${provider}: No credentials found in credential_source referenced in profile ${parent}`,
      );
}

/** Null: there are none. A secret without an id counts as none, as in the CLI. */
function environmentKeys(environment: Environment): Found<CredentialValues | null> {
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
  const secret = environment['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId) return ok(null);
  if (!secret) return partial('env', 'AWS_SECRET_ACCESS_KEY');
  return ok(valuesOf(accessKeyId, secret, environment['AWS_SESSION_TOKEN']));
}

function staticKeys(settings: Settings): Found<CredentialValues | null> {
  const { aws_access_key_id: accessKeyId, aws_secret_access_key: secret } = settings;
  if (accessKeyId === undefined) return ok(null);
  if (secret === undefined) return partial('shared-credentials-file', 'aws_secret_access_key');
  return ok(valuesOf(accessKeyId, secret, settings['aws_session_token']));
}

const valuesOf = (
  accessKeyId: string,
  secretAccessKey: string,
  sessionToken: string | undefined,
): CredentialValues => ({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) });

const partial = (provider: string, missing: string): Found<never> =>
  fault('PartialCredentialsError', `Partial credentials found in ${provider}, missing: ${missing}`);

const fault = (name: ProfileFault['name'], message: string): Found<never> => err({ name, message });
