// Pages of lists that change while they are being read.
import { expect, test } from 'vitest';
import { ask, outputOf } from '../../../../tests/fixtures/ask.ts';
import { BOOKSHOP, NOW, ROOT, withBookshop, withUser, WORLD } from '../../../../tests/fixtures/world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import { lookup, withValue } from '../../../account/table.ts';
import type { AccessKey, ManagedPolicy, PolicyVersion, User, World } from '../../../account/world.ts';
import type { ApiCall } from '../../call.ts';

const SIX = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].reduce((world: World, UserName) => {
  const input = { UserName, Path: UserName === 'u4' ? '/a/' : '/z/' };
  return applyChanges(world, ask(ROOT, { operation: 'iam:CreateUser', input }, world).changes);
}, WORLD);

function page(
  world: World,
  Marker?: string,
): { readonly names: string[]; readonly marker: string | undefined } {
  const input = { PathPrefix: '/', MaxItems: 4, ...(Marker !== undefined && { Marker }) };
  const output = outputOf(ask(ROOT, { operation: 'iam:ListUsers', input } satisfies ApiCall, world)) as {
    readonly Users: readonly { readonly UserName: string }[];
    readonly Marker?: string;
  };
  return { names: output.Users.map(({ UserName }) => UserName), marker: output.Marker };
}

const without = (name: string): World =>
  applyChanges(SIX, [{ kind: 'entitySet', account: BOOKSHOP, table: 'users', name, value: null }]);

test.each([0, 1, 2, 3])('the next page misses nobody when number %i of this one is deleted', (index) => {
  const all = page(SIX).names;
  const rest = page(SIX, page(SIX).marker).names;
  expect(rest.length).toBeGreaterThan(0);
  const { marker } = page(SIX);
  expect(page(without(all[index] ?? ''), marker).names).toEqual(rest);
});

type Answer = Readonly<Record<string, unknown>> & { readonly IsTruncated: boolean; readonly Marker?: string };

/** Everything that the pages of one item show, with `change` made of the world behind the first of them. */
function shown(call: ApiCall, world: World, change: (world: World) => World = (same) => same): unknown[] {
  const items: unknown[] = [];
  let now = world;
  for (let Marker: string | undefined; ;) {
    const input = { ...call.input, MaxItems: 1, ...(Marker !== undefined && { Marker }) };
    const output = outputOf(ask(ROOT, { ...call, input } as ApiCall, now)) as unknown as Answer;
    items.push(...Object.values(output).flatMap((value): unknown[] => (Array.isArray(value) ? value : [])));
    if (!output.IsTruncated) return items;
    if (Marker === undefined) now = change(world);
    ({ Marker } = output);
  }
}

const key = (id: string, created: string): AccessKey => ({
  id: `AKIA${id.repeat(16)}`,
  status: 'Active',
  created,
  changed: created,
  secretHash: null,
});
const OLD = key('O', '2026-01-01T08:00:00Z');
const NEW = key('A', '2026-10-01T08:00:00Z');
const noor = (change: Partial<User>) => (world: World) => withUser('noor', change, world);
const policies = (change: (policy: ManagedPolicy) => ManagedPolicy) => (world: World) =>
  withBookshop((account) => {
    const policy = lookup(account.policies, 'WriteDrafts');
    if (!policy) throw new Error('The fixture has no WriteDrafts.');
    return { ...account, policies: withValue(account.policies, policy.name, change(policy)) };
  }, world);
const version = (id: string): PolicyVersion => ({ id, created: NOW, document: '{"Version":"2012-10-17"}' });
const versions = (...ids: string[]) => policies((policy) => ({ ...policy, versions: ids.map(version) }));

test.each<
  [string, ApiCall, (world: World) => World, (world: World) => World, (item: never) => unknown, unknown[]]
>([
  [
    'tags',
    { operation: 'iam:ListUserTags', input: { UserName: 'noor' } },
    noor({ tags: { c: '', b: '', a: '' } }),
    noor({ tags: { c: '', b: '' } }),
    ({ Key }: { Key: string }) => Key,
    ['a', 'b', 'c'],
  ],
  [
    'access keys',
    { operation: 'iam:ListAccessKeys', input: { UserName: 'noor' } },
    noor({ accessKeys: [OLD, NEW] }),
    noor({ accessKeys: [NEW] }),
    ({ AccessKeyId }: { AccessKeyId: string }) => AccessKeyId,
    [OLD.id, NEW.id],
  ],
  [
    'versions of a policy',
    {
      operation: 'iam:ListPolicyVersions',
      input: { PolicyArn: `arn:aws:iam::${BOOKSHOP}:policy/WriteDrafts` },
    },
    versions('v2', 'v9', 'v10'),
    versions('v2', 'v9'),
    ({ VersionId }: { VersionId: string }) => VersionId,
    ['v10', 'v9', 'v2'],
  ],
])('%s: what was shown and is gone hides nothing behind it', (_what, call, before, after, of, expected) => {
  const world = before(WORLD);
  expect(shown(call, world).map((item) => of(item as never))).toEqual(expected);
  expect(shown(call, world, after).map((item) => of(item as never))).toEqual(expected);
});

test('of groups, users and roles in one list: the kinds one after the other', () => {
  const call: ApiCall = { operation: 'iam:GetAccountAuthorizationDetails', input: {} };
  const names = shown(call, SIX).map((item) => Object.values(item as object)[1] as string);
  const [first] = names;
  expect(names.length).toBeGreaterThan(8);
  expect(new Set(names).size).toBe(names.length);
  expect(shown(call, SIX, () => without(first ?? '')).length).toBe(names.length);
});
