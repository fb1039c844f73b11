// lambda:ListTags: the tags of a function.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { onResource, RESOURCE, taggedFunction } from './function-tags.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html */
export const ListTags = operation({
  name: 'lambda:ListTags',
  readOnly: true,
  cli: 'lambda list-tags',
  parameters: { Resource: RESOURCE },
  authorization: (_world, caller, { Resource }, env) => [
    onResource('lambda:ListTags', caller, Resource, env),
  ],
  perform: (scene, { Resource }) => {
    const found = taggedFunction(scene, Resource);
    return found.ok ? ok({ output: { Tags: found.value.lambda.tags }, changes: [] }) : found;
  },
});
