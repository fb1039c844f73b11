// Rows: identity providers of SAML, and the trust policies that name identity providers.
import { expect } from 'vitest';
import { lookup } from '../../../src/account/table.ts';
import type { Role } from '../../../src/account/world.ts';
import {
  byName,
  withBookshop,
  caller,
  CREATED,
  NOW,
  policyText,
  userIn,
  withUser,
} from '../../fixtures/world.ts';
import { samlMetadata } from '../../fixtures/saml-metadata.ts';
import { row } from '../row.ts';
import {
  badTags,
  FIFTY,
  GITHUB,
  HOST,
  IAM,
  KEY_ID,
  NO_OIDC,
  NO_SAML,
  OTHER_KEY_ID,
  samlIn,
  SHOP,
  shop,
  staff,
  STAFF,
  TOO_MANY_TAGS,
  unchanged,
  withProviders,
} from './provider-world.ts';
import { markerAfter } from './marker.ts';

const badSamlArns = <Input extends object>(more: Input) => [
  {
    input: { SAMLProviderArn: NO_SAML, ...more },
    code: 'NoSuchEntity',
    message: `Manifest not found for arn ${NO_SAML}`,
  },
  {
    input: { SAMLProviderArn: `${IAM}:saml-provider/staff` as const, ...more },
    code: 'NoSuchEntity',
    message: `Manifest not found for arn ${IAM}:saml-provider/staff`,
  },
  {
    input: { SAMLProviderArn: GITHUB, ...more },
    code: 'InvalidInput',
    message: `ARN ${GITHUB} is not valid.`,
  },
];
const unparsable = <Input extends object>(more: Input) =>
  [
    'x'.repeat(1_000),
    samlMetadata({ role: 'SPSSODescriptor' }),
    samlMetadata({ entityId: null }),
    samlMetadata({ certificate: ' '.repeat(1_000) }),
  ].map((SAMLMetadataDocument) => ({
    input: { ...more, SAMLMetadataDocument },
    code: 'InvalidInput',
    message: 'Could not parse metadata',
  }));
const tooShort = <Input extends object>(more: Input) => ({
  input: { ...more, SAMLMetadataDocument: '<EntityDescriptor/>' },
  code: 'ValidationError',
  message:
    "1 validation error detected: Value at 'sAMLMetadataDocument' failed to satisfy constraint: Member must have length greater than or equal to 1000",
});
const PRIVATE_KEY = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n';
const badKey = <Input extends object>(more: Input) => ({
  input: { ...more, AddPrivateKey: 'letmein' },
  code: 'InvalidInput',
  message: 'Could not parse private key',
});

const SAML = [
  row({
    operation: 'iam:CreateSAMLProvider',
    world: SHOP,
    works: {
      SAMLMetadataDocument: samlMetadata({ validUntil: '2027-05-01T00:00:00Z' }),
      Name: 'Partners',
      Tags: [{ Key: 'team', Value: 'sales' }],
      AssertionEncryptionMode: 'Required',
      AddPrivateKey: PRIVATE_KEY,
    },
    then: (output, world) => {
      expect(output).toEqual({
        SAMLProviderArn: `${IAM}:saml-provider/Partners`,
        Tags: [{ Key: 'team', Value: 'sales' }],
      });
      const made = samlIn(world, 'Partners');
      expect(made).toMatchObject({
        created: NOW,
        validUntil: '2027-05-01T00:00:00Z',
        encryption: 'Required',
        tags: { team: 'sales' },
      });
      expect(made?.privateKeys.map(({ added }) => added)).toEqual([NOW]);
      expect(made?.privateKeys[0]?.id).toMatch(/^[A-Z0-9]{22,64}$/);
    },
    errors: [
      ...unparsable({ Name: 'Partners' }),
      tooShort({ Name: 'Partners' }),
      badKey({ Name: 'Partners', SAMLMetadataDocument: samlMetadata() }),
      ...badTags({ Name: 'Partners', SAMLMetadataDocument: samlMetadata() }),
      {
        input: { Name: 'STAFF', SAMLMetadataDocument: samlMetadata() },
        code: 'EntityAlreadyExists',
        message: 'Provider with name STAFF already exists.',
      },
      {
        input: { Name: 'Partners!', SAMLMetadataDocument: samlMetadata() },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'Partners!' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w._-]+",
      },
      {
        input: { Name: 'Partners', SAMLMetadataDocument: samlMetadata() },
        world: withProviders(
          Array.from({ length: 100 }, (_, at) => ({ ...staff, name: `P${at}` })),
          [],
        ),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for SAMLProvidersPerAccount: 100',
      },
      {
        input: { Name: 'Partners', SAMLMetadataDocument: `${samlMetadata()}${' '.repeat(1_000_000)}` },
        code: 'SandboxFull',
        message:
          'This sandbox keeps 1,000,000 characters of metadata, so that the account can still be shared as a file.',
      },
    ],
  }),
  row({
    operation: 'iam:CreateSAMLProvider',
    world: SHOP,
    works: { SAMLMetadataDocument: samlMetadata(), Name: 'Partners' },
    then: (output, world) => {
      expect(output).toEqual({ SAMLProviderArn: `${IAM}:saml-provider/Partners` });
      expect(samlIn(world, 'Partners')).toMatchObject({
        validUntil: '2126-10-29T10:14:05Z',
        encryption: 'Allowed',
        privateKeys: [],
      });
    },
    errors: [],
  }),
  row({
    operation: 'iam:GetSAMLProvider',
    world: SHOP,
    works: { SAMLProviderArn: STAFF },
    then: (output) =>
      expect(output).toEqual({
        SAMLProviderUUID: 'SAMLSP0A1B2C3D4E5F4000',
        SAMLMetadataDocument: staff.metadata,
        CreateDate: CREATED,
        ValidUntil: staff.validUntil,
        Tags: [
          { Key: 'Team', Value: 'all' },
          { Key: 'team', Value: 'sales' },
        ],
        AssertionEncryptionMode: 'Allowed',
        PrivateKeyList: [{ KeyId: KEY_ID, Timestamp: CREATED }],
      }),
    errors: badSamlArns({}),
  }),
  row({
    operation: 'iam:ListSAMLProviders',
    world: SHOP,
    works: {},
    then: ({ SAMLProviderList }) =>
      expect(SAMLProviderList).toEqual([{ Arn: STAFF, ValidUntil: staff.validUntil, CreateDate: CREATED }]),
    errors: [],
  }),
  row({
    operation: 'iam:UpdateSAMLProvider',
    world: SHOP,
    works: {
      SAMLProviderArn: STAFF,
      SAMLMetadataDocument: samlMetadata({ entityId: 'urn:other', validUntil: '2030-01-01T00:00:00Z' }),
      AssertionEncryptionMode: 'Required',
      AddPrivateKey: PRIVATE_KEY,
      RemovePrivateKey: KEY_ID,
    },
    then: (output, world) => {
      expect(output).toEqual({ SAMLProviderArn: STAFF });
      const after = samlIn(world, 'Staff');
      expect(after).toMatchObject({ encryption: 'Required', validUntil: '2030-01-01T00:00:00Z' });
      expect(after?.metadata).toContain('urn:other');
      expect(after?.privateKeys).toHaveLength(1);
      expect(after?.privateKeys[0]?.id).not.toBe(KEY_ID);
    },
    errors: [
      ...badSamlArns({}),
      ...unparsable({ SAMLProviderArn: STAFF }),
      tooShort({ SAMLProviderArn: STAFF }),
      badKey({ SAMLProviderArn: STAFF }),
      {
        input: { SAMLProviderArn: STAFF, RemovePrivateKey: OTHER_KEY_ID },
        code: 'NoSuchEntity',
        message: `Private key ${OTHER_KEY_ID} cannot be found.`,
      },
      {
        input: { SAMLProviderArn: STAFF, AddPrivateKey: PRIVATE_KEY },
        world: withProviders(
          [{ ...staff, privateKeys: [...staff.privateKeys, { id: OTHER_KEY_ID, added: CREATED }] }],
          [],
        ),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for PrivateKeysPerSAMLProvider: 2',
      },
    ],
  }),
  row({
    operation: 'iam:UpdateSAMLProvider',
    world: SHOP,
    works: { SAMLProviderArn: STAFF },
    then: unchanged,
    errors: [],
  }),
  row({
    operation: 'iam:DeleteSAMLProvider',
    world: SHOP,
    works: { SAMLProviderArn: STAFF },
    then: (_, world) => expect(samlIn(world, 'Staff')).toBeUndefined(),
    errors: badSamlArns({}),
  }),
  row({
    operation: 'iam:TagSAMLProvider',
    world: SHOP,
    works: { SAMLProviderArn: STAFF, Tags: [{ Key: 'TEAM', Value: 'some' }] },
    then: (_, world) =>
      expect(samlIn(world, 'Staff')?.tags).toEqual({ team: 'sales', Team: 'all', TEAM: 'some' }),
    errors: [
      ...badSamlArns({ Tags: [] }),
      ...badTags({ SAMLProviderArn: STAFF }),
      { input: { SAMLProviderArn: STAFF, Tags: FIFTY }, code: 'LimitExceeded', message: TOO_MANY_TAGS },
    ],
  }),
  row({
    operation: 'iam:UntagSAMLProvider',
    world: SHOP,
    works: { SAMLProviderArn: STAFF, TagKeys: ['Team', 'never'] },
    then: (_, world) => expect(samlIn(world, 'Staff')?.tags).toEqual({ team: 'sales' }),
    errors: badSamlArns({ TagKeys: ['team'] }),
  }),
  row({
    operation: 'iam:ListSAMLProviderTags',
    world: SHOP,
    works: { SAMLProviderArn: STAFF, MaxItems: 1 },
    then: (output) =>
      expect(output).toEqual({
        Tags: [{ Key: 'Team', Value: 'all' }],
        IsTruncated: true,
        Marker: markerAfter('Team'),
      }),
    errors: badSamlArns({}),
  }),
] as const;

/** Trust in whom an identity provider sends. */
const trusting = (Federated: string, Condition: object = {}): string =>
  policyText({
    Effect: 'Allow',
    Principal: { Federated },
    Action: Federated.includes('saml') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity',
    Condition,
  });
const CONTROLLED = trusting(GITHUB, { StringLike: { [`${HOST}:sub`]: 'repo:maple/shop:*' } });

const badTrust = [
  [trusting(NO_SAML), `Invalid principal in policy: "FEDERATED":"${NO_SAML}"`],
  [trusting(NO_OIDC), `Invalid principal in policy: "FEDERATED":"${NO_OIDC}"`],
  [trusting(GITHUB), `Missing required condition key for a shared identity provider: ${HOST}:sub`],
  [
    trusting(GITHUB, { StringLike: { [`${HOST}:sub`]: '*' } }),
    `Missing required condition key for a shared identity provider: ${HOST}:sub`,
  ],
].map(([document = '', message = '']) => ({ document, code: 'MalformedPolicyDocument', message }));

/** Who may do nothing but make OIDC providers; tags need more. */
const amira = withUser(
  'amira',
  {
    groups: [],
    inline: {
      Only: policyText({
        Effect: 'Allow',
        Action: 'iam:CreateOpenIDConnectProvider',
        Resource: `${IAM}:oidc-provider/id.maple-books.example`,
      }),
    },
  },
  SHOP,
);

const withRole = withBookshop(
  (account) => ({
    ...account,
    roles: byName<Role>({
      name: 'Deploy',
      path: '/',
      id: 'AROADEPLOYAAAAAAAAAAA',
      created: CREATED,
      description: '',
      trust: CONTROLLED,
      trusted: {},
      maxSessionDuration: 3600,
      boundary: null,
      attached: [],
      inline: {},
      tags: {},
    }),
  }),
  SHOP,
);

const TRUST = [
  row({
    operation: 'iam:UpdateAssumeRolePolicy',
    world: withRole,
    works: { RoleName: 'Deploy', PolicyDocument: CONTROLLED },
    errors: badTrust.map(({ document, ...error }) => ({
      input: { RoleName: 'Deploy', PolicyDocument: document },
      ...error,
    })),
  }),
  row({
    operation: 'iam:CreateOpenIDConnectProvider',
    world: amira,
    caller: caller('amira'),
    works: { Url: 'https://id.maple-books.example' },
    then: (_, world) => expect(userIn(world, 'amira')).toBeDefined(),
    errors: [
      {
        input: { Url: 'https://id.maple-books.example', Tags: [{ Key: 'a', Value: 'b' }] },
        code: 'AccessDenied',
        message: `User: ${IAM}:user/amira is not authorized to perform: iam:TagOpenIDConnectProvider on resource: ${IAM}:oidc-provider/id.maple-books.example because no identity-based policy allows the iam:TagOpenIDConnectProvider action`,
      },
    ],
  }),
  row({
    operation: 'iam:CreateRole',
    world: SHOP,
    works: { RoleName: 'Deploy', AssumeRolePolicyDocument: CONTROLLED },
    then: (_, world) => expect(lookup(shop(world).roles, 'Deploy')?.trust).toBe(CONTROLLED),
    errors: badTrust.map(({ document, ...error }) => ({
      input: { RoleName: 'Deploy', AssumeRolePolicyDocument: document },
      ...error,
    })),
  }),
  row({
    operation: 'iam:CreateRole',
    world: SHOP,
    works: {
      RoleName: 'Desk',
      AssumeRolePolicyDocument: trusting(STAFF, {
        StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      }),
    },
    errors: [],
  }),
  row({
    operation: 'iam:CreateRole',
    world: SHOP,
    // An account that is no part of this world is believed.
    works: {
      RoleName: 'Desk',
      AssumeRolePolicyDocument: trusting('arn:aws:iam::999988887777:saml-provider/Staff'),
    },
    errors: [],
  }),
] as const;

export const PROVIDERS = [...SAML, ...TRUST] as const;
