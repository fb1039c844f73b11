// secretsmanager:RestoreSecret: brings a secret back that was marked for deletion.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { SECRET_ID, secretIdError } from './parameters.ts';
import { askingOf, existingSecret, secretDenial, secretPatch, shownName } from './secret.ts';

/**
 * One that was not marked stays as it is.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RestoreSecret.html
 */
export const RestoreSecret = operation({
  name: 'secretsmanager:RestoreSecret',
  readOnly: false,
  cli: 'secretsmanager restore-secret',
  parameters: { SecretId: SECRET_ID },
  validate: secretIdError,
  authorization: (world, caller, { SecretId }, env) => [
    askingOf(world, caller, env, 'secretsmanager:RestoreSecret', SecretId),
  ],
  denial: secretDenial,
  perform: (scene, { SecretId }) => {
    const found = existingSecret(scene, SecretId);
    if (!found.ok) return found;
    return ok({
      output: shownName(found.value),
      changes: [secretPatch(found.value, { deletion: null })],
    });
  },
});
