// kms:ListResourceTags: the tags of a key.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingKeyItself } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';
import { kmsTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html */
export const ListResourceTags = operation({
  name: 'kms:ListResourceTags',
  readOnly: true,
  cli: 'kms list-resource-tags',
  parameters: { KeyId: KEY_ID },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:ListResourceTags'),
  perform: (scene, { KeyId }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    return ok({ output: { Tags: kmsTags(found.value.key.tags), Truncated: false }, changes: [] });
  },
});
