// Tests for names of the command line, against those that the AWS CLI lists.
import { expect, test } from 'vitest';
import { cliName } from './cli-name.ts';

test.each([
  ['CreateUser', 'create-user'],
  ['SetAsDefault', 'set-as-default'],
  ['ListObjectsV2', 'list-objects-v2'],
  ['CreateSAMLProvider', 'create-saml-provider'],
  ['SAMLMetadataDocument', 'saml-metadata-document'],
  ['AddClientIDToOpenIDConnectProvider', 'add-client-id-to-open-id-connect-provider'],
  ['ClientIDList', 'client-id-list'],
  ['OpenIDConnectProviderArn', 'open-id-connect-provider-arn'],
  ['AWSServiceName', 'aws-service-name'],
  ['EnableMFADevice', 'enable-mfa-device'],
])('%s is %s', (name, command) => expect(cliName(name)).toBe(command));
