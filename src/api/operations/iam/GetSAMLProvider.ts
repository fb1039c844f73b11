// iam:GetSAMLProvider: a SAML provider with its metadata, tags and the ids of its private keys.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingSaml, SAML_PROVIDER_ARN, samlArnError } from './saml-provider.ts';
import { tagList } from './tags.ts';

/** As the address that users of the provider sign in at has it. */
const shownId = (uuid: string): string => `SAMLSP${uuid.replaceAll('-', '').slice(0, 16).toUpperCase()}`;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html */
export const GetSAMLProvider = operation({
  name: 'iam:GetSAMLProvider',
  readOnly: true,
  cli: 'iam get-saml-provider',
  parameters: { SAMLProviderArn: SAML_PROVIDER_ARN },
  validate: samlArnError,
  authorization: (_world, _caller, { SAMLProviderArn: resource }) => [
    { action: 'iam:GetSAMLProvider', resource },
  ],
  perform: (scene, { SAMLProviderArn }) => {
    const found = existingSaml(scene, SAMLProviderArn);
    if (!found.ok) return found;
    const { provider } = found.value;
    const output = {
      SAMLProviderUUID: shownId(provider.id),
      SAMLMetadataDocument: provider.metadata,
      CreateDate: provider.created,
      ValidUntil: provider.validUntil,
      Tags: tagList(provider.tags),
      AssertionEncryptionMode: provider.encryption ?? 'Allowed',
      PrivateKeyList: provider.privateKeys.map(({ id, added }) => ({ KeyId: id, Timestamp: added })),
    };
    return ok({ output, changes: [] });
  },
});
