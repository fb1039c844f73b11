// Rows: the bookshop with keys of KMS, a grant and an alias.
import type { KmsKey, StoredGrant } from '../../../src/account/resources.ts';
import { defaultKeyPolicy } from '../../../src/account/key-policy.ts';
import { EMPTY, lookup, tableOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { BOOKSHOP, caller, CREATED, NEIGHBOUR, withBookshop } from '../../fixtures/world.ts';

export const KEY = '11111111-2222-4333-8444-555555555555';
export const OTHER_KEY = '22222222-2222-4333-8444-555555555555';
export const MAC_KEY = '33333333-2222-4333-8444-555555555555';
export const OFF_KEY = '44444444-2222-4333-8444-555555555555';
export const DYING_KEY = '55555555-2222-4333-8444-555555555555';
/** Its deletion was due before the calls of the tests are made. */
export const DEAD_KEY = '66666666-2222-4333-8444-555555555555';
export const FAR_KEY = '77777777-2222-4333-8444-555555555555';
export const SIGN_KEY = '88888888-2222-4333-8444-555555555555';
export const NO_KEY = '99999999-2222-4333-8444-555555555555';

export const arnOf = (id: string, region = 'us-east-1'): Arn => `arn:aws:kms:${region}:${BOOKSHOP}:key/${id}`;

export const GRANT = 'ab'.repeat(32);
export const NOOR = `arn:aws:iam::${BOOKSHOP}:user/noor`;
export const JONAS = `arn:aws:iam::${BOOKSHOP}:user/jonas`;
export const AMIRA = `arn:aws:iam::${BOOKSHOP}:user/amira`;

/** noor may decrypt; jonas may end that. */
export const grant: StoredGrant = {
  id: GRANT,
  granteePrincipal: NOOR,
  retiringPrincipal: JONAS,
  operations: ['Decrypt'],
  name: 'for-noor',
  created: CREATED,
  issuer: AMIRA,
};

export const kmsKey = (id: string, more: Partial<KmsKey> = {}): KmsKey => ({
  id,
  region: 'us-east-1',
  created: CREATED,
  description: '',
  policy: defaultKeyPolicy(BOOKSHOP),
  state: 'Enabled',
  deletion: null,
  usage: 'ENCRYPT_DECRYPT',
  spec: 'SYMMETRIC_DEFAULT',
  multiRegion: false,
  manager: 'CUSTOMER',
  material: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
  tags: {},
  grants: EMPTY,
  ...more,
});

const KEYS = [
  kmsKey(KEY, { tags: { team: 'books' }, grants: tableOf({ [GRANT]: grant }) }),
  kmsKey(OTHER_KEY, { material: 'ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=' }),
  kmsKey(MAC_KEY, { usage: 'GENERATE_VERIFY_MAC', spec: 'HMAC_256' }),
  kmsKey(OFF_KEY, { state: 'Disabled' }),
  kmsKey(DYING_KEY, { state: 'PendingDeletion', deletion: '2026-12-01T08:00:00Z' }),
  kmsKey(DEAD_KEY, { state: 'PendingDeletion', deletion: '2026-11-01T08:00:00Z' }),
  kmsKey(FAR_KEY, { region: 'eu-central-1' }),
  kmsKey(SIGN_KEY, { usage: 'SIGN_VERIFY', spec: 'ECC_NIST_P256' }),
];

const alias = (name: string, key: string) => ({
  name,
  region: 'us-east-1',
  key,
  created: CREATED,
  updated: CREATED,
});

export const KMS_WORLD: World = withBookshop((account) => ({
  ...account,
  kmsKeys: tableOf(Object.fromEntries(KEYS.map((key) => [key.id, key]))),
  kmsAliases: tableOf({ 'us-east-1/alias/books': alias('alias/books', KEY) }),
}));

/** The world with one of the keys changed. */
export const withKey = (id: string, change: Partial<KmsKey>, world: World = KMS_WORLD): World =>
  withBookshop(
    (account) => ({
      ...account,
      kmsKeys: tableOf({
        ...Object.fromEntries(KEYS.map((key) => [key.id, key])),
        [id]: { ...kmsKey(id), ...lookup(account.kmsKeys, id), ...change },
      }),
    }),
    world,
  );

export const keyIn = (world: World, id: string): KmsKey | undefined => {
  const account = world.accounts[BOOKSHOP];
  return account && lookup(account.kmsKeys, id);
};

/** Of the account next door, which knows no key here. */
export const kim = caller('kim', NEIGHBOUR);

export const missing = (id: string): string => `Key '${arnOf(id)}' does not exist`;

/** What every operation says of identifiers that name no key; most of them take no aliases. */
export const badKeys = <More extends object>(more: More) => [
  { input: { ...more, KeyId: NO_KEY }, code: 'NotFoundException', message: missing(NO_KEY) },
  { input: { ...more, KeyId: DEAD_KEY }, code: 'NotFoundException', message: missing(DEAD_KEY) },
  { input: { ...more, KeyId: FAR_KEY }, code: 'NotFoundException', message: missing(FAR_KEY) },
  {
    input: { ...more, KeyId: arnOf(FAR_KEY, 'eu-central-1') },
    code: 'NotFoundException',
    message: 'Invalid arn eu-central-1',
  },
  { input: { ...more, KeyId: 'books' }, code: 'NotFoundException', message: "Invalid keyId 'books'" },
];

export const noAlias = <More extends object>(more: More) => [
  {
    input: { ...more, KeyId: 'alias/books' },
    code: 'NotFoundException',
    message: "Invalid keyId 'alias/books'",
  },
];

export const badAliases = <More extends object>(more: More) => [
  {
    input: { ...more, KeyId: 'alias/none' },
    code: 'NotFoundException',
    message: 'Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found.',
  },
];

export const disabled = <More extends object>(more: More) => ({
  input: { ...more, KeyId: OFF_KEY },
  code: 'DisabledException',
  message: `${arnOf(OFF_KEY)} is disabled.`,
});

export const pending = <More extends object>(more: More) => ({
  input: { ...more, KeyId: DYING_KEY },
  code: 'KMSInvalidStateException',
  message: `${arnOf(DYING_KEY)} is pending deletion.`,
});

export const dryRun = <More extends object>(more: More) => ({
  input: { ...more, DryRun: true },
  code: 'DryRunOperationException',
  message: 'The request would have succeeded, but the DryRun option is set.',
});
