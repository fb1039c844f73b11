// iam:UntagOpenIDConnectProvider: takes tags away from an OIDC provider.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingOidc, OIDC_PROVIDER_ARN, oidcArnError } from './oidc-provider.ts';
import { TAG_KEYS } from './parameters.ts';
import { oidcChanges } from './provider-changes.ts';
import { removingTags, withoutTags } from './tags.ts';

/**
 * Keys that it does not have are no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagOpenIDConnectProvider.html
 */
export const UntagOpenIDConnectProvider = operation({
  name: 'iam:UntagOpenIDConnectProvider',
  readOnly: false,
  cli: 'iam untag-open-id-connect-provider',
  parameters: { OpenIDConnectProviderArn: OIDC_PROVIDER_ARN, TagKeys: TAG_KEYS },
  validate: oidcArnError,
  authorization: (_world, _caller, { OpenIDConnectProviderArn: resource, TagKeys }) => [
    { action: 'iam:UntagOpenIDConnectProvider', resource, ...removingTags(TagKeys) },
  ],
  perform: (scene, { OpenIDConnectProviderArn, TagKeys }) => {
    const found = existingOidc(scene, OpenIDConnectProviderArn);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.provider.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: oidcChanges(found.value, { tags }) });
  },
});
