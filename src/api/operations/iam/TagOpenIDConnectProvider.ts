// iam:TagOpenIDConnectProvider: adds tags to an OIDC provider, or gives those it has other values.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingOidc, OIDC_PROVIDER_ARN, oidcArnError } from './oidc-provider.ts';
import { TAGS } from './parameters.ts';
import { oidcChanges } from './provider-changes.ts';
import { withProviderTags } from './provider-tags.ts';
import { settingTags } from './tags.ts';

/**
 * Here the letter case of keys counts.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagOpenIDConnectProvider.html
 */
export const TagOpenIDConnectProvider = operation({
  name: 'iam:TagOpenIDConnectProvider',
  readOnly: false,
  cli: 'iam tag-open-id-connect-provider',
  parameters: { OpenIDConnectProviderArn: OIDC_PROVIDER_ARN, Tags: TAGS },
  validate: oidcArnError,
  authorization: (_world, _caller, { OpenIDConnectProviderArn: resource, Tags }) => [
    { action: 'iam:TagOpenIDConnectProvider', resource, ...settingTags(Tags) },
  ],
  perform: (scene, { OpenIDConnectProviderArn, Tags }) => {
    const found = existingOidc(scene, OpenIDConnectProviderArn);
    if (!found.ok) return found;
    const tags = withProviderTags(found.value.provider.tags, Tags);
    return tags.ok ? ok({ output: {}, changes: oidcChanges(found.value, { tags: tags.value }) }) : tags;
  },
});
