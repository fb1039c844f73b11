// Versions of a secret: which is meant, and how a new one takes the staging labels of those before.
import type { Secret, SecretVersion } from '../../../account/resources.ts';
import { summed } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';

export const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';

interface GivenValue {
  readonly SecretString?: string;
  readonly SecretBinary?: string;
}

type Value = Pick<SecretVersion, 'value' | 'binary'>;

/** The value in a call; null when there is none. */
export function valueOf({ SecretString, SecretBinary }: GivenValue): Value | null {
  if (SecretString !== undefined) return { value: SecretString, binary: false };
  return SecretBinary === undefined ? null : { value: SecretBinary, binary: true };
}

export const valueError = ({ SecretString, SecretBinary }: GivenValue): AwsError | null =>
  SecretString !== undefined && SecretBinary !== undefined
    ? awsError(
        'InvalidParameterException',
        "You can't specify both a binary secret value and a string secret value in the same secret.",
      )
    : null;

/** As answers hold it. */
export const shownValue = ({ value, binary }: Value): GivenValue =>
  binary ? { SecretBinary: value } : { SecretString: value };

/** The version that an id and a staging label mean; without either the one labelled AWSCURRENT. */
export function versionOf(
  { versions }: Secret,
  id: string | undefined,
  stage: string | undefined,
): Result<SecretVersion, AwsError> {
  const missing = (what: string): Result<never, AwsError> =>
    err(
      awsError(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for ${what}`,
      ),
    );
  if (id === undefined) {
    const label = stage ?? CURRENT;
    const found = versions.find(({ stages }) => stages.includes(label));
    return found ? ok(found) : missing(`staging label: ${label}`);
  }
  const found = versions.find((version) => version.id === id);
  if (!found) return missing(`VersionId: ${id}`);
  return stage === undefined || found.stages.includes(stage)
    ? ok(found)
    : err(
        awsError(
          'InvalidRequestException',
          'You provided a VersionStage that is not associated to the provided VersionId.',
        ),
      );
}

/** AWS keeps about as many; those without a label go first. */
const MOST_VERSIONS = 100;

/**
 * The versions with a new one, the newest first. Labels move to it; the version that was current becomes the previous one.
 * Null: the same version is there already. With another value its id is taken.
 */
export function withVersion(
  secret: Secret,
  arn: Arn,
  made: SecretVersion,
): Result<readonly SecretVersion[] | null, AwsError> {
  const same = secret.versions.find(({ id }) => id === made.id);
  if (same)
    return same.value === made.value && same.binary === made.binary
      ? ok(null)
      : err(
          awsError(
            'ResourceExistsException',
            `You can't use ClientRequestToken ${made.id} because that value is already in use for a version of secret ${arn}.`,
          ),
        );
  const moved = made.stages.reduce((all, stage) => withoutStage(all, stage), secret.versions);
  const before = secret.versions.find(({ stages }) => stages.includes(CURRENT));
  const others = before && made.stages.includes(CURRENT) ? labelled(moved, before.id, PREVIOUS) : moved;
  const all = [made, ...others];
  if (all.length <= MOST_VERSIONS) return ok(all);
  const oldest = all.findLastIndex(({ stages }) => stages.length === 0);
  return oldest < 0
    ? err(
        awsError(
          'LimitExceededException',
          `You can't have more than ${MOST_VERSIONS} versions with staging labels.`,
        ),
      )
    : ok(all.toSpliced(oldest, 1));
}

export const withoutStage = (versions: readonly SecretVersion[], stage: string): readonly SecretVersion[] =>
  versions.map((version) =>
    version.stages.includes(stage)
      ? { ...version, stages: version.stages.filter((one) => one !== stage) }
      : version,
  );

/** The label on one version, and on no other. */
export const labelled = (
  versions: readonly SecretVersion[],
  id: string,
  stage: string,
): readonly SecretVersion[] =>
  withoutStage(versions, stage).map((version) =>
    version.id === id ? { ...version, stages: [...version.stages, stage] } : version,
  );

/** A label moved, with what that means for the one on the version before. */
export function movedStage(
  versions: readonly SecretVersion[],
  from: string | undefined,
  to: string,
  stage: string,
): readonly SecretVersion[] {
  const moved = labelled(versions, to, stage);
  return stage === CURRENT && from !== undefined ? labelled(moved, from, PREVIOUS) : moved;
}

/** Characters of all values of an account, so that every world fits into a file. */
const MOST_CHARACTERS = 1_000_000;

const charactersOf = summed<Secret>(({ versions }) =>
  versions.reduce((sum, { value }) => sum + value.length, 0),
);

export function spaceError({ secrets }: Account, value: Value | null): AwsError | null {
  const kept = charactersOf(secrets);
  return kept + (value?.value.length ?? 0) > MOST_CHARACTERS
    ? awsError(
        'SandboxFull',
        'This sandbox keeps 1,000,000 characters in all secrets of an account together, so that the account can still be shared as a file. Delete a secret first.',
      )
    : null;
}

export const newVersion = (
  { now, newId }: Env,
  id: string | undefined,
  value: Value,
  stages: readonly string[],
): SecretVersion => ({ ...value, id: id ?? newId(), stages: [...new Set(stages)], created: now });
