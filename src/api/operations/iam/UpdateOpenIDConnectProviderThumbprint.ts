// iam:UpdateOpenIDConnectProviderThumbprint: other thumbprints in the place of all that an OIDC provider has.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import {
  existingOidc,
  OIDC_PROVIDER_ARN,
  oidcArnError,
  THUMBPRINT_LIST,
  thumbprintsOf,
} from './oidc-provider.ts';
import { oidcChanges } from './provider-changes.ts';

/**
 * An empty list has them fetched, as CreateOpenIDConnectProvider does.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html
 */
export const UpdateOpenIDConnectProviderThumbprint = operation({
  name: 'iam:UpdateOpenIDConnectProviderThumbprint',
  readOnly: false,
  cli: 'iam update-open-id-connect-provider-thumbprint',
  parameters: { OpenIDConnectProviderArn: OIDC_PROVIDER_ARN, ThumbprintList: THUMBPRINT_LIST },
  validate: oidcArnError,
  authorization: (_world, _caller, { OpenIDConnectProviderArn: resource }) => [
    { action: 'iam:UpdateOpenIDConnectProviderThumbprint', resource },
  ],
  perform: (scene, { OpenIDConnectProviderArn, ThumbprintList }) => {
    const found = existingOidc(scene, OpenIDConnectProviderArn);
    if (!found.ok) return found;
    const thumbprints = thumbprintsOf(ThumbprintList, found.value.provider.url);
    return thumbprints.ok
      ? ok({ output: {}, changes: oidcChanges(found.value, { thumbprints: thumbprints.value }) })
      : thumbprints;
  },
});
