// iam:RemoveClientIDFromOpenIDConnectProvider: keeps tokens for an audience out.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { CLIENT_ID, existingOidc, OIDC_PROVIDER_ARN, oidcArnError } from './oidc-provider.ts';
import { oidcChanges } from './provider-changes.ts';

/**
 * To remove what is not there is no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveClientIDFromOpenIDConnectProvider.html
 */
export const RemoveClientIDFromOpenIDConnectProvider = operation({
  name: 'iam:RemoveClientIDFromOpenIDConnectProvider',
  readOnly: false,
  cli: 'iam remove-client-id-from-open-id-connect-provider',
  parameters: { OpenIDConnectProviderArn: OIDC_PROVIDER_ARN, ClientID: CLIENT_ID },
  validate: oidcArnError,
  authorization: (_world, _caller, { OpenIDConnectProviderArn: resource }) => [
    { action: 'iam:RemoveClientIDFromOpenIDConnectProvider', resource },
  ],
  perform: (scene, { OpenIDConnectProviderArn, ClientID }) => {
    const found = existingOidc(scene, OpenIDConnectProviderArn);
    if (!found.ok) return found;
    const clientIds = found.value.provider.clientIds.filter((id) => id !== ClientID);
    return ok({ output: {}, changes: oidcChanges(found.value, { clientIds }) });
  },
});
