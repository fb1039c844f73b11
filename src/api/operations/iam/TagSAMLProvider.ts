// iam:TagSAMLProvider: adds tags to a SAML provider, or gives those it has other values.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingSaml, SAML_PROVIDER_ARN, samlArnError } from './saml-provider.ts';
import { TAGS } from './parameters.ts';
import { samlChanges } from './provider-changes.ts';
import { withProviderTags } from './provider-tags.ts';
import { settingTags } from './tags.ts';

/**
 * Here the letter case of keys counts.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagSAMLProvider.html
 */
export const TagSAMLProvider = operation({
  name: 'iam:TagSAMLProvider',
  readOnly: false,
  cli: 'iam tag-saml-provider',
  parameters: { SAMLProviderArn: SAML_PROVIDER_ARN, Tags: TAGS },
  validate: samlArnError,
  authorization: (_world, _caller, { SAMLProviderArn: resource, Tags }) => [
    { action: 'iam:TagSAMLProvider', resource, ...settingTags(Tags) },
  ],
  perform: (scene, { SAMLProviderArn, Tags }) => {
    const found = existingSaml(scene, SAMLProviderArn);
    if (!found.ok) return found;
    const tags = withProviderTags(found.value.provider.tags, Tags);
    return tags.ok ? ok({ output: {}, changes: samlChanges(found.value, { tags: tags.value }) }) : tags;
  },
});
