// Migrations: how documents of older versions become documents of the newest, one named step at a time.
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
];

const isObject = (value: unknown): value is RawDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
