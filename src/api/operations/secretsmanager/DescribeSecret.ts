// secretsmanager:DescribeSecret: everything about a secret but its value.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { SECRET_ID, secretIdError } from './parameters.ts';
import { askingOf, existingSecret, secretDenial } from './secret.ts';
import { shownSecret, stagesByVersion } from './shapes.ts';

/**
 * A secret that is marked for deletion can still be described.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export const DescribeSecret = operation({
  name: 'secretsmanager:DescribeSecret',
  readOnly: true,
  cli: 'secretsmanager describe-secret',
  parameters: { SecretId: SECRET_ID },
  validate: secretIdError,
  authorization: (world, caller, { SecretId }, env) => [
    askingOf(world, caller, env, 'secretsmanager:DescribeSecret', SecretId),
  ],
  denial: secretDenial,
  perform: (scene, { SecretId }) => {
    const found = existingSecret(scene, SecretId);
    if (!found.ok) return found;
    const { account, secret } = found.value;
    const stages = stagesByVersion(secret);
    return ok({
      output: {
        ...shownSecret(account.id, secret),
        ...(stages && { VersionIdsToStages: stages }),
      },
      changes: [],
    });
  },
});
