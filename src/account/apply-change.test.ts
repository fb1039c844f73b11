// Tests for applying changes: what changes, what is shared, and what is refused.
import { describe, expect, test } from 'vitest';
import { RICH } from '../../tests/fixtures/rich-world.ts';
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
import { newAccount } from './new-account.ts';
import { newOrganization } from './new-organization.ts';
import type { Queue, StoredObject } from './resources.ts';
import { EMPTY, lookup, namesOf, recordOf } from './table.ts';
import type { Account, ManagedPolicy, World } from './world.ts';

const account = BOOKSHOP;
const ARCHIVE = '333344445555';
const shop = (world: World): Account => {
  const found = world.accounts[BOOKSHOP];
  if (!found) throw new Error('no bookshop');
  return found;
};
const object: StoredObject = {
  key: 'plan.txt',
  version: 'null',
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

describe('changes of entities, accounts and the organization', () => {
  const of = (world: World) => world.accounts[ARCHIVE];
  const unit = { id: 'ou-hrb1-00000008', name: 'New', parent: 'r-hrb1', tags: {} };
  const queue: Queue = {
    name: 'size',
    region: 'us-east-1',
    created: NOW,
    modified: NOW,
    purged: null,
    policy: null,
    attributes: {},
    tags: {},
    messages: EMPTY,
  };
  const queued: Change = {
    kind: 'entitySet',
    account: ARCHIVE,
    table: 'queues',
    name: 'us-east-1/size',
    value: queue,
  };

  test('entitySet adds, replaces and removes', () => {
    const added = applyChange(RICH, queued);
    const replaced = applyChange(added, { ...queued, value: { ...queue, policy: '{}' } });
    const queues = (world: World) => recordOf(of(world)?.queues ?? EMPTY);
    expect(queues(added)).toEqual({ 'us-east-1/size': queue });
    expect(queues(replaced)).toEqual({ 'us-east-1/size': { ...queue, policy: '{}' } });
    expect(queues(applyChange(replaced, { ...queued, value: null }))).toEqual({});
  });

  test('entityPatched leaves the fields that it does not name as they are by then', () => {
    const patch = (patch: Partial<Queue>): Change => ({
      kind: 'entityPatched',
      account: ARCHIVE,
      table: 'queues',
      name: 'us-east-1/size',
      patch,
    });
    const world = applyChanges(RICH, [queued, patch({ policy: '{}' }), patch({ tags: { team: 'crew' } })]);
    expect(lookup(of(world)?.queues ?? EMPTY, 'us-east-1/size')).toEqual({
      ...queue,
      policy: '{}',
      tags: { team: 'crew' },
    });
  });

  test('accountSet', () => {
    const world = applyChange(RICH, {
      kind: 'accountSet',
      account: ARCHIVE,
      field: 'globalTokenVersion',
      value: 2,
    });
    expect(of(world)).toEqual({ ...of(RICH), globalTokenVersion: 2 });
  });

  test('accountPut adds an account and closes one for good', () => {
    const made = newAccount('999999999999', 'New', 'new@example.com', '2026-09-01T08:00:00Z');
    const added = applyChange(RICH, { kind: 'accountPut', account: made.id, value: made });
    expect(added.accounts).toEqual({ ...RICH.accounts, [made.id]: made });
    expect(applyChange(added, { kind: 'accountPut', account: made.id, value: null })).toEqual(RICH);
  });

  test('organizationSet, to another and to none', () => {
    const value = newOrganization('o-another0001', 'r-anot', ARCHIVE, NOW);
    expect(applyChange(RICH, { kind: 'organizationSet', value }).organization).toBe(value);
    expect(applyChange(RICH, { kind: 'organizationSet', value: null })).toEqual({
      ...RICH,
      organization: null,
    });
  });

  test('organizationPatched', () => {
    const world = applyChange(RICH, {
      kind: 'organizationPatched',
      patch: { rootFeatures: [], resourcePolicy: null },
    });
    expect(world.organization).toEqual({ ...RICH.organization, rootFeatures: [], resourcePolicy: null });
    expect(world.accounts).toBe(RICH.accounts);
  });

  test('organizationPartSet adds and removes', () => {
    const change = { kind: 'organizationPartSet', table: 'units', key: unit.id } as const;
    const world = applyChange(RICH, { ...change, value: unit });
    expect(lookup(world.organization?.units ?? EMPTY, unit.id)).toBe(unit);
    expect(world.organization?.members).toBe(RICH.organization?.members);
    expect(applyChange(world, { ...change, value: null })).toEqual(RICH);
  });

  test('partSet in an entity of a Region, and in a table of plain texts', () => {
    const [shelf, loans] = ['eu-central-1/returns', 'eu-central-1/loans'];
    const part = { kind: 'partSet', account: '111122223333' } as const;
    const message = {
      id: 'm',
      body: 'B',
      sent: NOW,
      visible: NOW,
      receipt: null,
      receives: 0,
      received: null,
      sender: 'AIDA',
    };
    const world = applyChanges(RICH, [
      { ...part, table: 'queues', name: shelf, part: 'messages', key: 'm', value: message },
      { ...part, table: 'dynamoTables', name: loans, part: 'items', key: 'size', value: '{}' },
    ]);
    const { queues, dynamoTables } = shop(world);
    expect(lookup(lookup(queues, shelf)?.messages ?? EMPTY, 'm')).toBe(message);
    expect(lookup(lookup(dynamoTables, loans)?.items ?? EMPTY, 'size')).toBe('{}');
  });

  test.each<[string, Change]>([
    ['no entity to patch', { ...queued, kind: 'entityPatched', table: 'queues', name: 'none', patch: {} }],
    ['no entity to take away', { ...queued, name: 'none', value: null }],
    ['a field as it is', { kind: 'accountSet', account: ARCHIVE, field: 'alias', value: null }],
    ['no account to close', { kind: 'accountPut', account: '999999999999', value: null }],
    ['an organization as it is', { kind: 'organizationSet', value: RICH.organization }],
    [
      'nothing to take out of the organization',
      { kind: 'organizationPartSet', table: 'attached', key: 'size', value: null },
    ],
  ])('the same world: %s', (_, change) => expect(applyChange(RICH, change)).toBe(RICH));

  test.each<Change>([
    { kind: 'organizationPatched', patch: { rootFeatures: [] } },
    { kind: 'organizationPartSet', table: 'units', key: unit.id, value: unit },
  ])('the same world where there is no organization: $kind', (change) =>
    expect(applyChange(WORLD, change)).toBe(WORLD),
  );
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
