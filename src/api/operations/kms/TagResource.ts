// kms:TagResource: sets tags of a key, which policies can ask for.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { keyPatched } from './changes.ts';
import { existingKeyItself, pendingError } from './key.ts';
import { KEY_ID, TAGS } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';
import { kmsTagError, kmsTagQuotaError, settingKmsTags, tagsOf } from './tags.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html */
export const TagResource = operation({
  name: 'kms:TagResource',
  readOnly: false,
  cli: 'kms tag-resource',
  parameters: { KeyId: KEY_ID, Tags: TAGS },
  authorization: (world, caller, { KeyId, Tags }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:TagResource').map((request) => ({
      ...request,
      ...settingKmsTags(Tags),
    })),
  perform: (scene, { KeyId, Tags }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const tags = { ...found.value.key.tags, ...tagsOf(Tags) };
    const refused = pendingError(found.value) ?? kmsTagError(Tags) ?? kmsTagQuotaError(tags);
    if (refused) return err(refused);
    return ok({ output: {}, changes: [keyPatched(found.value, { tags })] });
  },
});
