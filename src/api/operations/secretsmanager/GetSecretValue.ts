// secretsmanager:GetSecretValue: the value of a version of a secret.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { decryptionError, TO_DECRYPT } from './encryption.ts';
import { SECRET_ID, secretIdError, VERSION_ID, VERSION_STAGE } from './parameters.ts';
import {
  askingOf,
  foreignKeyError,
  keyRequestsFor,
  sealedOf,
  secretDenial,
  shownName,
  usableSecret,
} from './secret.ts';
import { CURRENT, shownValue, versionOf } from './versions.ts';

/**
 * Without a version and a label in the call it is AWSCURRENT that policies are told.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export const GetSecretValue = operation({
  name: 'secretsmanager:GetSecretValue',
  readOnly: true,
  cli: 'secretsmanager get-secret-value',
  parameters: { SecretId: SECRET_ID, VersionId: VERSION_ID, VersionStage: VERSION_STAGE },
  validate: secretIdError,
  authorization: (world, caller, { SecretId, VersionId, VersionStage }, env) => {
    const stage = VersionStage ?? (VersionId === undefined ? CURRENT : undefined);
    return [
      askingOf(world, caller, env, 'secretsmanager:GetSecretValue', SecretId, {
        ...(VersionId !== undefined && { 'secretsmanager:VersionId': VersionId }),
        ...(stage !== undefined && { 'secretsmanager:VersionStage': stage }),
      }),
      ...keyRequestsFor(world, caller, env, SecretId, TO_DECRYPT),
    ];
  },
  denial: secretDenial,
  perform: (scene, { SecretId, VersionId, VersionStage }) => {
    const found = usableSecret(scene, SecretId);
    if (!found.ok) return found;
    const version = versionOf(found.value.secret, VersionId, VersionStage);
    if (!version.ok) return version;
    const refused =
      foreignKeyError(scene, found.value) ??
      decryptionError(scene.world, sealedOf(found.value), scene.env.now);
    if (refused) return err(refused);
    const { id, stages, created } = version.value;
    return ok({
      output: {
        ...shownName(found.value),
        VersionId: id,
        ...shownValue(version.value),
        ...(stages.length > 0 && { VersionStages: stages }),
        CreatedDate: created,
      },
      changes: [],
    });
  },
});
