// secretsmanager:UntagResource: takes tags away from a secret.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { removingTags, withoutTags } from '../iam/tags.ts';
import { SECRET_ID, secretIdError } from './parameters.ts';
import { askingOf, secretDenial, secretPatch, usableSecret } from './secret.ts';

/**
 * Keys that the secret does not have are no error.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html
 */
export const UntagResource = operation({
  name: 'secretsmanager:UntagResource',
  readOnly: false,
  cli: 'secretsmanager untag-resource',
  parameters: {
    SecretId: SECRET_ID,
    TagKeys: { type: 'textList', event: 'tagKeys', required: true, item: { min: 1, max: 128 } },
  },
  validate: secretIdError,
  authorization: (world, caller, { SecretId, TagKeys }, env) => [
    {
      ...askingOf(world, caller, env, 'secretsmanager:UntagResource', SecretId),
      ...removingTags(TagKeys),
    },
  ],
  denial: secretDenial,
  perform: (scene, { SecretId, TagKeys }) => {
    const found = usableSecret(scene, SecretId);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.secret.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: [secretPatch(found.value, { tags })] });
  },
});
