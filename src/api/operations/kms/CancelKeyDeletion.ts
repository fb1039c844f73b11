// kms:CancelKeyDeletion: keeps a key that was to be deleted; it is disabled then.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { keyPatched } from './changes.ts';
import { existingKeyItself } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html */
export const CancelKeyDeletion = operation({
  name: 'kms:CancelKeyDeletion',
  readOnly: false,
  cli: 'kms cancel-key-deletion',
  parameters: { KeyId: KEY_ID },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:CancelKeyDeletion'),
  perform: (scene, { KeyId }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const { key, arn } = found.value;
    if (key.state !== 'PendingDeletion')
      return err(awsError('KMSInvalidStateException', `${arn} is not pending deletion.`));
    return ok({
      output: { KeyId: arn },
      changes: [keyPatched(found.value, { state: 'Disabled', deletion: null })],
    });
  },
});
