// Tests for applying changes: what changes, what is shared, and what is refused.
import { describe, expect, test } from 'vitest';
import { BOOKSHOP, CREATED, NOW, WORLD, withBookshop } from '../../tests/fixtures/world.ts';
import { applyChange, applyChanges } from './apply-change.ts';
import type { Change } from './change.ts';
import type { Account, ManagedPolicy, World } from './world.ts';

const account = BOOKSHOP;
const shop = (world: World): Account => {
  const found = world.accounts[BOOKSHOP];
  if (!found) throw new Error('no bookshop');
  return found;
};
const object = { key: 'plan.txt', body: 'Tea.', contentType: 'text/plain', modified: NOW };
const version = (id: string) => ({ id, created: NOW, document: `{"made":"${id}"}` });
const drafts = (world: World) => shop(world).buckets['maple-drafts'];
const writeDrafts = (world: World) => shop(world).policies['WriteDrafts'];
const twoVersions = applyChange(WORLD, {
  kind: 'policyVersionCreated',
  account,
  policy: 'WriteDrafts',
  version: version('v2'),
  setAsDefault: false,
});

describe('each kind of change', () => {
  test('objectPut adds and replaces', () => {
    const bucket = 'maple-drafts';
    const world = applyChanges(WORLD, [
      { kind: 'objectPut', account, bucket, object },
      { kind: 'objectPut', account, bucket, object: { ...object, key: '__proto__' } },
    ]);
    expect(drafts(world)?.objects['plan.txt']).toEqual(object);
    expect(Object.keys(drafts(world)?.objects ?? {})).toEqual(['winter/notes.txt', 'plan.txt', '__proto__']);
  });

  test('objectDeleted', () => {
    const world = applyChange(WORLD, {
      kind: 'objectDeleted',
      account,
      bucket: 'maple-drafts',
      key: 'plan.txt',
    });
    expect(Object.keys(drafts(world)?.objects ?? {})).toEqual(['winter/notes.txt']);
  });

  test.each(['{}', null])('bucketPolicySet to %j', (document) => {
    const world = applyChange(WORLD, { kind: 'bucketPolicySet', account, bucket: 'maple-drafts', document });
    expect(drafts(world)?.policy).toBe(document);
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
    ['user', 'noor', (world: World) => shop(world).users['noor']?.inline],
    ['group', 'Writers', (world: World) => shop(world).groups['Writers']?.inline],
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
const withFull = withBookshop((shop) => ({ ...shop, policies: { ...shop.policies, Full: full } }));

describe('a change that cannot be made returns the same world', () => {
  const put = (owner: { kind: 'user' | 'group'; name: string }): Change => ({
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
    ['no account', { kind: 'objectPut', account: '000000000000', bucket: 'maple-drafts', object }],
    ['no bucket', { kind: 'objectPut', account, bucket: 'constructor', object }],
    ['no object', { kind: 'objectDeleted', account, bucket: 'maple-drafts', key: 'toString' }],
    [
      'no bucket policy to remove',
      { kind: 'bucketPolicySet', account, bucket: 'maple-catalog', document: null },
    ],
    ['no policy', created('None', 'v2')],
    ['a version id that was used before', created('WriteDrafts', 'v1')],
    ['a version id that is none', created('WriteDrafts', 'two')],
    ['a sixth version', created('Full', 'v6')],
    ['the default version', { kind: 'policyVersionDeleted', account, policy: 'Full', version: 'v1' }],
    ['no version to delete', { kind: 'policyVersionDeleted', account, policy: 'Full', version: 'v9' }],
    ['no version to set', { kind: 'defaultVersionSet', account, policy: 'Full', version: 'v9' }],
    ['the default as it is', { kind: 'defaultVersionSet', account, policy: 'Full', version: 'v1' }],
    ['no user', put({ kind: 'user', name: 'nobody' })],
    ['no group', put({ kind: 'group', name: 'nobody' })],
  ])('%s', (_, change) => expect(applyChange(withFull, change)).toBe(withFull));
});

test('what a change does not touch is shared, and the old world stays as it was', () => {
  const before = structuredClone(WORLD);
  const world = applyChange(WORLD, { kind: 'objectPut', account, bucket: 'maple-drafts', object });
  expect(WORLD).toEqual(before);
  expect(shop(world)).not.toBe(shop(WORLD));
  expect(shop(world).users).toBe(shop(WORLD).users);
  expect(shop(world).policies).toBe(shop(WORLD).policies);
  expect(shop(world).buckets['maple-catalog']).toBe(shop(WORLD).buckets['maple-catalog']);
  expect(drafts(world)?.objects['winter/notes.txt']).toBe(drafts(WORLD)?.objects['winter/notes.txt']);
  for (const [id, other] of Object.entries(world.accounts))
    if (id !== BOOKSHOP) expect(other).toBe(WORLD.accounts[id]);
});
