// Rules: what has to be true between the records of a scenario, beyond the form of each.
import type { Directories } from '../account/directories.ts';
import { findCustomerPolicy } from '../account/find.ts';
import { entry } from '../account/record.ts';
import { entriesOf, lookup, namesOf, valuesOf, type Table } from '../account/table.ts';
import type { Account, ManagedPolicy, User, World } from '../account/world.ts';
import type { Arn } from '../aws/arn.ts';
import { repeated, type BrokenRule } from './broken-rule.ts';
import { brokenInOrganization } from './organization-rules.ts';
import type { Scenario } from './scenario.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MOST_DEVICES = 8;

/** Finds broken rules one by one; none are found in a sound scenario. */
export function* brokenRules(scenario: Scenario): Generator<BrokenRule> {
  const { world, handout, directories } = scenario;
  for (const [at, { account }] of handout.entries()) {
    // The user may be gone by now: deleting whoever was handed out is a fair exercise. The account cannot be.
    if (entry(world.accounts, account) === undefined)
      yield {
        path: ['handout', String(at + 1)],
        message: `names the account ${account}, which does not exist`,
      };
  }
  yield* brokenInDirectories(directories);
  yield* brokenInWorld(world);
  for (const account of Object.values(world.accounts)) yield* brokenInAccount(world, account);
}

/** Who signs in picks by these names, and what is signed says whose it is by them. */
function* brokenInDirectories({
  companies,
  webIdentity,
  identityCenter,
}: Directories): Generator<BrokenRule> {
  const unique = (what: string, path: readonly string[], names: readonly string[]): Iterable<BrokenRule> =>
    repeated(
      what,
      names.map((name) => ({ path, name })),
      ({ name }) => name,
    );
  const issuers = identityCenter ? [...companies, identityCenter] : companies;
  yield* unique(
    'entity ID',
    ['directories'],
    issuers.map(({ entityId }) => entityId),
  );
  yield* unique(
    'issuer',
    ['directories'],
    webIdentity.map(({ issuer }) => issuer),
  );
  for (const { entityId, groups, people } of companies) {
    const path = ['directories', entityId];
    yield* unique(
      'group',
      path,
      groups.map(({ name }) => name),
    );
    yield* unique(
      'user name',
      path,
      people.map(({ userName }) => userName),
    );
  }
}

function* brokenInWorld({ organization, accounts }: World): Generator<BrokenRule> {
  const all = Object.values(accounts);
  if (all.length === 0) yield { path: ['accounts'], message: 'must have at least one account' };
  if (organization) yield* brokenInOrganization(organization, accounts);
  const shared = (what: string, namesOf: (account: Account) => readonly string[]) =>
    repeated(
      what,
      all.flatMap((account) => namesOf(account).map((name) => ({ path: ['accounts', account.id], name }))),
    );
  yield* shared('account alias', ({ alias }) => (alias === null ? [] : [alias]));
  yield* shared('root e-mail address', ({ root }) => [root.email]);
  yield* shared('bucket name', ({ buckets }) => namesOf(buckets));
  yield* shared('unique id', ({ users, groups, roles, policies, instanceProfiles }) =>
    [users, groups, roles, policies, instanceProfiles].flatMap((table: Table<{ readonly id: string }>) =>
      valuesOf(table).map(({ id }) => id),
    ),
  );
  yield* shared('access key', ({ root, users }) =>
    [root, ...valuesOf(users)].flatMap(({ accessKeys }) => accessKeys.map(({ id }) => id)),
  );
  yield* shared('instance', ({ instances }) => namesOf(instances));
  yield* shared('VPC endpoint', ({ vpcEndpoints }) => namesOf(vpcEndpoints));
  yield* repeated('MFA device', all.flatMap(devicesOf), ({ name }) => name);
}

function* brokenInAccount(world: World, account: Account): Generator<BrokenRule> {
  const path = ['accounts', account.id];
  for (const kind of ['users', 'groups', 'roles', 'policies', 'instanceProfiles'] as const)
    yield* repeated(
      'name',
      namesOf(account[kind]).map((name) => ({ path: [...path, kind], name })),
    );
  for (const user of valuesOf(account.users))
    yield* brokenInUser(world, account, user, [...path, 'users', user.name]);
  for (const group of valuesOf(account.groups))
    yield* brokenAttachments(world, account, group.attached, [...path, 'groups', group.name, 'attached']);
  for (const role of valuesOf(account.roles)) {
    const place = [...path, 'roles', role.name];
    yield* brokenTags(role.tags, place);
    yield* brokenAttachments(world, account, role.attached, [...place, 'attached']);
    yield* brokenBoundary(world, account, role.boundary, place);
  }
  for (const profile of valuesOf(account.instanceProfiles)) {
    if (profile.role !== null && lookup(account.roles, profile.role) === undefined)
      yield {
        path: [...path, 'instanceProfiles', profile.name],
        message: `there is no role ${profile.role}`,
      };
  }
  for (const policy of valuesOf(account.policies))
    yield* brokenVersions(policy, [...path, 'policies', policy.name]);
  yield* brokenDevices(account, path);
  for (const [name, { region, key }] of entriesOf(account.kmsAliases))
    if (lookup(account.kmsKeys, key)?.region !== region)
      yield { path: [...path, 'kmsAliases', name], message: `there is no key ${key} in ${region}` };
}

const devicesOf = (account: Account) =>
  namesOf(account.mfaDevices).map((name) => ({ path: ['accounts', account.id], name }));

function* brokenDevices({ id, users, mfaDevices }: Account, above: string[]): Generator<BrokenRule> {
  const held = new Map<string, number>();
  for (const { serial, kind, holder } of valuesOf(mfaDevices)) {
    const path = [...above, 'mfaDevices', serial];
    if (kind !== 'hardware' && !serial.startsWith(`arn:aws:iam::${id}:`))
      yield { path, message: 'must be the ARN of a device of this account' };
    if (holder === null) continue;
    if (holder.kind === 'user' && lookup(users, holder.name) === undefined)
      yield { path: [...path, 'holder'], message: `there is no user ${holder.name}` };
    const name = holder.kind === 'user' ? `the user ${holder.name}` : 'the root user';
    const count = (held.get(name) ?? 0) + 1;
    held.set(name, count);
    if (count > MOST_DEVICES)
      yield { path: [...path, 'holder'], message: `${name} must have at most ${MOST_DEVICES} MFA devices` };
  }
}

/** Tag keys of users and roles are told apart without regard to letter case. */
const brokenTags = (tags: Readonly<Record<string, string>>, path: string[]): Generator<BrokenRule> =>
  repeated(
    'tag key',
    Object.keys(tags).map((name) => ({ path: [...path, 'tags'], name })),
  );

function* brokenBoundary(
  world: World,
  account: Account,
  boundary: Arn | null,
  path: string[],
): Generator<BrokenRule> {
  if (boundary !== null) yield* brokenAttachments(world, account, [boundary], [...path, 'boundary']);
}

function* brokenInUser(world: World, account: Account, user: User, path: string[]): Generator<BrokenRule> {
  for (const group of user.groups)
    if (lookup(account.groups, group) === undefined)
      yield { path: [...path, 'groups'], message: `there is no group ${group}` };
  yield* repeated(
    'group',
    user.groups.map((name) => ({ path: [...path, 'groups'], name })),
  );
  yield* brokenTags(user.tags, path);
  yield* brokenBoundary(world, account, user.boundary, path);
  yield* brokenAttachments(world, account, user.attached, [...path, 'attached']);
}

/** AWS managed policies are not looked up: which there are is for the catalogue to say, and it grows. */
function* brokenAttachments(
  world: World,
  account: Account,
  attached: readonly Arn[],
  path: string[],
): Generator<BrokenRule> {
  for (const [at, arn] of attached.entries()) {
    if (attached.indexOf(arn) !== at) yield { path, message: `${arn} is attached twice` };
    if (arn.startsWith('arn:aws:iam::aws:')) continue;
    if (findCustomerPolicy(world, arn)?.account.id !== account.id)
      yield { path, message: `there is no policy ${arn} in this account` };
  }
}

function* brokenVersions(policy: ManagedPolicy, path: string[]): Generator<BrokenRule> {
  const numbers = policy.versions.map(({ id }) => Number(id.slice(1)));
  if (numbers.some((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0)))
    yield { path: [...path, 'versions'], message: 'must be in order, the oldest first, each once' };
  if (policy.versions.every(({ id }) => id !== policy.defaultVersion))
    yield { path: [...path, 'defaultVersion'], message: `there is no version ${policy.defaultVersion}` };
  if (policy.lastVersion < Math.max(...numbers))
    yield { path: [...path, 'lastVersion'], message: 'must be at least the number of the newest version' };
}
