// iam:UpdateSAMLProvider: other metadata, encryption or private keys for a SAML provider.
import type { SamlProvider } from '../../../account/world.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { optional } from './parameters.ts';
import { samlChanges } from './provider-changes.ts';
import {
  ADD_PRIVATE_KEY,
  ENCRYPTION_MODE,
  existingSaml,
  metadataOf,
  privateKeysOf,
  REMOVE_PRIVATE_KEY,
  SAML_METADATA,
  SAML_PROVIDER_ARN,
  samlArnError,
} from './saml-provider.ts';

/**
 * What is left out stays.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html
 */
export const UpdateSAMLProvider = operation({
  name: 'iam:UpdateSAMLProvider',
  readOnly: false,
  cli: 'iam update-saml-provider',
  parameters: {
    SAMLMetadataDocument: optional(SAML_METADATA),
    SAMLProviderArn: SAML_PROVIDER_ARN,
    AssertionEncryptionMode: ENCRYPTION_MODE,
    AddPrivateKey: ADD_PRIVATE_KEY,
    RemovePrivateKey: REMOVE_PRIVATE_KEY,
  },
  validate: samlArnError,
  authorization: (_world, _caller, { SAMLProviderArn: resource }) => [
    { action: 'iam:UpdateSAMLProvider', resource },
  ],
  perform: (scene, input) => {
    const { SAMLProviderArn, SAMLMetadataDocument, AssertionEncryptionMode: mode } = input;
    const found = existingSaml(scene, SAMLProviderArn);
    if (!found.ok) return found;
    const { provider } = found.value;
    const metadata =
      SAMLMetadataDocument === undefined ? ok(provider) : metadataOf(SAMLMetadataDocument, scene.env);
    if (!metadata.ok) return metadata;
    const privateKeys = privateKeysOf(provider.privateKeys, input, scene.env);
    if (!privateKeys.ok) return privateKeys;
    const encryption: SamlProvider['encryption'] =
      mode === undefined ? provider.encryption : mode === 'Required' ? 'Required' : 'Allowed';
    const changes = samlChanges(found.value, {
      metadata: metadata.value.metadata,
      validUntil: metadata.value.validUntil,
      encryption,
      privateKeys: privateKeys.value,
    });
    return ok({ output: { SAMLProviderArn }, changes });
  },
});
