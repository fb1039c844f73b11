// iam:CreateSAMLProvider: a new identity provider that speaks SAML 2.0, known by its metadata.
import { find, sizeOf } from '../../../account/table.ts';
import type { SamlProvider } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import type { Tag } from '../../parameters.ts';
import { accountOf } from './entities.ts';
import { optional, TAGS } from './parameters.ts';
import { withProviderTags } from './provider-tags.ts';
import {
  ADD_PRIVATE_KEY,
  ENCRYPTION_MODE,
  metadataOf,
  privateKeysOf,
  SAML_METADATA,
  samlProviderArn,
} from './saml-provider.ts';
import { settingTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_SAML_PROVIDERS = 100;

/**
 * Tags need a permission of their own.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
 */
export const CreateSAMLProvider = operation({
  name: 'iam:CreateSAMLProvider',
  readOnly: false,
  cli: 'iam create-saml-provider',
  parameters: {
    SAMLMetadataDocument: SAML_METADATA,
    Name: {
      type: 'text',
      event: 'name',
      required: true,
      min: 1,
      max: 128,
      pattern: '[\\w._-]+',
      except: '__proto__',
    },
    Tags: optional(TAGS),
    AssertionEncryptionMode: ENCRYPTION_MODE,
    AddPrivateKey: ADD_PRIVATE_KEY,
  },
  authorization: (_world, caller, { Name, Tags }) => {
    const resource = samlProviderArn(caller.account, Name);
    const tags = settingTags(Tags);
    return [
      { action: 'iam:CreateSAMLProvider', resource, ...tags },
      ...(Tags?.length ? [{ action: 'iam:TagSAMLProvider', resource, ...tags } as const] : []),
    ];
  },
  perform: (scene, input) => {
    const { Name, Tags = [] } = input;
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, samlProviders } = account.value;
    if (find(samlProviders, Name))
      return err(awsError('EntityAlreadyExists', `Provider with name ${Name} already exists.`));
    const metadata = metadataOf(input.SAMLMetadataDocument, scene.env);
    if (!metadata.ok) return metadata;
    const privateKeys = privateKeysOf([], input, scene.env);
    if (!privateKeys.ok) return privateKeys;
    const tags = withProviderTags({}, Tags);
    if (!tags.ok) return tags;
    if (sizeOf(samlProviders) >= MAX_SAML_PROVIDERS)
      return err(
        awsError('LimitExceeded', `Cannot exceed quota for SAMLProvidersPerAccount: ${MAX_SAML_PROVIDERS}`),
      );
    const value: SamlProvider = {
      name: Name,
      id: scene.env.newId(),
      created: scene.env.now,
      ...metadata.value,
      encryption: input.AssertionEncryptionMode === 'Required' ? 'Required' : 'Allowed',
      privateKeys: privateKeys.value,
      tags: tags.value,
    };
    const output: { readonly SAMLProviderArn: Arn; readonly Tags?: readonly Tag[] } = {
      SAMLProviderArn: samlProviderArn(id, Name),
      ...(Tags.length > 0 && { Tags }),
    };
    return ok({
      output,
      changes: [{ kind: 'entitySet', account: id, table: 'samlProviders', name: Name, value }],
    });
  },
});
