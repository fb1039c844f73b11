// iam:ListSAMLProviders: the SAML providers of the account.
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { samlProviderArn } from './saml-provider.ts';

/**
 * The list is not cut: there are a hundred at most.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html
 */
export const ListSAMLProviders = operation({
  name: 'iam:ListSAMLProviders',
  readOnly: true,
  cli: 'iam list-saml-providers',
  parameters: {},
  authorization: () => [{ action: 'iam:ListSAMLProviders', resource: '*' }],
  perform: (scene) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const SAMLProviderList = sortedValues(account.value.samlProviders).map((provider) => ({
      Arn: samlProviderArn(account.value.id, provider.name),
      ValidUntil: provider.validUntil,
      CreateDate: provider.created,
    }));
    return ok({ output: { SAMLProviderList }, changes: [] });
  },
});
