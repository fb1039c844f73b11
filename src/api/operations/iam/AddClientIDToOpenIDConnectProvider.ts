// iam:AddClientIDToOpenIDConnectProvider: lets tokens for one more audience in.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { CLIENT_ID, clientIdsError, existingOidc, OIDC_PROVIDER_ARN, oidcArnError } from './oidc-provider.ts';
import { oidcChanges } from './provider-changes.ts';

/**
 * To add what is there already is no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html
 */
export const AddClientIDToOpenIDConnectProvider = operation({
  name: 'iam:AddClientIDToOpenIDConnectProvider',
  readOnly: false,
  cli: 'iam add-client-id-to-open-id-connect-provider',
  parameters: { OpenIDConnectProviderArn: OIDC_PROVIDER_ARN, ClientID: CLIENT_ID },
  validate: oidcArnError,
  authorization: (_world, _caller, { OpenIDConnectProviderArn: resource }) => [
    { action: 'iam:AddClientIDToOpenIDConnectProvider', resource },
  ],
  perform: (scene, { OpenIDConnectProviderArn, ClientID }) => {
    const found = existingOidc(scene, OpenIDConnectProviderArn);
    if (!found.ok) return found;
    const clientIds = [...new Set([...found.value.provider.clientIds, ClientID])];
    const tooMany = clientIdsError(clientIds);
    return tooMany ? err(tooMany) : ok({ output: {}, changes: oidcChanges(found.value, { clientIds }) });
  },
});
