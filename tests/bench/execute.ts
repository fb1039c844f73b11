// How many calls are executed per second (authorized, performed, applied, with what takes them back), by size of the world.
import { applyChanges } from '../../src/account/apply-change.ts';
import { makeChanges } from '../../src/account/inverse.ts';
import { newAccount } from '../../src/account/new-account.ts';
import { NO_ACTIVITY } from '../../src/account/activity.ts';
import { tableOf, type Table } from '../../src/account/table.ts';
import type { Caller } from '../../src/account/caller.ts';
import type { Group, ManagedPolicy, Role, User, World } from '../../src/account/world.ts';
import type { Bucket } from '../../src/account/resources.ts';
import type { ApiCall } from '../../src/api/call.ts';
import type { Env } from '../../src/api/env.ts';
import { execute } from '../../src/api/execute.ts';
import type { Row } from './evaluation.ts';
import { median } from './median.ts';

export const SIZES = [10, 1_000, 10_000] as const;

const ACCOUNT = '111122223333';
const CREATED = '2026-01-01T00:00:00Z';
const document = (...statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statement });
const ALLOW_ALL = document({ Effect: 'Allow', Action: '*', Resource: '*' });

const ids = (prefix: string, at: number): string => `${prefix}${String(at).padStart(17, '0')}`;

const numbered = <Value extends { readonly name: string }>(
  count: number,
  make: (at: number) => Value,
): Table<Value> =>
  tableOf(
    Object.fromEntries(Array.from({ length: count }, (_, at) => make(at)).map((one) => [one.name, one])),
  );

const user = (at: number): User => ({
  name: `user${at}`,
  path: '/',
  id: ids('AIDA', at),
  created: CREATED,
  login: null,
  accessKeys:
    at === 0
      ? [
          {
            id: 'AKIABENCHBENCHBENCH',
            status: 'Active',
            created: CREATED,
            changed: CREATED,
            secretHash: null,
          },
        ]
      : [],
  boundary: null,
  groups: [`group${at % 10}`],
  attached: [],
  inline: {},
  tags: { team: `t${at % 7}` },
});

const group = (at: number): Group => ({
  name: `group${at}`,
  path: '/',
  id: ids('AGPA', at),
  created: CREATED,
  attached: [],
  inline: { Everything: ALLOW_ALL },
});

const role = (at: number): Role => ({
  name: `role${at}`,
  path: '/',
  id: ids('AROA', at),
  created: CREATED,
  description: '',
  trust: document({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/user${at}` },
    Action: 'sts:AssumeRole',
  }),
  trusted: { [`arn:aws:iam::${ACCOUNT}:user/user${at}`]: ids('AIDA', at) },
  maxSessionDuration: 3600,
  boundary: null,
  attached: [],
  inline: {},
  tags: {},
});

const policy = (at: number): ManagedPolicy => ({
  name: `policy${at}`,
  path: '/',
  id: ids('ANPA', at),
  created: CREATED,
  description: '',
  tags: {},
  versions: [{ id: 'v1', created: CREATED, document: ALLOW_ALL }],
  defaultVersion: 'v1',
  lastVersion: 1,
});

const bucket = (at: number): Bucket => ({
  name: `bench-bucket-${at}`,
  created: CREATED,
  region: 'us-east-1',
  policy: document({
    Effect: 'Deny',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/user${at}` },
    Action: 's3:DeleteBucket',
    Resource: `arn:aws:s3:::bench-bucket-${at}`,
  }),
  ownership: 'BucketOwnerEnforced',
  acl: [],
  publicAccessBlock: null,
  tags: {},
  versioning: null,
  objects: tableOf({}),
  versions: tableOf({}),
});

/** About so many entities: users, roles, policies and buckets, with ten groups that let their members do everything. */
export function worldOf(entities: number): World {
  const quarter = Math.max(1, Math.floor(entities / 4));
  const account = {
    ...newAccount(ACCOUNT, 'Bench', 'owner@bench.example', '2026-01-01T00:00:00Z'),
    users: numbered(quarter, user),
    groups: numbered(10, group),
    roles: numbered(quarter, role),
    policies: numbered(Math.min(quarter, 1_400), policy),
    buckets: numbered(quarter, bucket),
  };
  return { organization: null, accounts: { [ACCOUNT]: account } };
}

const CALLER: Caller = {
  kind: 'user',
  account: ACCOUNT,
  name: 'user0',
  credentials: {
    kind: 'console',
    accessKeyId: 'ASIABENCH',
    issued: '2026-11-01T00:00:00Z',
    expires: '2036-11-01T00:00:00Z',
    mfa: null,
  },
};

/** A day of an administrator, which leaves the world as it was. */
const DAY: readonly ApiCall[] = [
  { operation: 'iam:CreateUser', input: { UserName: 'lena' } },
  { operation: 'iam:GetUser', input: { UserName: 'LENA' } },
  { operation: 'iam:AddUserToGroup', input: { UserName: 'lena', GroupName: 'group3' } },
  { operation: 'iam:PutUserPolicy', input: { UserName: 'lena', PolicyName: 'P', PolicyDocument: ALLOW_ALL } },
  {
    operation: 'iam:AttachUserPolicy',
    input: { UserName: 'lena', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/policy0` },
  },
  { operation: 'iam:GetPolicy', input: { PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/policy0` } },
  { operation: 'iam:UpdateUser', input: { UserName: 'lena', NewUserName: 'lea' } },
  {
    operation: 'iam:DetachUserPolicy',
    input: { UserName: 'lea', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/policy0` },
  },
  { operation: 'iam:DeleteUserPolicy', input: { UserName: 'lea', PolicyName: 'P' } },
  { operation: 'iam:RemoveUserFromGroup', input: { UserName: 'lea', GroupName: 'group3' } },
  { operation: 'iam:DeleteUser', input: { UserName: 'lea' } },
  { operation: 'iam:CreatePolicy', input: { PolicyName: 'New', PolicyDocument: ALLOW_ALL } },
  { operation: 'iam:DeletePolicy', input: { PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/New` } },
  { operation: 's3:PutObject', input: { Bucket: 'bench-bucket-0', Key: 'k', Body: 'body' } },
  { operation: 's3:GetObject', input: { Bucket: 'bench-bucket-0', Key: 'k' } },
  { operation: 's3:DeleteObject', input: { Bucket: 'bench-bucket-0', Key: 'k' } },
];

function environment(): Env {
  let made = 0;
  return {
    now: '2026-11-25T12:00:00Z',
    newId: () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
    randomBytes: (count) => Array.from({ length: count }, () => (made = (made * 31 + 7) % 256)),
    managedPolicies: new Map(),
    activity: NO_ACTIVITY,
    region: 'us-east-1',
    sourceIp: '203.0.113.10',
    userAgent: 'bench',
  };
}

const MILLISECONDS = 400;

/** Reads that show a page, or one thing, of a large account. */
const READS: readonly ApiCall[] = [
  { operation: 'iam:ListUsers', input: { MaxItems: 2 } },
  { operation: 'iam:ListRoles', input: { MaxItems: 1 } },
  { operation: 'iam:ListPolicies', input: { MaxItems: 2, Scope: 'Local' } },
  { operation: 'iam:GetGroup', input: { GroupName: 'group0', MaxItems: 1 } },
  { operation: 'iam:GetAccessKeyLastUsed', input: { AccessKeyId: 'AKIABENCHBENCHBENCH' } },
];

export function executeRows(): Row[] {
  const env = environment();
  const day = (start: World): World => {
    let world = start;
    for (const call of DAY) {
      const { result, changes } = execute(world, CALLER, call, env);
      if (!result.ok) throw new Error(`${call.operation}: ${result.error.message}`);
      world = makeChanges(world, changes).world;
    }
    return world;
  };
  const days = SIZES.map((entities): Row => {
    let world = worldOf(entities);
    const value = callsPerSecond(DAY.length, () => {
      world = day(world);
    });
    return { name: `execute, ${worldName(entities)}`, value, unit: 'calls/s' };
  });
  return [...days, ...readRows(env)];
}

/**
 * Each read by itself, every time after somebody got another tag, so that what is worked out of the world has to keep up;
 * and how many times longer it takes in the largest world than in the smallest.
 */
const readRows = (env: Env): Row[] =>
  READS.flatMap((call) => {
    const rows = SIZES.map((entities): Row => {
      let world = worldOf(entities);
      let at = 0;
      const asked = call.operation === 'iam:ListRoles' ? secondPage(world, call.input, env) : call;
      const value = callsPerSecond(
        1,
        () => {
          const input = { UserName: 'user1', Tags: [{ Key: 'at', Value: String(++at) }] };
          world = applyChanges(
            world,
            execute(world, CALLER, { operation: 'iam:TagUser', input }, env).changes,
          );
          const { result } = execute(world, CALLER, asked, env);
          if (!result.ok) throw new Error(`${call.operation}: ${result.error.message}`);
        },
        100,
      );
      return { name: `${call.operation}, ${worldName(entities)}`, value, unit: 'calls/s' };
    });
    const [smallest, largest] = [rows[0], rows.at(-1)];
    const value = smallest && largest ? smallest.value / largest.value : NaN;
    return [...rows, { name: `${call.operation}, slower in the largest`, value, unit: 'times' }];
  });

/** Of the roles it is the page behind the first one that is asked for. */
function secondPage(world: World, input: ApiCall<'iam:ListRoles'>['input'], env: Env): ApiCall {
  const { result } = execute(world, CALLER, { operation: 'iam:ListRoles', input }, env);
  if (!result.ok || !result.output.Marker) throw new Error('iam:ListRoles: no second page');
  return { operation: 'iam:ListRoles', input: { ...input, Marker: result.output.Marker } };
}

const worldName = (entities: number): string => `a world of ${entities.toLocaleString('en-US')} entities`;

function callsPerSecond(calls: number, once: () => void, milliseconds = MILLISECONDS): number {
  return median(() => {
    const started = performance.now();
    let made = 0;
    let elapsed = 0;
    while (elapsed < milliseconds) {
      once();
      made += calls;
      elapsed = performance.now() - started;
    }
    return (made / elapsed) * 1000;
  });
}
