// kms:ScheduleKeyDeletion: deletes a key after a time in which that can be taken back.
import { addSeconds } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { keyPatched } from './changes.ts';
import { existingKeyItself, pendingError } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

const DAY = 86_400;
const LONGEST = 30;

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html */
export const ScheduleKeyDeletion = operation({
  name: 'kms:ScheduleKeyDeletion',
  readOnly: false,
  cli: 'kms schedule-key-deletion',
  parameters: {
    KeyId: KEY_ID,
    PendingWindowInDays: {
      type: 'integer',
      event: 'pendingWindowInDays',
      required: false,
      least: 7,
      most: LONGEST,
    },
  },
  authorization: (world, caller, { KeyId, PendingWindowInDays = LONGEST }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:ScheduleKeyDeletion', {
      'kms:ScheduleKeyDeletionPendingWindowInDays': String(PendingWindowInDays),
    }),
  perform: (scene, { KeyId, PendingWindowInDays = LONGEST }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const pending = pendingError(found.value);
    if (pending) return err(pending);
    const deletion = addSeconds(scene.env.now, PendingWindowInDays * DAY);
    return ok({
      output: {
        KeyId: found.value.arn,
        DeletionDate: deletion,
        KeyState: 'PendingDeletion',
        PendingWindowInDays,
      },
      changes: [keyPatched(found.value, { state: 'PendingDeletion', deletion })],
    });
  },
});
