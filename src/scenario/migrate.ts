// Migrations: how documents of older versions become documents of the newest, one named step at a time.
import { accountCreated, LONG_AGO } from './account-created.ts';
import { SCENARIO_VERSION } from './scenario.ts';

/** A document as it came: an object of JSON of which only the version has been read. */
export type RawDocument = Readonly<Record<string, unknown>>;

/**
 * One step from version `from` to the next. It trusts nothing but that it is given an object: what it does not recognize
 * it leaves as it is, for the schema to refuse, and it never throws. Once released it is never changed.
 */
export interface Migration {
  readonly from: number;
  /** What changed, in a few words, for the reader of this list. */
  readonly name: string;
  readonly up: (document: RawDocument) => RawDocument;
}

/** In order, without a gap, up to the newest version. */
export const MIGRATIONS: readonly Migration[] = [
  {
    from: 1,
    name: 'roles, instance profiles, access keys, boundaries, tags of policies and the password policy',
    up: (document) =>
      within(document, ['world', 'accounts'], (account) => ({
        passwordPolicy: null,
        roles: {},
        instanceProfiles: {},
        ...within(
          within(account, ['users'], (user) => ({ accessKeys: [], boundary: null, ...user })),
          ['policies'],
          (policy) => ({ tags: {}, ...policy }),
        ),
        ...(isObject(account['root']) && { root: { accessKeys: [], ...account['root'] } }),
      })),
  },
  {
    from: 2,
    name: 'login profiles, MFA devices, identity providers, resources of eight services, and the whole organization',
    up: (document) => {
      const { world } = document;
      if (!isObject(world)) return document;
      const { accounts } = world;
      const ids = isObject(accounts) ? Object.keys(accounts) : [];
      const now = {
        ...document,
        world: { ...world, organization: organizationOf(world['organization'], ids) },
      };
      return within(now, ['world', 'accounts'], (account) => ({
        credentialReport: null,
        globalTokenVersion: 1,
        publicAccessBlock: null,
        ...Object.fromEntries(NEW_TABLES.map((name) => [name, {}])),
        ...within(
          within(account, ['users'], (user) => withLogin(user, user['created'])),
          ['buckets'],
          (bucket) => ({
            ownership: 'BucketOwnerEnforced',
            acl: [],
            publicAccessBlock: null,
            tags: {},
            versioning: null,
            versions: {},
            ...within(bucket, ['objects'], (object) => ({
              version: 'null',
              owner: null,
              acl: [],
              tags: {},
              kmsKey: null,
              ...object,
            })),
          }),
        ),
        ...(isObject(account['root']) && { root: withLogin(account['root'], LONG_AGO) }),
      }));
    },
  },
  {
    from: 3,
    name: 'directories: identity providers outside of AWS',
    up: (document) => ({
      directories: { companies: [], webIdentity: [], identityCenter: null },
      ...document,
    }),
  },
  {
    from: 4,
    name: 'accounts know when they were made',
    up: (document) => {
      const members = inside(document, ['world', 'organization', 'members']);
      return within(document, ['world', 'accounts'], (account) => {
        const id = account['id'];
        const member = typeof id === 'string' && Object.hasOwn(members, id) ? members[id] : undefined;
        const things = Object.values(account).filter(isObject).flatMap(Object.values).flat();
        // Who was made in an organization, or came into it, was there when it joined.
        if (isObject(member)) things.push({ created: member['joined'] });
        return { created: accountCreated(things), ...account };
      });
    },
  },
];

const NEW_TABLES = [
  'mfaDevices',
  'samlProviders',
  'oidcProviders',
  'deletionTasks',
  'accessJobs',
  'queues',
  'topics',
  'kmsKeys',
  'kmsAliases',
  'functions',
  'dynamoTables',
  'secrets',
  'instances',
  'vpcEndpoints',
] as const;

/** A password became a login profile, and keys know when their status changed last. */
function withLogin(owner: RawDocument, created: unknown): RawDocument {
  const { password, accessKeys, ...rest } = owner;
  const login = isObject(password)
    ? { hash: password, created, changed: created, resetRequired: false, previous: [] }
    : password;
  const keys = Array.isArray(accessKeys)
    ? accessKeys.map((key: unknown) =>
        isObject(key) ? { changed: key['created'], secretHash: null, ...key } : key,
      )
    : accessKeys;
  return { login, accessKeys: keys, ...rest };
}

/** An organization was an id and a management account, and every account of the world was in it. */
function organizationOf(before: unknown, accounts: readonly string[]): unknown {
  if (!isObject(before)) return before;
  const root = 'r-0000';
  return {
    featureSet: 'ALL',
    root,
    enabledTypes: [],
    units: {},
    members: Object.fromEntries(
      accounts.map((account) => [
        account,
        { account, parent: root, joined: LONG_AGO, method: 'INVITED', status: 'ACTIVE', tags: {} },
      ]),
    ),
    policies: {},
    attached: {},
    creations: {},
    trustedServices: {},
    delegatedAdministrators: {},
    rootFeatures: [],
    resourcePolicy: null,
    rootTags: {},
    ...before,
  };
}

const isObject = (value: unknown): value is RawDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a path; an empty one where there is none. */
function inside(document: RawDocument, path: readonly string[]): RawDocument {
  let found: unknown = document;
  for (const step of path) found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  return isObject(found) ? found : {};
}

/** Changes every entry of the table under a path; what is not as expected is left as it is. */
function within(
  document: RawDocument,
  path: readonly string[],
  change: (entry: RawDocument) => RawDocument,
): RawDocument {
  const [step, ...rest] = path;
  if (step === undefined) {
    return Object.fromEntries(
      Object.entries(document).map(([name, entry]) => [name, isObject(entry) ? change(entry) : entry]),
    );
  }
  const below = Object.hasOwn(document, step) ? document[step] : undefined;
  return isObject(below) ? { ...document, [step]: within(below, rest, change) } : document;
}

/** True when the steps lead from version 1 to `newest`, each version being left exactly once. */
export const isGapless = (migrations: readonly Migration[], newest: number): boolean =>
  migrations.length === newest - 1 && migrations.every(({ from }, at) => from === at + 1);

/** Takes a document of any known version to `newest`; its `version` then says so. */
export function migrate(
  document: RawDocument,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
  newest: number = SCENARIO_VERSION,
): RawDocument {
  return migrations
    .filter(({ from }) => from >= version && from < newest)
    .reduce((older, { from, up }) => ({ ...up(older), version: from + 1 }), document);
}
