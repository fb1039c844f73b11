// iam:DeleteOpenIDConnectProvider: removes an OIDC provider.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { foundOidc, OIDC_PROVIDER_ARN, oidcArnError } from './oidc-provider.ts';

/**
 * Trust policies that name it stay as they are, and let nobody in any more. The reference says that to delete what is
 * not there is no error; AWS was observed to answer that it cannot be found.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteOpenIDConnectProvider.html
 */
export const DeleteOpenIDConnectProvider = operation({
  name: 'iam:DeleteOpenIDConnectProvider',
  readOnly: false,
  cli: 'iam delete-open-id-connect-provider',
  parameters: { OpenIDConnectProviderArn: OIDC_PROVIDER_ARN },
  validate: oidcArnError,
  authorization: (_world, _caller, { OpenIDConnectProviderArn: resource }) => [
    { action: 'iam:DeleteOpenIDConnectProvider', resource },
  ],
  perform: (scene, { OpenIDConnectProviderArn: arn }) => {
    const found = foundOidc(scene, arn, `OpenId connect Provider ${arn} cannot be found.`);
    if (!found.ok) return found;
    const { account, provider } = found.value;
    return ok({
      output: {},
      changes: [
        {
          kind: 'entitySet',
          account: account.id,
          table: 'oidcProviders',
          name: provider.url,
          value: null,
        },
      ],
    });
  },
});
