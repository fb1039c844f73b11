// kms:ListResourceTags: the tags of a key.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingKeyItself } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { KEY_TAGS, pageOf, PAGING } from './paging.ts';
import { keyItselfRequests } from './requests.ts';
import { kmsTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html */
export const ListResourceTags = operation({
  name: 'kms:ListResourceTags',
  readOnly: true,
  cli: 'kms list-resource-tags',
  parameters: { KeyId: KEY_ID, ...PAGING },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:ListResourceTags'),
  perform: (scene, input) => {
    const found = existingKeyItself(scene, input.KeyId);
    if (!found.ok) return found;
    const page = pageOf(kmsTags(found.value.key.tags), input, KEY_TAGS, ({ TagKey }) => TagKey);
    return page.ok ? ok({ output: { Tags: page.value.items, ...page.value.page }, changes: [] }) : page;
  },
});
