// secretsmanager:DeleteResourcePolicy: removes the policy of a secret, if it has one.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { SECRET_ID, secretIdError } from './parameters.ts';
import { askingOf, secretDenial, secretPatch, shownName, usableSecret } from './secret.ts';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteResourcePolicy.html */
export const DeleteResourcePolicy = operation({
  name: 'secretsmanager:DeleteResourcePolicy',
  readOnly: false,
  cli: 'secretsmanager delete-resource-policy',
  parameters: { SecretId: SECRET_ID },
  validate: secretIdError,
  authorization: (world, caller, { SecretId }, env) => [
    askingOf(world, caller, env, 'secretsmanager:DeleteResourcePolicy', SecretId),
  ],
  denial: secretDenial,
  perform: (scene, { SecretId }) => {
    const found = usableSecret(scene, SecretId);
    if (!found.ok) return found;
    return ok({
      output: shownName(found.value),
      changes: [secretPatch(found.value, { policy: null })],
    });
  },
});
