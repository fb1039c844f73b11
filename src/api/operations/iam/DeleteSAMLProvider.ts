// iam:DeleteSAMLProvider: removes a SAML provider.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingSaml, SAML_PROVIDER_ARN, samlArnError } from './saml-provider.ts';

/**
 * Trust policies that name it stay as they are, and let nobody in any more.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html
 */
export const DeleteSAMLProvider = operation({
  name: 'iam:DeleteSAMLProvider',
  readOnly: false,
  cli: 'iam delete-saml-provider',
  parameters: { SAMLProviderArn: SAML_PROVIDER_ARN },
  validate: samlArnError,
  authorization: (_world, _caller, { SAMLProviderArn: resource }) => [
    { action: 'iam:DeleteSAMLProvider', resource },
  ],
  perform: (scene, { SAMLProviderArn }) => {
    const found = existingSaml(scene, SAMLProviderArn);
    if (!found.ok) return found;
    const { account, provider } = found.value;
    return ok({
      output: {},
      changes: [
        {
          kind: 'entitySet',
          account: account.id,
          table: 'samlProviders',
          name: provider.name,
          value: null,
        },
      ],
    });
  },
});
