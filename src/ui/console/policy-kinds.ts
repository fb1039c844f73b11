// Policies as the list names and filters them: kind, what they are attached to, and the words that find them.
import { findAccount, findRole } from '../../account/find.ts';
import { rolesBounded, usersBounded } from '../../account/indexes.ts';
import { FULL_ACCESS } from '../../account/organization.ts';
import { targetsOf } from '../../account/organization-tree.ts';
import { attachmentsOf, type StoredPolicy } from '../../account/policies.ts';
import { protectionOf } from '../../account/protected-roles.ts';
import type { VpcEndpoint } from '../../account/resources.ts';
import { lookup, namesOf } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import { bucketArn, isArn, parseArn, type Arn } from '../../aws/arn.ts';
import { POLICY_KIND } from '../../graph/account-map.ts';
import type { EndpointService } from '../../policy/completion/candidate.ts';
import type { ResourceKind } from '../../policy/document.ts';
import { inlineRoom } from './inline-room.ts';
import type { Purpose } from '../editor/knowing.svelte.ts';

export const KINDS = [
  'all',
  'customerManaged',
  'awsManaged',
  'inline',
  'resource',
  'trust',
  'endpoint',
  'organization',
] as const;
export type KindFilter = (typeof KINDS)[number];

/** Policies of resources and roles have no name of their own in AWS. */
export function policyName({ source }: Pick<StoredPolicy, 'source'>): string {
  if (source.id.startsWith('trust:')) return `Trust policy of ${source.name}`;
  if (source.kind === 'endpoint') return `Endpoint policy of ${source.name}`;
  return source.kind === 'resource'
    ? `${capital(resourceWord(source.id))} policy of ${source.name}`
    : source.name;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const RESOURCES: Readonly<Record<string, ResourceKind>> = {
  sqs: 'queue',
  sns: 'topic',
  kms: 'key',
  lambda: 'function',
  secretsmanager: 'secret',
  dynamodb: 'table',
};

/** What a resource-based policy is attached to, by the id of its source. */
const resourceWord = (id: string): ResourceKind =>
  RESOURCES[parseArn(id.replace(/^resource:/, ''))?.service ?? ''] ?? 'bucket';

/** What kind of policy it is, in AWS's words. */
export function kindName({ source, type }: StoredPolicy): string {
  if (type === 'trust') return 'trust policy';
  if (source.kind === 'organization')
    return type === 'rcp' ? 'resource control policy' : 'service control policy';
  return source.kind === 'resource' ? `${resourceWord(source.id)} policy` : POLICY_KIND[source.kind];
}

const filterOf = ({ source, type }: StoredPolicy): string => (type === 'trust' ? 'trust' : source.kind);

/** `group Writers, user noor`; `bucket maple-drafts`; empty when the policy is attached to nothing. */
export function attachedTo(world: World, policy: StoredPolicy): string {
  const { source, type } = policy;
  if (policy.bucket !== undefined) return `bucket ${policy.bucket}`;
  if (type === 'trust') return `role ${source.name}`;
  if (source.kind === 'resource') return `${resourceWord(source.id)} ${source.name}`;
  if (source.kind === 'endpoint') return `endpoint ${source.name}`;
  if (source.kind === 'organization') {
    const id = source.id.slice('organization:'.length);
    return world.organization ? targetsOf(world.organization, id).join(', ') : '';
  }
  return attachmentsOf(world, policy.account, policy.source.id)
    .map(({ kind, name }) => `${kind} ${name}`)
    .join(', ');
}

/** What its editor has to know to judge it, and to suggest what fits. */
export function purposeOf(world: World, policy: StoredPolicy): Purpose {
  const { type, account, bucket, source } = policy;
  if (type !== 'resource') {
    const own = world.accounts[account];
    const room = own && policy.owner && inlineRoom(own, policy.owner, source.name);
    const about = ofAws(source.id);
    const endpoint = own && source.kind === 'endpoint' ? lookup(own.vpcEndpoints, source.name) : undefined;
    return {
      type: isOnlyBoundary(world, policy) ? 'boundary' : type,
      account,
      ...(room && { room }),
      ...(about && { about }),
      ...(endpoint && { endpoint: endpointService(endpoint) }),
    };
  }
  const arn = bucket !== undefined ? bucketArn(bucket) : source.id.replace(/^resource:/, '');
  return { type, account, about: isArn(arn) ? arn : undefined, resource: resourceWord(source.id) };
}

/** What requests through an endpoint are for: `com.amazonaws.eu-west-1.s3` leads to the actions `s3:…`. */
export const endpointService = ({
  service,
  type,
}: Pick<VpcEndpoint, 'service' | 'type'>): EndpointService => ({
  service: /^com\.amazonaws\.[^.]+\.([^.]+)$/.exec(service)?.[1],
  gateway: type === 'Gateway',
});

/** The ARN of a policy of an organization that AWS itself has written; undefined for any other. */
function ofAws(sourceId: string): Arn | undefined {
  const id = sourceId.replace(/^organization:/, '');
  const type = Object.entries(FULL_ACCESS).find(([, full]) => full === id)?.[0];
  return type === undefined ? undefined : `arn:aws:organizations::aws:policy/${type.toLowerCase()}/${id}`;
}

/** Why only AWS changes a policy that is embedded in a role, or lets others into it; null for any other. */
export function protectionOfRoleOf(
  world: World,
  { account, owner, source, type }: StoredPolicy,
): string | null {
  const name = type === 'trust' ? source.name : owner?.kind === 'role' ? owner.name : null;
  const own = findAccount(world, account);
  const role = own && name !== null ? findRole(own, name) : null;
  const protection = role && protectionOf(role);
  if (!protection) return null;
  return protection.by === 'service'
    ? `this role is linked to ${protection.service}, and only that service changes it. Whoever else asks for that is told UnmodifiableEntity, with whatever permissions.`
    : 'IAM Identity Center made this role for a permission set, and changes it with that. Whoever else asks for that is told UnmodifiableEntity, with whatever permissions.';
}

/** A boundary that is attached as well grants what it says: then it is judged as what grants. */
const isOnlyBoundary = (world: World, policy: StoredPolicy): boolean =>
  boundedBy(world, policy).length > 0 && !grants(world, policy);

/** Whether somebody has what the policy allows: it is attached to them, or embedded in them. */
export const grants = (world: World, { account, source }: StoredPolicy): boolean =>
  attachmentsOf(world, account, source.id).length > 0;

/** The users and roles of its account that it is the permissions boundary of, each kind by name. */
export function boundedBy(
  world: World,
  { account, source }: StoredPolicy,
): readonly { readonly kind: 'user' | 'role'; readonly name: string }[] {
  const own = world.accounts[account];
  const { arn } = source;
  if (own === undefined || arn === undefined) return [];
  return [
    ...namesOf(usersBounded(own.users, arn))
      .sort()
      .map((name) => ({ kind: 'user', name }) as const),
    ...namesOf(rolesBounded(own.roles, arn))
      .sort()
      .map((name) => ({ kind: 'role', name }) as const),
  ];
}

export interface ListedPolicy {
  readonly policy: StoredPolicy;
  readonly name: string;
  readonly attached: string;
}

/** Policies of one kind whose name or attachments hold every word of `text`, without regard to letter case. */
export function filterPolicies(
  policies: readonly ListedPolicy[],
  text: string,
  kind: KindFilter,
): readonly ListedPolicy[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return policies.filter(({ policy, name, attached }) => {
    if (kind !== 'all' && filterOf(policy) !== kind) return false;
    const searched = `${name}\n${attached}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
