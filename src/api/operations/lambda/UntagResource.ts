// lambda:UntagResource: takes tags away from a function.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { removingTags, withoutTags } from '../iam/tags.ts';
import { functionChange } from './function.ts';
import { onResource, RESOURCE, taggedFunction } from './function-tags.ts';

/**
 * Keys that the function does not have are no error.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html
 */
export const UntagResource = operation({
  name: 'lambda:UntagResource',
  readOnly: false,
  cli: 'lambda untag-resource',
  parameters: {
    Resource: RESOURCE,
    TagKeys: { type: 'textList', event: 'tagKeys', required: true, item: {} },
  },
  authorization: (_world, caller, { Resource, TagKeys }, env) => [
    { ...onResource('lambda:UntagResource', caller, Resource, env), ...removingTags(TagKeys) },
  ],
  perform: (scene, { Resource, TagKeys }) => {
    const found = taggedFunction(scene, Resource);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.lambda.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: [functionChange(found.value, { tags })] });
  },
});
