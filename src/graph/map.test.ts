// The map: what it holds, what a decision lights and cuts on it, and where everything stands.
import { describe, expect, test } from 'vitest';
import { managedPolicies } from '../../tests/fixtures/managed-policies.ts';
import type { World } from '../account/world.ts';
import type { ApiCall } from '../api/call.ts';
import { NO_ACTIVITY } from '../account/activity.ts';
import type { Caller } from '../account/caller.ts';
import type { Env } from '../api/env.ts';
import { execute } from '../api/execute.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { bookshop } from '../lessons/bookshop/lesson.ts';
import { accountMap } from './account-map.ts';
import { decisionMap } from './decision-map.ts';
import { layoutMap } from './layout.ts';
import type { Light, MapModel } from './model.ts';
import { mapTwin } from './twin.ts';

const account = '111122223333';
const managed = managedPolicies();
const env: Env = {
  now: '2026-11-22T10:00:00Z',
  newId: () => 'id',
  randomBytes: (count) => Array<number>(count).fill(7),
  managedPolicies: managed,
  activity: NO_ACTIVITY,
  region: 'us-east-1',
  sourceIp: '203.0.113.10',
  userAgent: 'test',
};
const credentials = {
  kind: 'console',
  accessKeyId: 'ASIA',
  issued: env.now,
  expires: '2026-11-22T22:00:00Z',
  mfa: null,
} as const;
const user = (name: string): Caller => ({ kind: 'user', account, name, credentials });
const root: Caller = { kind: 'root', account, credentials };

async function asked(caller: Caller, call: ApiCall): Promise<{ world: World; evaluation: Evaluation }> {
  const { world } = await bookshop();
  const evaluation = execute(world, caller, call, env).evaluations.at(-1);
  if (!evaluation) throw new Error('The call was turned away before it was decided.');
  return { world, evaluation };
}

async function mapOf(caller: Caller, call: ApiCall, only = true): Promise<MapModel> {
  const { world, evaluation } = await asked(caller, call);
  return decisionMap(world, account, managed, evaluation, only);
}

const lights = (map: MapModel): Record<string, Light> =>
  Object.fromEntries(map.nodes.map(({ id, light }) => [id, light]));
const cuts = (map: MapModel): string[] =>
  map.edges.filter(({ cut }) => cut).map(({ from, to }) => `${from} -> ${to}`);
const put = (Bucket: string, Key: string): ApiCall => ({
  operation: 's3:PutObject',
  input: { Bucket, Key, Body: 'x' },
});

describe('the map of an account', () => {
  test('holds every identity, policy and bucket, and only edges between them', async () => {
    const { world } = await bookshop();
    const map = accountMap(world, account, managed);
    const ids = map.nodes.map(({ id }) => id);
    expect(ids).toContain('root:111122223333');
    expect(ids).toContain('user:noor');
    expect(ids).toContain('group:Writers');
    expect(ids).toContain('policy:arn:aws:iam::111122223333:policy/WriteDrafts');
    expect(ids).toContain('policy:inline:user/noor/OwnNotes');
    expect(ids).toContain('policy:bucket:maple-drafts');
    expect(ids).toContain('bucket:maple-catalog');
    expect(new Set(ids).size).toBe(ids.length);
    for (const { from, to } of map.edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
    expect(map.nodes.every(({ light }) => light === 'idle')).toBe(true);
  });
});

describe('the map of a decision', () => {
  test('an allowed request walks through group and policy to the bucket', async () => {
    const map = await mapOf(user('noor'), put('maple-drafts', 'spring/new.md'));
    expect(lights(map)).toMatchObject({
      'user:noor': 'walked',
      'group:Writers': 'walked',
      'policy:arn:aws:iam::111122223333:policy/WriteDrafts': 'allow',
      'bucket:maple-drafts': 'allow',
    });
    expect(cuts(map)).toEqual([]);
  });

  test('an implicit deny is cut behind each identity-based policy, and not at a silent bucket policy', async () => {
    const map = await mapOf(user('noor'), put('maple-drafts', 'summer/new.md'));
    expect(cuts(map).toSorted()).toEqual([
      'policy:arn:aws:iam::111122223333:policy/WriteDrafts -> bucket:maple-drafts',
      'policy:inline:user/noor/OwnNotes -> bucket:maple-drafts',
    ]);
    expect(lights(map)['policy:bucket:maple-drafts']).toBe('walked');
    expect(map.edges.find(({ from }) => from === 'policy:bucket:maple-drafts')?.light).toBe('idle');
  });

  test('an explicit deny is cut at the policy that denies; what allowed stays allowed', async () => {
    const map = await mapOf(user('amira'), put('maple-catalog', 'archive/2025-prices.csv'));
    expect(cuts(map)).toEqual(['policy:bucket:maple-catalog -> bucket:maple-catalog']);
    expect(lights(map)['policy:arn:aws:iam::aws:policy/AmazonS3FullAccess']).toBe('allow');
    expect(lights(map)['policy:bucket:maple-catalog']).toBe('explicit');
    const into = map.edges.filter(({ to }) => to === 'bucket:maple-catalog');
    expect(into.filter(({ light }) => light === 'allow')).toEqual([]);
    expect(map.edges).toContainEqual({
      from: 'user:amira',
      to: 'policy:bucket:maple-catalog',
      tie: 'meets',
      light: 'walked',
      cut: false,
    });
  });

  test('the root user goes straight to the bucket', async () => {
    const map = await mapOf(root, put('maple-drafts', 'autumn.md'));
    expect(map.edges).toContainEqual({
      from: 'root:111122223333',
      to: 'bucket:maple-drafts',
      tie: 'asksFor',
      light: 'allow',
      cut: false,
    });
  });

  test('a request for everything stands on a node of its own', async () => {
    const map = await mapOf(user('noor'), { operation: 's3:ListBuckets', input: {} });
    expect(map.nodes.map(({ label }) => label)).toContain('all resources (*)');
  });

  test('the whole account can be shown around it', async () => {
    const map = await mapOf(user('noor'), put('maple-drafts', 'summer/new.md'), false);
    expect(lights(map)['user:jonas']).toBe('idle');
  });
});

describe('layout', () => {
  test.each(['columns', 'rows'] as const)(
    '%s: no two nodes overlap, and every edge is drawn',
    async (arrangement) => {
      const { world } = await bookshop();
      const map = accountMap(world, account, managed);
      const { nodes, edges, width, height } = layoutMap(map, arrangement);
      expect(edges).toHaveLength(map.edges.length);
      for (const { path } of edges) expect(path).toMatch(/^M[\d.,-]+/);
      for (const [at, a] of nodes.entries()) {
        expect(a.x + a.width).toBeLessThanOrEqual(width);
        expect(a.y + a.height).toBeLessThanOrEqual(height);
        for (const b of nodes.slice(at + 1)) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart, `${a.id} and ${b.id}`).toBe(true);
        }
      }
    },
  );

  test('rows keep within a narrow phone', async () => {
    const { world } = await bookshop();
    expect(layoutMap(accountMap(world, account, managed), 'rows', 290).width).toBeLessThanOrEqual(290);
  });
});

test('the twin says in words what the picture shows', async () => {
  const twin = mapTwin(await mapOf(user('noor'), put('maple-drafts', 'summer/new.md')));
  const of = (label: string) => twin.find(({ node }) => node.label === label);
  expect(of('noor')?.ties).toContain('is in the group Writers');
  expect(of('WriteDrafts')?.met).toBe('holds nothing that allows the request');
  expect(of('WriteDrafts')?.ties).toEqual(['speaks about maple-drafts; the request was stopped here']);
});
