// secretsmanager:GetResourcePolicy: the text of the policy of a secret, if it has one.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { SECRET_ID, secretIdError } from './parameters.ts';
import { askingOf, secretDenial, shownName, usableSecret } from './secret.ts';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html */
export const GetResourcePolicy = operation({
  name: 'secretsmanager:GetResourcePolicy',
  readOnly: true,
  cli: 'secretsmanager get-resource-policy',
  parameters: { SecretId: SECRET_ID },
  validate: secretIdError,
  authorization: (world, caller, { SecretId }, env) => [
    askingOf(world, caller, env, 'secretsmanager:GetResourcePolicy', SecretId),
  ],
  denial: secretDenial,
  perform: (scene, { SecretId }) => {
    const found = usableSecret(scene, SecretId);
    if (!found.ok) return found;
    const { policy } = found.value.secret;
    return ok({
      output: { ...shownName(found.value), ...(policy !== null && { ResourcePolicy: policy }) },
      changes: [],
    });
  },
});
