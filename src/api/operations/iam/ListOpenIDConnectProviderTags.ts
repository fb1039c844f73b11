// iam:ListOpenIDConnectProviderTags: the tags of an OIDC provider.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingOidc, OIDC_PROVIDER_ARN, oidcArnError } from './oidc-provider.ts';
import { pageAfter } from './paging.ts';
import { PAGING } from './parameters.ts';
import { tagList } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviderTags.html */
export const ListOpenIDConnectProviderTags = operation({
  name: 'iam:ListOpenIDConnectProviderTags',
  readOnly: true,
  cli: 'iam list-open-id-connect-provider-tags',
  parameters: { OpenIDConnectProviderArn: OIDC_PROVIDER_ARN, ...PAGING },
  validate: oidcArnError,
  authorization: (_world, _caller, { OpenIDConnectProviderArn: resource }) => [
    { action: 'iam:ListOpenIDConnectProviderTags', resource },
  ],
  perform: (scene, { OpenIDConnectProviderArn, ...paging }) => {
    const found = existingOidc(scene, OpenIDConnectProviderArn);
    if (!found.ok) return found;
    const cut = pageAfter(tagList(found.value.provider.tags), paging, ({ Key }) => Key);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { Tags: items, ...page }, changes: [] });
  },
});
