// secretsmanager:UpdateSecretVersionStage: moves a staging label from one version of a secret to another.
import type { Secret } from '../../../account/resources.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import type { InputOf } from '../../parameters.ts';
import {
  MOVE_TO_VERSION_ID,
  REMOVE_FROM_VERSION_ID,
  SECRET_ID,
  secretIdError,
  VERSION_STAGE,
} from './parameters.ts';
import { askingOf, secretDenial, secretPatch, shownName, usableSecret } from './secret.ts';
import { CURRENT, movedStage, withoutStage } from './versions.ts';

const PARAMETERS = {
  SecretId: SECRET_ID,
  VersionStage: { ...VERSION_STAGE, required: true },
  RemoveFromVersionId: REMOVE_FROM_VERSION_ID,
  MoveToVersionId: MOVE_TO_VERSION_ID,
} as const;

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html */
export const UpdateSecretVersionStage = operation({
  name: 'secretsmanager:UpdateSecretVersionStage',
  readOnly: false,
  cli: 'secretsmanager update-secret-version-stage',
  parameters: PARAMETERS,
  validate: secretIdError,
  authorization: (world, caller, { SecretId, VersionStage }, env) => [
    askingOf(world, caller, env, 'secretsmanager:UpdateSecretVersionStage', SecretId, {
      'secretsmanager:VersionStage': VersionStage,
    }),
  ],
  denial: secretDenial,
  perform: (scene, input) => {
    const found = usableSecret(scene, input.SecretId);
    if (!found.ok) return found;
    const { versions } = found.value.secret;
    const { VersionStage, MoveToVersionId: to } = input;
    const from = versions.find(({ stages }) => stages.includes(VersionStage))?.id;
    const refused = moveError(found.value.secret, from, input);
    if (refused) return err(refused);
    const moved =
      to === undefined
        ? withoutStage(versions, VersionStage)
        : movedStage(versions, from === to ? undefined : from, to, VersionStage);
    return ok({
      output: shownName(found.value),
      changes: [secretPatch(found.value, { versions: moved, changed: scene.env.now })],
    });
  },
});

function moveError(
  { versions }: Secret,
  from: string | undefined,
  { VersionStage, RemoveFromVersionId, MoveToVersionId }: InputOf<typeof PARAMETERS>,
): AwsError | null {
  const refusal = (message: string) => awsError('InvalidParameterException', message);
  const unknown = [RemoveFromVersionId, MoveToVersionId].find(
    (id) => id !== undefined && !versions.some((version) => version.id === id),
  );
  if (unknown !== undefined)
    return awsError(
      'ResourceNotFoundException',
      `Secrets Manager can't find the specified secret value for VersionId: ${unknown}`,
    );
  if (from !== undefined && from !== MoveToVersionId && RemoveFromVersionId === undefined)
    return refusal(
      `The parameter RemoveFromVersionId can't be empty. Staging label ${VersionStage} is currently attached to version ${from}, so you must explicitly reference that version in RemoveFromVersionId.`,
    );
  if (RemoveFromVersionId !== undefined && RemoveFromVersionId !== from)
    return refusal(
      `Staging label ${VersionStage} is not attached to version ${RemoveFromVersionId}, so it can't be removed from it.`,
    );
  if (VersionStage === CURRENT && MoveToVersionId === undefined)
    return refusal(
      `You can only move staging label ${CURRENT} to a different secret version. It can’t be completely removed.`,
    );
  const target = versions.find(({ id }) => id === MoveToVersionId);
  return target && !target.stages.includes(VersionStage) && target.stages.length >= MOST_STAGES
    ? awsError('LimitExceededException', `A version can have at most ${MOST_STAGES} staging labels.`)
    : null;
}

const MOST_STAGES = 20;
