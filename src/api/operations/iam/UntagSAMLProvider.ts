// iam:UntagSAMLProvider: takes tags away from a SAML provider.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingSaml, SAML_PROVIDER_ARN, samlArnError } from './saml-provider.ts';
import { TAG_KEYS } from './parameters.ts';
import { samlChanges } from './provider-changes.ts';
import { removingTags, withoutTags } from './tags.ts';

/**
 * Keys that it does not have are no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagSAMLProvider.html
 */
export const UntagSAMLProvider = operation({
  name: 'iam:UntagSAMLProvider',
  readOnly: false,
  cli: 'iam untag-saml-provider',
  parameters: { SAMLProviderArn: SAML_PROVIDER_ARN, TagKeys: TAG_KEYS },
  validate: samlArnError,
  authorization: (_world, _caller, { SAMLProviderArn: resource, TagKeys }) => [
    { action: 'iam:UntagSAMLProvider', resource, ...removingTags(TagKeys) },
  ],
  perform: (scene, { SAMLProviderArn, TagKeys }) => {
    const found = existingSaml(scene, SAMLProviderArn);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.provider.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: samlChanges(found.value, { tags }) });
  },
});
