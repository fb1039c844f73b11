// Rows: identity providers of OpenID Connect.
import { expect } from 'vitest';
import { CREATED, NOW } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import {
  badTags,
  FIFTY,
  github,
  GITHUB,
  HOST,
  IAM,
  NO_OIDC,
  oidcIn,
  SHOP,
  STAFF,
  THUMBPRINT,
  TOO_MANY_TAGS,
  unchanged,
  withProviders,
} from './provider-world.ts';
import { markerAfter } from './marker.ts';

const badOidcArns = <Input extends object>(more: Input) => [
  {
    input: { OpenIDConnectProviderArn: NO_OIDC, ...more },
    code: 'NoSuchEntity',
    message: `OpenIDConnect Provider not found for arn ${NO_OIDC}`,
  },
  {
    input: { OpenIDConnectProviderArn: STAFF, ...more },
    code: 'InvalidInput',
    message: `ARN ${STAFF} is not valid.`,
  },
];

export const OIDC_PROVIDERS = [
  row({
    operation: 'iam:CreateOpenIDConnectProvider',
    world: SHOP,
    works: {
      Url: 'https://id.maple-books.example/shop',
      ClientIDList: ['till', 'till', 'app'],
      ThumbprintList: [THUMBPRINT],
      Tags: [{ Key: 'team', Value: 'sales' }],
    },
    then: (output, world) => {
      expect(output).toEqual({
        OpenIDConnectProviderArn: `${IAM}:oidc-provider/id.maple-books.example/shop`,
        Tags: [{ Key: 'team', Value: 'sales' }],
      });
      expect(oidcIn(world, 'id.maple-books.example/shop')).toEqual({
        url: 'id.maple-books.example/shop',
        created: NOW,
        clientIds: ['till', 'app'],
        thumbprints: [THUMBPRINT],
        tags: { team: 'sales' },
      });
    },
    errors: [
      ...badTags({ Url: 'https://id.maple-books.example' }),
      {
        input: { Url: `https://${HOST}` },
        code: 'EntityAlreadyExists',
        message: `Provider with url https://${HOST} already exists.`,
      },
      ...[
        'id.maple-books.example',
        'http://id.maple-books.example',
        'https://id.maple-books.example:8443',
        'https://id.maple-books.example?tenant=1',
        'https://id.maple-books.example/*',
      ].map((Url) => ({
        input: { Url },
        code: 'InvalidInput',
        message: 'Invalid Open ID Connect Provider URL',
      })),
      {
        input: {
          Url: 'https://id.maple-books.example',
          ThumbprintList: Array.from({ length: 6 }, () => THUMBPRINT),
        },
        code: 'InvalidInput',
        message: 'Thumbprint list must contain fewer than 5 entries.',
      },
      {
        input: { Url: 'https://id.maple-books.example', ThumbprintList: ['z'.repeat(40)] },
        code: 'InvalidInput',
        message: 'Thumbprints must be hexadecimal.',
      },
      {
        input: {
          Url: 'https://id.maple-books.example',
          ClientIDList: Array.from({ length: 101 }, (_, at) => String(at)),
        },
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100',
      },
      {
        input: { Url: 'https://id.maple-books.example' },
        world: withProviders(
          [],
          Array.from({ length: 100 }, (_, at) => ({ ...github, url: `p${at}.example` })),
        ),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100',
      },
    ],
  }),
  row({
    operation: 'iam:CreateOpenIDConnectProvider',
    world: SHOP,
    works: { Url: 'https://id.maple-books.example/' },
    then: (output, world) => {
      expect(output).toEqual({ OpenIDConnectProviderArn: `${IAM}:oidc-provider/id.maple-books.example/` });
      const made = oidcIn(world, 'id.maple-books.example/');
      expect(made).toMatchObject({ clientIds: [], tags: {} });
      expect(made?.thumbprints).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)]);
    },
    errors: [],
  }),
  row({
    operation: 'iam:GetOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB },
    then: (output) =>
      expect(output).toEqual({
        Url: HOST,
        ClientIDList: ['sts.amazonaws.com'],
        ThumbprintList: [THUMBPRINT],
        CreateDate: CREATED,
        Tags: [
          { Key: 'Team', Value: 'all' },
          { Key: 'team', Value: 'sales' },
        ],
      }),
    errors: badOidcArns({}),
  }),
  row({
    operation: 'iam:ListOpenIDConnectProviders',
    world: SHOP,
    works: {},
    then: (output) => expect(output).toEqual({ OpenIDConnectProviderList: [{ Arn: GITHUB }] }),
    errors: [],
  }),
  row({
    operation: 'iam:AddClientIDToOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB, ClientID: 'maple' },
    then: (_, world) => expect(oidcIn(world, HOST)?.clientIds).toEqual(['sts.amazonaws.com', 'maple']),
    errors: [
      ...badOidcArns({ ClientID: 'maple' }),
      {
        input: { OpenIDConnectProviderArn: GITHUB, ClientID: 'maple' },
        world: withProviders(
          [],
          [{ ...github, clientIds: Array.from({ length: 100 }, (_, at) => String(at)) }],
        ),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100',
      },
    ],
  }),
  row({
    operation: 'iam:AddClientIDToOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB, ClientID: 'sts.amazonaws.com' },
    then: unchanged,
    errors: [],
  }),
  row({
    operation: 'iam:RemoveClientIDFromOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB, ClientID: 'sts.amazonaws.com' },
    then: (_, world) => expect(oidcIn(world, HOST)?.clientIds).toEqual([]),
    errors: badOidcArns({ ClientID: 'maple' }),
  }),
  row({
    operation: 'iam:RemoveClientIDFromOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB, ClientID: 'maple' },
    then: unchanged,
    errors: [],
  }),
  row({
    operation: 'iam:UpdateOpenIDConnectProviderThumbprint',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB, ThumbprintList: ['c'.repeat(40), 'd'.repeat(40)] },
    then: (_, world) => expect(oidcIn(world, HOST)?.thumbprints).toEqual(['c'.repeat(40), 'd'.repeat(40)]),
    errors: [
      ...badOidcArns({ ThumbprintList: [THUMBPRINT] }),
      {
        input: { OpenIDConnectProviderArn: GITHUB, ThumbprintList: ['a', 'b'] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '[a, b]' at 'thumbprintList' failed to satisfy constraint: Member must satisfy constraint: [Member must have length greater than or equal to 40]",
      },
      {
        input: { OpenIDConnectProviderArn: GITHUB, ThumbprintList: ['-'.repeat(40)] },
        code: 'InvalidInput',
        message: 'Thumbprints must be hexadecimal.',
      },
      {
        input: {
          OpenIDConnectProviderArn: GITHUB,
          ThumbprintList: Array.from({ length: 6 }, () => THUMBPRINT),
        },
        code: 'InvalidInput',
        message: 'Thumbprint list must contain fewer than 5 entries.',
      },
    ],
  }),
  row({
    operation: 'iam:DeleteOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB },
    then: (_, world) => expect(oidcIn(world, HOST)).toBeUndefined(),
    errors: badOidcArns({}).filter(({ code }) => code !== 'NoSuchEntity'),
  }),
  row({
    operation: 'iam:DeleteOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: NO_OIDC },
    then: unchanged,
    errors: [],
  }),
  row({
    operation: 'iam:TagOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB, Tags: [{ Key: 'team', Value: 'shop' }] },
    then: (_, world) => expect(oidcIn(world, HOST)?.tags).toEqual({ team: 'shop', Team: 'all' }),
    errors: [
      ...badOidcArns({ Tags: [] }),
      ...badTags({ OpenIDConnectProviderArn: GITHUB }),
      {
        input: { OpenIDConnectProviderArn: GITHUB, Tags: FIFTY },
        code: 'LimitExceeded',
        message: TOO_MANY_TAGS,
      },
    ],
  }),
  row({
    operation: 'iam:UntagOpenIDConnectProvider',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB, TagKeys: ['Team', 'never'] },
    then: (_, world) => expect(oidcIn(world, HOST)?.tags).toEqual({ team: 'sales' }),
    errors: badOidcArns({ TagKeys: ['team'] }),
  }),
  row({
    operation: 'iam:ListOpenIDConnectProviderTags',
    world: SHOP,
    works: { OpenIDConnectProviderArn: GITHUB, Marker: markerAfter('size') },
    then: (output) => expect(output).toEqual({ Tags: [{ Key: 'team', Value: 'sales' }], IsTruncated: false }),
    errors: badOidcArns({}),
  }),
] as const;
