// kms:UntagResource: takes tags away from a key.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { keyPatched } from './changes.ts';
import { existingKeyItself, pendingError } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html */
export const UntagResource = operation({
  name: 'kms:UntagResource',
  readOnly: false,
  cli: 'kms untag-resource',
  parameters: {
    KeyId: KEY_ID,
    TagKeys: { type: 'textList', event: 'tagKeys', required: true, item: { min: 1, max: 128 } },
  },
  authorization: (world, caller, { KeyId, TagKeys }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:UntagResource').map((request) => ({
      ...request,
      tags: { kind: 'remove', keys: TagKeys },
    })),
  perform: (scene, { KeyId, TagKeys }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const pending = pendingError(found.value);
    if (pending) return err(pending);
    const tags = Object.fromEntries(
      Object.entries(found.value.key.tags).filter(([key]) => !TagKeys.includes(key)),
    );
    return ok({ output: {}, changes: [keyPatched(found.value, { tags })] });
  },
});
