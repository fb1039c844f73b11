// secretsmanager:DeleteSecret: marks a secret for deletion, or deletes it at once.
import { addSeconds } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { SECRET_ID, secretIdError } from './parameters.ts';
import {
  askingOf,
  namedSecret,
  secretDenial,
  secretKey,
  secretMissing,
  secretPatch,
  shownName,
} from './secret.ts';

const DAY = 86_400;

/**
 * Until the window is over the secret can be brought back, and cannot be read. To delete at once what is not there is no
 * error.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
 */
export const DeleteSecret = operation({
  name: 'secretsmanager:DeleteSecret',
  readOnly: false,
  cli: 'secretsmanager delete-secret',
  parameters: {
    SecretId: SECRET_ID,
    RecoveryWindowInDays: { type: 'integer', event: 'recoveryWindowInDays', required: false },
    ForceDeleteWithoutRecovery: {
      type: 'boolean',
      event: 'forceDeleteWithoutRecovery',
      required: false,
    },
  },
  validate: secretIdError,
  authorization: (world, caller, input, env) => {
    const { SecretId, RecoveryWindowInDays: days, ForceDeleteWithoutRecovery: force } = input;
    return [
      askingOf(world, caller, env, 'secretsmanager:DeleteSecret', SecretId, {
        ...(force !== undefined && { 'secretsmanager:ForceDeleteWithoutRecovery': String(force) }),
        ...(days !== undefined && { 'secretsmanager:RecoveryWindowInDays': String(days) }),
      }),
    ];
  },
  denial: secretDenial,
  perform: ({ world, caller, env }, input) => {
    const { SecretId, RecoveryWindowInDays: days, ForceDeleteWithoutRecovery: force = false } = input;
    if (force && days !== undefined)
      return err(
        awsError(
          'InvalidParameterException',
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
        ),
      );
    if (days !== undefined && (days < 7 || days > 30))
      return err(
        awsError(
          'InvalidParameterException',
          'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
        ),
      );
    const { arn, found } = namedSecret(world, caller, env, SecretId);
    if (!found)
      return force
        ? ok({ output: { ARN: arn, Name: SecretId, DeletionDate: env.now }, changes: [] })
        : err(secretMissing());
    if (force)
      return ok({
        output: { ...shownName(found), DeletionDate: env.now },
        changes: [
          {
            kind: 'entitySet',
            account: found.account.id,
            table: 'secrets',
            name: secretKey(found.secret),
            value: null,
          },
        ],
      });
    if (found.secret.deletion !== null)
      return err(
        awsError(
          'InvalidRequestException',
          "You can't perform this operation on the secret because it was already scheduled for deletion.",
        ),
      );
    const deletion = addSeconds(env.now, (days ?? 30) * DAY);
    return ok({
      output: { ...shownName(found), DeletionDate: deletion },
      changes: [secretPatch(found, { deletion })],
    });
  },
});
