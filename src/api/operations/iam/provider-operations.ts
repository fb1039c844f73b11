// The operations of IAM on identity providers, those of SAML and those of OpenID Connect.
import { AddClientIDToOpenIDConnectProvider } from './AddClientIDToOpenIDConnectProvider.ts';
import { CreateOpenIDConnectProvider } from './CreateOpenIDConnectProvider.ts';
import { CreateSAMLProvider } from './CreateSAMLProvider.ts';
import { DeleteOpenIDConnectProvider } from './DeleteOpenIDConnectProvider.ts';
import { DeleteSAMLProvider } from './DeleteSAMLProvider.ts';
import { GetOpenIDConnectProvider } from './GetOpenIDConnectProvider.ts';
import { GetSAMLProvider } from './GetSAMLProvider.ts';
import { ListOpenIDConnectProviderTags } from './ListOpenIDConnectProviderTags.ts';
import { ListOpenIDConnectProviders } from './ListOpenIDConnectProviders.ts';
import { ListSAMLProviderTags } from './ListSAMLProviderTags.ts';
import { ListSAMLProviders } from './ListSAMLProviders.ts';
import { RemoveClientIDFromOpenIDConnectProvider } from './RemoveClientIDFromOpenIDConnectProvider.ts';
import { TagOpenIDConnectProvider } from './TagOpenIDConnectProvider.ts';
import { TagSAMLProvider } from './TagSAMLProvider.ts';
import { UntagOpenIDConnectProvider } from './UntagOpenIDConnectProvider.ts';
import { UntagSAMLProvider } from './UntagSAMLProvider.ts';
import { UpdateOpenIDConnectProviderThumbprint } from './UpdateOpenIDConnectProviderThumbprint.ts';
import { UpdateSAMLProvider } from './UpdateSAMLProvider.ts';

export const PROVIDER_OPERATIONS = {
  'iam:CreateSAMLProvider': CreateSAMLProvider,
  'iam:GetSAMLProvider': GetSAMLProvider,
  'iam:ListSAMLProviders': ListSAMLProviders,
  'iam:UpdateSAMLProvider': UpdateSAMLProvider,
  'iam:DeleteSAMLProvider': DeleteSAMLProvider,
  'iam:TagSAMLProvider': TagSAMLProvider,
  'iam:UntagSAMLProvider': UntagSAMLProvider,
  'iam:ListSAMLProviderTags': ListSAMLProviderTags,
  'iam:CreateOpenIDConnectProvider': CreateOpenIDConnectProvider,
  'iam:GetOpenIDConnectProvider': GetOpenIDConnectProvider,
  'iam:ListOpenIDConnectProviders': ListOpenIDConnectProviders,
  'iam:AddClientIDToOpenIDConnectProvider': AddClientIDToOpenIDConnectProvider,
  'iam:RemoveClientIDFromOpenIDConnectProvider': RemoveClientIDFromOpenIDConnectProvider,
  'iam:UpdateOpenIDConnectProviderThumbprint': UpdateOpenIDConnectProviderThumbprint,
  'iam:DeleteOpenIDConnectProvider': DeleteOpenIDConnectProvider,
  'iam:TagOpenIDConnectProvider': TagOpenIDConnectProvider,
  'iam:UntagOpenIDConnectProvider': UntagOpenIDConnectProvider,
  'iam:ListOpenIDConnectProviderTags': ListOpenIDConnectProviderTags,
} as const;
