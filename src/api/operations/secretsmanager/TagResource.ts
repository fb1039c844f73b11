// secretsmanager:TagResource: adds tags to a secret, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { SECRET_ID, secretIdError, TAGS } from './parameters.ts';
import { askingOf, secretDenial, secretPatch, usableSecret } from './secret.ts';
import { tagError } from './tags.ts';

/**
 * AWS refuses tags that would shut the caller itself out by a policy on tags; here they are taken.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html
 */
export const TagResource = operation({
  name: 'secretsmanager:TagResource',
  readOnly: false,
  cli: 'secretsmanager tag-resource',
  parameters: { SecretId: SECRET_ID, Tags: TAGS },
  validate: secretIdError,
  authorization: (world, caller, { SecretId, Tags }, env) => [
    { ...askingOf(world, caller, env, 'secretsmanager:TagResource', SecretId), ...settingTags(Tags) },
  ],
  denial: secretDenial,
  perform: (scene, { SecretId, Tags }) => {
    const found = usableSecret(scene, SecretId);
    if (!found.ok) return found;
    const tags = withTags(found.value.secret.tags, Tags, 'kept');
    const fault = tagError(Tags, tags);
    return fault ? err(fault) : ok({ output: {}, changes: [secretPatch(found.value, { tags })] });
  },
});
