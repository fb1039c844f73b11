// Other policies: those that stand at one thing and nowhere else: trust policies, policies of resources, endpoints and organizations.
import { parseArn, type AccountId, type Arn } from '../aws/arn.ts';
import { bucketArn } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import { OPEN_ENDPOINT } from './applicable.ts';
import { findAccount, findRole } from './find.ts';
import { organizationPolicyArn } from './organization-arns.ts';
import { fullAccessDocument } from './levels.ts';
import { FULL_ACCESS, type Organization, type OrganizationPolicy } from './organization.ts';
import { allPolicies, bucketPolicyId, resourcePolicy, trustPolicy, type StoredPolicy } from './policies.ts';
import { targetsOf } from './organization-tree.ts';
import { protectionOf } from './protected-roles.ts';
import { policyHolder } from './resource-policy.ts';
import type { VpcEndpoint } from './resources.ts';
import { lookup, sortedValues } from './table.ts';
import type { Account, World } from './world.ts';

/** Their policies are written as one document; that of a function is written statement by statement. */
const WRITTEN_WHOLE = new Set(['s3', 'sqs', 'sns', 'kms', 'secretsmanager', 'dynamodb']);

/** Whether the policy of a resource can be saved as one document. */
const isWrittenWhole = (arn: string): boolean => WRITTEN_WHOLE.has(parseArn(arn)?.service ?? '');

/**
 * A policy as it can be read and written at its own place: `trust:ROLE`, `resource:ARN`, `bucket:NAME`, `endpoint:ID` or
 * `organization:ID`. A resource that could have a policy and has none has an empty one. Null: there is no such thing.
 */
export function otherPolicyById(world: World, accountId: AccountId, id: string): StoredPolicy | null {
  const account = findAccount(world, accountId);
  if (!account) return null;
  const at = id.indexOf(':');
  const name = id.slice(at + 1);
  switch (id.slice(0, at)) {
    case 'trust': {
      const role = findRole(account, name);
      return role && { ...trustPolicy(account, role), editable: protectionOf(role) === null };
    }
    case 'bucket':
      return lookup(account.buckets, name) ? policyOfResource(world, account, bucketArn(name)) : null;
    case 'resource':
      return policyOfResource(world, account, name);
    case 'endpoint': {
      const endpoint = lookup(account.vpcEndpoints, name);
      return endpoint ? endpointPolicy(account, endpoint) : null;
    }
    case 'organization': {
      const { organization } = world;
      if (organization?.managementAccount !== accountId) return null;
      const policy = lookup(organization.policies, name);
      return policy ? organizationPolicy(organization, policy) : fullAccess(organization, name);
    }
    default:
      return null;
  }
}

function policyOfResource(world: World, account: Account, arn: string): StoredPolicy | null {
  const holder = isResourceArn(arn) ? policyHolder(world, arn) : null;
  if (holder?.account.id !== account.id || holder.name.startsWith('rp-')) return null;
  const written = isResourceArn(arn) ? resourcePolicy({ ...holder, policy: holder.policy ?? '' }, arn) : null;
  return written && { ...written, editable: isWrittenWhole(arn) };
}

const isResourceArn = (text: string): text is Arn => parseArn(text) !== null;

const endpointPolicy = (account: Account, { id, policy }: VpcEndpoint): StoredPolicy => ({
  source: { id: `endpoint:${id}`, name: id, kind: 'endpoint', via: { kind: 'resource', name: id } },
  account: account.id,
  text: policy ?? OPEN_ENDPOINT,
  version: null,
  type: 'endpoint',
  editable: true,
});

const organizationPolicy = (
  organization: Organization,
  { id, name, type, content }: Pick<OrganizationPolicy, 'id' | 'name' | 'type' | 'content'>,
): StoredPolicy => ({
  source: {
    id: `organization:${id}`,
    name,
    kind: 'organization',
    arn: organizationPolicyArn(organization, type, id),
  },
  account: organization.managementAccount,
  text: content,
  version: null,
  type: type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp',
  editable: true,
});

/** AWS's own, which lets everything through: it can be read and detached, but not written. */
function fullAccess(organization: Organization, id: string): StoredPolicy | null {
  const content = fullAccessDocument(id);
  if (content === null) return null;
  const type =
    id === FULL_ACCESS.RESOURCE_CONTROL_POLICY ? 'RESOURCE_CONTROL_POLICY' : 'SERVICE_CONTROL_POLICY';
  const policy = { id, name: id.slice('p-'.length), type, content } as const;
  return { ...organizationPolicy(organization, policy), editable: false };
}

/** All that there are in an account, each kind by name; those of the organization belong to its management account. */
export function otherPolicies(world: World, accountId: AccountId): StoredPolicy[] {
  const account = findAccount(world, accountId);
  if (!account) return [];
  const ids = [
    ...sortedValues(account.roles).map(({ name }) => `trust:${name}`),
    ...resourcesOf(account)
      .filter(({ policy }) => policy !== null)
      .map(({ arn }) => `resource:${arn}`),
    ...sortedValues(account.vpcEndpoints).map(({ id }) => `endpoint:${id}`),
    ...organizationPolicyIds(world).map((id) => `organization:${id}`),
  ];
  return ids.map((id) => otherPolicyById(world, accountId, id)).filter((policy) => policy !== null);
}

/** Those of AWS, which are in force where they are attached, before those of the organization itself. */
const organizationPolicyIds = ({ organization }: World): string[] =>
  organization
    ? [
        ...Object.values(FULL_ACCESS).filter((id) => targetsOf(organization, id).length > 0),
        ...sortedValues(organization.policies).map(({ id }) => id),
      ]
    : [];

/** Everything that allows or denies something in an account. */
export const everyPolicy = (world: World, account: AccountId, managed: ManagedPolicies): StoredPolicy[] => [
  ...allPolicies(world, account, managed),
  ...otherPolicies(world, account),
];

interface Resource {
  readonly arn: string;
  readonly policy: string | null;
}

/** Those beside buckets that can have a policy. */
function resourcesOf({ id, queues, topics, kmsKeys, functions, secrets, dynamoTables }: Account): Resource[] {
  const at = (service: string, region: string, resource: string) =>
    `arn:aws:${service}:${region}:${id}:${resource}`;
  return [
    ...sortedValues(queues).map(({ region, name, policy }) => ({ arn: at('sqs', region, name), policy })),
    ...sortedValues(topics).map(({ region, name, policy }) => ({ arn: at('sns', region, name), policy })),
    ...sortedValues(kmsKeys)
      .filter(({ manager }) => manager === 'CUSTOMER')
      .map((key) => ({ arn: at('kms', key.region, `key/${key.id}`), policy: key.policy })),
    ...sortedValues(functions).map(({ region, name, policy }) => ({
      arn: at('lambda', region, `function:${name}`),
      policy,
    })),
    ...sortedValues(secrets).map(({ region, name, suffix, policy }) => ({
      arn: at('secretsmanager', region, `secret:${name}-${suffix}`),
      policy,
    })),
    ...sortedValues(dynamoTables).map(({ region, name, policy }) => ({
      arn: at('dynamodb', region, `table/${name}`),
      policy,
    })),
  ];
}

/** Resources that could have a policy and have none: the ids under which one can be written, with what they are called. */
export function withoutPolicy(
  world: World,
  accountId: AccountId,
): { readonly id: string; readonly arn: string }[] {
  const account = findAccount(world, accountId);
  if (!account) return [];
  return [
    ...sortedValues(account.buckets)
      .filter(({ policy }) => policy === null)
      .map(({ name }) => ({ id: bucketPolicyId(name), arn: bucketArn(name) })),
    ...resourcesOf(account)
      .filter(({ policy }) => policy === null)
      .map(({ arn }) => ({ id: `resource:${arn}`, arn })),
  ];
}
