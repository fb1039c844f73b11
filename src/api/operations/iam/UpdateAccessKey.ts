// iam:UpdateAccessKey: switches an access key on or off.
import type { AccessKey } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { ACCESS_KEY_ID, heldKey, keyHolder, keysSet } from './access-keys.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { subjectAuthorization } from './subject.ts';

/**
 * The service model knows keys that are `Expired`, but nobody can make one so; the words of that refusal are ours.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html
 */
export const UpdateAccessKey = operation({
  name: 'iam:UpdateAccessKey',
  readOnly: false,
  cli: 'iam update-access-key',
  parameters: {
    UserName: optional(EXISTING_USER_NAME),
    AccessKeyId: ACCESS_KEY_ID,
    Status: { type: 'text', event: 'status', required: true, oneOf: ['Active', 'Inactive', 'Expired'] },
  },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:UpdateAccessKey', UserName),
  perform: (scene, { UserName, AccessKeyId, Status }) => {
    const holder = keyHolder(scene, UserName);
    if (!holder.ok) return holder;
    const key = heldKey(holder.value, AccessKeyId);
    if (!key.ok) return key;
    if (Status === 'Expired')
      return err(awsError('InvalidInput', 'The status of an access key cannot be set to Expired.'));
    const status: AccessKey['status'] = Status === 'Active' ? 'Active' : 'Inactive';
    if (status === key.value.status) return ok({ output: {}, changes: [] });
    const keys = holder.value.keys.map((each) =>
      each === key.value ? { ...each, status, changed: scene.env.now } : each,
    );
    return ok({ output: {}, changes: [keysSet(holder.value, keys)] });
  },
});
