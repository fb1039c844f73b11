// secretsmanager:PutSecretValue: a new version of a secret.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { encryptionError, TO_ENCRYPT } from './encryption.ts';
import { CLIENT_REQUEST_TOKEN, SECRET_ID, secretIdError, VALUE, VERSION_STAGES } from './parameters.ts';
import {
  askingOf,
  foreignKeyError,
  keyRequestsFor,
  sealedOf,
  secretDenial,
  secretPatch,
  shownName,
  usableSecret,
} from './secret.ts';
import { CURRENT, newVersion, spaceError, valueError, valueOf, withVersion } from './versions.ts';

/**
 * It becomes the current one unless other labels are given. The same value under the same token is put once.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export const PutSecretValue = operation({
  name: 'secretsmanager:PutSecretValue',
  readOnly: false,
  cli: 'secretsmanager put-secret-value',
  parameters: {
    SecretId: SECRET_ID,
    ClientRequestToken: CLIENT_REQUEST_TOKEN,
    ...VALUE,
    VersionStages: VERSION_STAGES,
  },
  validate: (input) => secretIdError(input) ?? valueError(input),
  authorization: (world, caller, { SecretId }, env) => [
    askingOf(world, caller, env, 'secretsmanager:PutSecretValue', SecretId),
    ...keyRequestsFor(world, caller, env, SecretId, TO_ENCRYPT),
  ],
  denial: secretDenial,
  perform: (scene, input) => {
    const found = usableSecret(scene, input.SecretId);
    if (!found.ok) return found;
    const given = valueOf(input);
    if (!given)
      return err(
        awsError('InvalidRequestException', 'You must provide either SecretString or SecretBinary.'),
      );
    const { env, world } = scene;
    const refused =
      foreignKeyError(scene, found.value) ??
      encryptionError(world, sealedOf(found.value), env.now) ??
      spaceError(found.value.account, given);
    if (refused) return err(refused);
    const { ClientRequestToken, VersionStages = [CURRENT] } = input;
    const made = newVersion(env, ClientRequestToken, given, VersionStages);
    const versions = withVersion(found.value.secret, found.value.arn, made);
    if (!versions.ok) return versions;
    return ok({
      output: { ...shownName(found.value), VersionId: made.id, VersionStages: made.stages },
      changes: versions.value
        ? [secretPatch(found.value, { versions: versions.value, changed: env.now })]
        : [],
    });
  },
});
