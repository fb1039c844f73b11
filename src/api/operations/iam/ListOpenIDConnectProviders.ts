// iam:ListOpenIDConnectProviders: the ARNs of the OIDC providers of the account.
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { oidcProviderArn } from './oidc-provider.ts';

/**
 * The list is not cut: there are a hundred at most.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html
 */
export const ListOpenIDConnectProviders = operation({
  name: 'iam:ListOpenIDConnectProviders',
  readOnly: true,
  cli: 'iam list-open-id-connect-providers',
  parameters: {},
  authorization: () => [{ action: 'iam:ListOpenIDConnectProviders', resource: '*' }],
  perform: (scene) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const OpenIDConnectProviderList = sortedValues(account.value.oidcProviders).map(({ url }) => ({
      Arn: oidcProviderArn(account.value.id, url),
    }));
    return ok({ output: { OpenIDConnectProviderList }, changes: [] });
  },
});
