// iam:GetOpenIDConnectProvider: an OIDC provider with its client ids and thumbprints.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingOidc, OIDC_PROVIDER_ARN, oidcArnError } from './oidc-provider.ts';
import { tagList } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html */
export const GetOpenIDConnectProvider = operation({
  name: 'iam:GetOpenIDConnectProvider',
  readOnly: true,
  cli: 'iam get-open-id-connect-provider',
  parameters: { OpenIDConnectProviderArn: OIDC_PROVIDER_ARN },
  validate: oidcArnError,
  authorization: (_world, _caller, { OpenIDConnectProviderArn: resource }) => [
    { action: 'iam:GetOpenIDConnectProvider', resource },
  ],
  perform: (scene, { OpenIDConnectProviderArn }) => {
    const found = existingOidc(scene, OpenIDConnectProviderArn);
    if (!found.ok) return found;
    const { url, clientIds, thumbprints, created, tags } = found.value.provider;
    const output = {
      Url: url,
      ClientIDList: clientIds,
      ThumbprintList: thumbprints,
      CreateDate: created,
      Tags: tagList(tags),
    };
    return ok({ output, changes: [] });
  },
});
