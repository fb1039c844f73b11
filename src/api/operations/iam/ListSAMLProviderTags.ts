// iam:ListSAMLProviderTags: the tags of a SAML provider.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingSaml, SAML_PROVIDER_ARN, samlArnError } from './saml-provider.ts';
import { pageAfter } from './paging.ts';
import { PAGING } from './parameters.ts';
import { tagList } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviderTags.html */
export const ListSAMLProviderTags = operation({
  name: 'iam:ListSAMLProviderTags',
  readOnly: true,
  cli: 'iam list-saml-provider-tags',
  parameters: { SAMLProviderArn: SAML_PROVIDER_ARN, ...PAGING },
  validate: samlArnError,
  authorization: (_world, _caller, { SAMLProviderArn: resource }) => [
    { action: 'iam:ListSAMLProviderTags', resource },
  ],
  perform: (scene, { SAMLProviderArn, ...paging }) => {
    const found = existingSaml(scene, SAMLProviderArn);
    if (!found.ok) return found;
    const cut = pageAfter(tagList(found.value.provider.tags), paging, ({ Key }) => Key);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { Tags: items, ...page }, changes: [] });
  },
});
