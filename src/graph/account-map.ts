// The map of a whole account: users and groups, the policies they have, and the buckets those policies speak about.
import { allPolicies, type StoredPolicy } from '../account/policies.ts';
import { sizeOf, sortedValues } from '../account/table.ts';
import type { World } from '../account/world.ts';
import { bucketArn, type AccountId } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { PolicySource } from '../evaluation/applicable.ts';
import type { MapEdge, MapModel, MapNode } from './model.ts';
import { touches } from '../analysis/touches.ts';

export const nodeId = {
  root: (account: AccountId): string => `root:${account}`,
  user: (name: string): string => `user:${name}`,
  group: (name: string): string => `group:${name}`,
  policy: (sourceId: string): string => `policy:${sourceId}`,
  bucket: (name: string): string => `bucket:${name}`,
};

/** What the second line of a policy says. */
export const POLICY_KIND: Readonly<Record<PolicySource['kind'], string>> = {
  awsManaged: 'AWS managed',
  customerManaged: 'customer managed',
  inline: 'inline',
  resource: 'bucket policy',
  session: 'session policy',
  organization: 'organization policy',
  endpoint: 'endpoint policy',
  accountSetting: 'account setting',
  acl: 'access control list',
  grant: 'grant',
};

/** Everything in the account and every tie; nothing is lit. */
export function accountMap(world: World, account: AccountId, managed: ManagedPolicies): MapModel {
  const home = world.accounts[account];
  if (!home) return { nodes: [], edges: [] };
  const policies = allPolicies(world, account, managed);
  const users = sortedValues(home.users);
  const groups = sortedValues(home.groups);
  const buckets = sortedValues(home.buckets);
  const node = (part: Omit<MapNode, 'account' | 'light'>): MapNode => ({ ...part, account, light: 'idle' });

  const nodes: MapNode[] = [
    node({ id: nodeId.root(account), kind: 'root', label: 'root user', detail: 'every permission' }),
    ...users.map((user) =>
      node({ id: nodeId.user(user.name), kind: 'user', label: user.name, detail: 'IAM user' }),
    ),
    ...groups.map((group) =>
      node({ id: nodeId.group(group.name), kind: 'group', label: group.name, detail: 'group' }),
    ),
    ...policies.map((policy) => policyNode(policy, account)),
    ...buckets.map((bucket) =>
      node({
        id: nodeId.bucket(bucket.name),
        kind: 'bucket',
        label: bucket.name,
        detail: `bucket · ${count(sizeOf(bucket.objects), 'object')}`,
      }),
    ),
  ];

  const ids = new Set(nodes.map(({ id }) => id));
  const edges: MapEdge[] = [
    ...users.flatMap((user) =>
      user.groups.map((group) => idle(nodeId.user(user.name), nodeId.group(group), 'memberOf')),
    ),
    ...users.flatMap((user) => owned('user', user, nodeId.user(user.name))),
    ...groups.flatMap((group) => owned('group', group, nodeId.group(group.name))),
    ...policies.flatMap((policy) =>
      buckets
        .filter((bucket) =>
          policy.bucket ? policy.bucket === bucket.name : touches(policy.text, bucketArn(bucket.name)),
        )
        .map((bucket) => idle(nodeId.policy(policy.source.id), nodeId.bucket(bucket.name), 'isAbout')),
    ),
  ].filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { nodes, edges };
}

function policyNode(policy: StoredPolicy, account: AccountId): MapNode {
  const { source } = policy;
  return {
    id: nodeId.policy(source.id),
    kind: 'policy',
    account,
    label: source.name,
    detail: POLICY_KIND[source.kind],
    light: 'idle',
  };
}

/** The policies that a user or group has of its own, attached and inline. */
function owned(
  kind: 'user' | 'group',
  owner: {
    readonly name: string;
    readonly attached: readonly string[];
    readonly inline: Readonly<Record<string, string>>;
  },
  from: string,
): MapEdge[] {
  const inline = Object.keys(owner.inline).map((name) => `inline:${kind}/${owner.name}/${name}`);
  return [...owner.attached, ...inline].map((id) => idle(from, nodeId.policy(id), 'hasPolicy'));
}

const idle = (from: string, to: string, tie: MapEdge['tie']): MapEdge => ({
  from,
  to,
  tie,
  light: 'idle',
  cut: false,
});

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
