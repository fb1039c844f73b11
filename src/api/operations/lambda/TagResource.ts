// lambda:TagResource: adds tags to a function, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { functionChange } from './function.ts';
import { functionTagError, onResource, RESOURCE, taggedFunction, TAGS } from './function-tags.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html */
export const TagResource = operation({
  name: 'lambda:TagResource',
  readOnly: false,
  cli: 'lambda tag-resource',
  parameters: { Resource: RESOURCE, Tags: TAGS },
  authorization: (_world, caller, { Resource, Tags }, env) => [
    { ...onResource('lambda:TagResource', caller, Resource, env), tags: { kind: 'set', tags: Tags } },
  ],
  perform: (scene, { Resource, Tags }) => {
    const found = taggedFunction(scene, Resource);
    if (!found.ok) return found;
    const tags = { ...found.value.lambda.tags, ...Tags };
    const refused = functionTagError(tags);
    return refused ? err(refused) : ok({ output: {}, changes: [functionChange(found.value, { tags })] });
  },
});
