// Tests for applying changes: what changes, what is shared, and what is refused.
import { describe, expect, test } from 'vitest';
import {
  adding,
  BOOKSHOP,
  bucketIn,
  CREATED,
  groupIn,
  NOW,
  policyIn,
  userIn,
  withBookshop,
  WORLD,
} from '../../tests/fixtures/world.ts';
import { applyChange, applyChanges } from './apply-change.ts';
import type { Change, PartChange } from './change.ts';
import type { StoredObject } from './resources.ts';
import { EMPTY, lookup, namesOf } from './table.ts';
import type { Account, ManagedPolicy, World } from './world.ts';

const account = BOOKSHOP;
const shop = (world: World): Account => {
  const found = world.accounts[BOOKSHOP];
  if (!found) throw new Error('no bookshop');
  return found;
};
const object: StoredObject = {
  key: 'plan.txt',
  body: 'Tea.',
  contentType: 'text/plain',
  modified: NOW,
  owner: null,
  acl: [],
  tags: {},
  kmsKey: null,
};
const put = (key: string, value: StoredObject | null, name = 'maple-drafts'): PartChange => ({
  kind: 'partSet',
  account,
  table: 'buckets',
  name,
  part: 'objects',
  key,
  value,
});
const setPolicy = (document: string | null): Change => ({
  kind: 'entityPatched',
  account,
  table: 'buckets',
  name: 'maple-drafts',
  patch: { policy: document },
});
const version = (id: string) => ({ id, created: NOW, document: `{"made":"${id}"}` });
const drafts = (world: World) => bucketIn(world, 'maple-drafts');
const keys = (world: World) => namesOf(drafts(world)?.objects ?? EMPTY);
const writeDrafts = (world: World) => policyIn(world, 'WriteDrafts');
const twoVersions = applyChange(WORLD, {
  kind: 'policyVersionCreated',
  account,
  policy: 'WriteDrafts',
  version: version('v2'),
  setAsDefault: false,
});

describe('each kind of change', () => {
  test('partSet adds, replaces and removes', () => {
    const world = applyChanges(WORLD, [
      put('plan.txt', object),
      put('__proto__', { ...object, key: '__proto__' }),
      put('winter/notes.txt', null),
    ]);
    expect(lookup(drafts(world)?.objects ?? EMPTY, 'plan.txt')).toEqual(object);
    expect(keys(world)).toEqual(['plan.txt', '__proto__']);
  });

  test.each(['{}', null])('entityPatched, the policy of a bucket to %j', (document) => {
    const world = applyChange(WORLD, setPolicy(document));
    expect(drafts(world)?.policy).toBe(document);
    expect(drafts(world)?.objects).toBe(drafts(WORLD)?.objects);
  });

  test.each([
    [false, 'v1'],
    [true, 'v2'],
  ])('policyVersionCreated, setAsDefault %s', (setAsDefault, defaultVersion) => {
    const change = {
      kind: 'policyVersionCreated',
      account,
      policy: 'WriteDrafts',
      version: version('v2'),
    } as const;
    expect(writeDrafts(applyChange(WORLD, { ...change, setAsDefault }))).toMatchObject({
      versions: [{ id: 'v1' }, version('v2')],
      defaultVersion,
      lastVersion: 2,
    });
  });

  test('policyVersionDeleted keeps the count', () => {
    const change = { kind: 'policyVersionDeleted', account, policy: 'WriteDrafts', version: 'v2' } as const;
    expect(writeDrafts(applyChange(twoVersions, change))).toMatchObject({
      versions: [{ id: 'v1' }],
      defaultVersion: 'v1',
      lastVersion: 2,
    });
  });

  test('defaultVersionSet', () => {
    const change = { kind: 'defaultVersionSet', account, policy: 'WriteDrafts', version: 'v2' } as const;
    expect(writeDrafts(applyChange(twoVersions, change))?.defaultVersion).toBe('v2');
  });

  test.each([
    ['user', 'noor', (world: World) => userIn(world, 'noor')?.inline],
    ['group', 'Writers', (world: World) => groupIn(world, 'Writers')?.inline],
  ] as const)('inlinePolicyPut into a %s', (kind, name, inline) => {
    const change = {
      kind: 'inlinePolicyPut',
      account,
      owner: { kind, name },
      policy: 'ReadCatalog',
    } as const;
    const world = applyChange(WORLD, { ...change, document: '{}' });
    expect(inline(world)).toEqual({ ReadCatalog: '{}' });
  });
});

const full: ManagedPolicy = {
  name: 'Full',
  path: '/',
  id: 'ANPAFULL',
  created: CREATED,
  description: '',
  tags: {},
  versions: ['v1', 'v2', 'v3', 'v4', 'v5'].map(version),
  defaultVersion: 'v1',
  lastVersion: 5,
};
const withFull = withBookshop((shop) => ({ ...shop, policies: adding(shop.policies, full) }));

describe('a change that cannot be made returns the same world', () => {
  const inline = (owner: { kind: 'user' | 'group'; name: string }): Change => ({
    kind: 'inlinePolicyPut',
    account,
    owner,
    policy: 'P',
    document: '{}',
  });
  const created = (policy: string, id: string): Change => ({
    kind: 'policyVersionCreated',
    account,
    policy,
    version: version(id),
    setAsDefault: true,
  });
  test.each<[string, Change]>([
    ['no account', { ...put('plan.txt', object), account: '000000000000' }],
    ['no bucket', put('plan.txt', object, 'constructor')],
    ['no object to take away', put('toString', null)],
    ['no policy', created('None', 'v2')],
    ['a version id that was used before', created('WriteDrafts', 'v1')],
    ['a version id that is none', created('WriteDrafts', 'two')],
    ['a sixth version', created('Full', 'v6')],
    ['the default version', { kind: 'policyVersionDeleted', account, policy: 'Full', version: 'v1' }],
    ['no version to delete', { kind: 'policyVersionDeleted', account, policy: 'Full', version: 'v9' }],
    ['no version to set', { kind: 'defaultVersionSet', account, policy: 'Full', version: 'v9' }],
    ['the default as it is', { kind: 'defaultVersionSet', account, policy: 'Full', version: 'v1' }],
    ['no user', inline({ kind: 'user', name: 'nobody' })],
    ['no group', inline({ kind: 'group', name: 'nobody' })],
  ])('%s', (_, change) => expect(applyChange(withFull, change)).toBe(withFull));
});

test('what a change does not touch is shared, and the old world stays as it was', () => {
  const before = structuredClone(WORLD);
  const world = applyChange(WORLD, put('plan.txt', object));
  expect(WORLD).toEqual(before);
  expect(shop(world)).not.toBe(shop(WORLD));
  expect(shop(world).users).toBe(shop(WORLD).users);
  expect(shop(world).policies).toBe(shop(WORLD).policies);
  expect(bucketIn(world, 'maple-catalog')).toBe(bucketIn(WORLD, 'maple-catalog'));
  const notes = (of: World) => lookup(drafts(of)?.objects ?? EMPTY, 'winter/notes.txt');
  expect(notes(world)).toBe(notes(WORLD));
  for (const [id, other] of Object.entries(world.accounts))
    if (id !== BOOKSHOP) expect(other).toBe(WORLD.accounts[id]);
});
