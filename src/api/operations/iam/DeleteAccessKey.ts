// iam:DeleteAccessKey: removes an access key for good.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { ACCESS_KEY_ID, heldKey, keyHolder, keysSet } from './access-keys.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { subjectAuthorization } from './subject.ts';

/**
 * An active key too: only the console insists on switching it off before.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html
 */
export const DeleteAccessKey = operation({
  name: 'iam:DeleteAccessKey',
  readOnly: false,
  cli: 'iam delete-access-key',
  parameters: { UserName: optional(EXISTING_USER_NAME), AccessKeyId: ACCESS_KEY_ID },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:DeleteAccessKey', UserName),
  perform: (scene, { UserName, AccessKeyId }) => {
    const holder = keyHolder(scene, UserName);
    if (!holder.ok) return holder;
    const key = heldKey(holder.value, AccessKeyId);
    if (!key.ok) return key;
    const keys = holder.value.keys.filter((each) => each !== key.value);
    return ok({ output: {}, changes: [keysSet(holder.value, keys)] });
  },
});
