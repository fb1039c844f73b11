// iam:DeleteOpenIDConnectProvider: removes an OIDC provider.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { oidcOfArn, OIDC_PROVIDER_ARN, oidcArnError } from './oidc-provider.ts';

/**
 * Trust policies that name it stay as they are, and let nobody in any more. To delete what is not there is no error:
 * so the API reference says, although its model has `NoSuchEntity`.
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
    const account = accountOf(scene);
    if (!account.ok) return account;
    const provider = oidcOfArn(account.value, arn);
    if (!provider) return ok({ output: {}, changes: [] });
    return ok({
      output: {},
      changes: [
        {
          kind: 'entitySet',
          account: account.value.id,
          table: 'oidcProviders',
          name: provider.url,
          value: null,
        },
      ],
    });
  },
});
