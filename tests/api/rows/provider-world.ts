// The bookshop with identity providers, and the tags that neither kind of them takes: what rows of both kinds share.
import { expect } from 'vitest';
import { lookup, tableOf } from '../../../src/account/table.ts';
import type { OidcProvider, SamlProvider, World } from '../../../src/account/world.ts';
import { BOOKSHOP, BOOKSHOP_ACCOUNT, byName, CREATED, withBookshop } from '../../fixtures/world.ts';
import { samlMetadata } from '../../fixtures/saml-metadata.ts';

export const IAM = `arn:aws:iam::${BOOKSHOP}` as const;
export const STAFF = `${IAM}:saml-provider/Staff` as const;
export const NO_SAML = `${IAM}:saml-provider/Nobody` as const;
export const HOST = 'token.actions.githubusercontent.com';
export const GITHUB = `${IAM}:oidc-provider/${HOST}` as const;
export const NO_OIDC = `${IAM}:oidc-provider/id.nobody.example` as const;

export const KEY_ID = 'ABCDEFGHIJKLMNOPQRSTUV';
export const OTHER_KEY_ID = 'ZBCDEFGHIJKLMNOPQRSTUV';
export const THUMBPRINT = '6938fd4d98bab03faadb97b34396831e3780aea1';

export const staff: SamlProvider = {
  name: 'Staff',
  id: '0a1b2c3d-4e5f-4000-8000-000000000001',
  created: CREATED,
  validUntil: '2126-08-08T08:00:00Z',
  metadata: samlMetadata(),
  encryption: null,
  privateKeys: [{ id: KEY_ID, added: CREATED }],
  tags: { team: 'sales', Team: 'all' },
};
export const github: OidcProvider = {
  url: HOST,
  created: CREATED,
  clientIds: ['sts.amazonaws.com'],
  thumbprints: [THUMBPRINT],
  tags: { team: 'sales', Team: 'all' },
};

export const withProviders = (saml: readonly SamlProvider[], oidc: readonly OidcProvider[]): World =>
  withBookshop((account) => ({
    ...account,
    samlProviders: byName(...saml),
    oidcProviders: tableOf(Object.fromEntries(oidc.map((one) => [one.url, one]))),
  }));
export const SHOP = withProviders([staff], [github]);

export const shop = (world: World) => world.accounts[BOOKSHOP] ?? BOOKSHOP_ACCOUNT;
export const samlIn = (world: World, name: string) => lookup(shop(world).samlProviders, name);
export const oidcIn = (world: World, url: string) => lookup(shop(world).oidcProviders, url);
export const unchanged = (_output: unknown, world: World): void => expect(world).toBe(SHOP);

export const FIFTY = Array.from({ length: 50 }, (_, at) => ({ Key: `k${at}`, Value: '' }));
const SAME = [
  { Key: 'stage', Value: 'a' },
  { Key: 'stage', Value: 'b' },
];
const DUPLICATE = 'Duplicate tag keys found. Please note that Tag keys are case insensitive.';
export const TOO_MANY_TAGS = 'The number of tags has reached the maximum limit.';

/** Tags that neither kind of provider takes; `Tags` is put into the input that they belong to. */
export const badTags = <Input extends object>(input: Input) => [
  { input: { ...input, Tags: SAME }, code: 'InvalidInput', message: DUPLICATE },
  {
    input: { ...input, Tags: [{ Key: 'AWS:team', Value: '' }] },
    code: 'InvalidInput',
    message: 'Tag keys starting with aws: are reserved.',
  },
];
