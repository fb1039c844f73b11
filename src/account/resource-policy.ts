// Resource-based policies: what an ARN points at in a world, with the policy and the tags that it has.
import type { AccountId, Arn } from '../aws/arn.ts';
import { parseArn } from '../aws/arn.ts';
import { findAccount, findBucket } from './find.ts';
import { rolesById, valuesNamed } from './indexes.ts';
import { resourceOwner } from './resource.ts';
import { lookup, type Table } from './table.ts';
import type { Secret } from './resources.ts';
import type { Account, Role, World } from './world.ts';

/** Something of an account that has a policy of its own, or could have one. */
export interface PolicyHolder {
  readonly account: Account;
  /** Changes when the resource does: the key of what is worked out of it. */
  readonly resource: object;
  readonly name: string;
  /** The text; null when it has none. */
  readonly policy: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** The bucket, queue, topic, key, function, table, secret or organization that an ARN names, or that what it names is in. */
export function policyHolder(world: World, arn: Arn | '*'): PolicyHolder | null {
  const parts = parseArn(arn);
  if (!parts) return null;
  if (parts.service === 's3') {
    const [name = ''] = parts.resource.split('/', 1);
    const found = findBucket(world, name);
    return found && held(found.account, found.bucket);
  }
  if (parts.service === 'organizations') return delegationPolicy(world, resourceOwner(world, arn));
  const account = findAccount(world, parts.account);
  if (!account) return null;
  const inRegion = <Value>(table: Table<Value>, name: string): Value | undefined =>
    lookup(table, `${parts.region}/${name}`);
  const { resource } = parts;
  switch (parts.service) {
    case 'sqs':
      return held(account, inRegion(account.queues, resource));
    case 'sns':
      return held(account, inRegion(account.topics, resource.split(':', 1).join()));
    case 'kms': {
      const key = lookup(account.kmsKeys, resource.replace(/^key\//, ''));
      return key?.region === parts.region ? held(account, { ...key, name: key.id }, key) : null;
    }
    case 'lambda': {
      const [, name = ''] = resource.split(':');
      return held(account, inRegion(account.functions, name));
    }
    case 'dynamodb': {
      const [, name = ''] = resource.split('/');
      return held(account, inRegion(account.dynamoTables, name));
    }
    case 'secretsmanager':
      return held(account, secretOfArn(account, parts.region, resource));
    default:
      return null;
  }
}

interface Held {
  readonly name: string;
  readonly policy: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

const held = (
  account: Account,
  found: Held | undefined,
  resource: object | undefined = found,
): PolicyHolder | null =>
  found && resource ? { account, resource, name: found.name, policy: found.policy, tags: found.tags } : null;

/** One policy for everything in an organization. */
function delegationPolicy(world: World, owner: AccountId | null): PolicyHolder | null {
  const { organization } = world;
  const policy = organization?.managementAccount === owner ? organization?.resourcePolicy : null;
  const account = owner === null ? null : findAccount(world, owner);
  if (!policy || !account) return null;
  return { account, resource: policy, name: policy.id, policy: policy.content, tags: policy.tags };
}

/** The name in the ARN of a secret has six characters at its end that the name has not. */
function secretOfArn(account: Account, region: string, resource: string): Secret | undefined {
  const [, name, suffix] = /^secret:(.+)-([A-Za-z0-9]{6})$/.exec(resource) ?? [];
  const secret = name === undefined ? undefined : lookup(account.secrets, `${region}/${name}`);
  return secret?.suffix === suffix ? secret : undefined;
}

/** The role that an ARN names, path and letter case included. */
export function roleOfArn(world: World, arn: Arn | '*'): { account: Account; role: Role } | null {
  const parts = parseArn(arn);
  const account = parts?.service === 'iam' ? findAccount(world, parts.account) : null;
  const [, path, name] = /^role(\/.*\/|\/)([^/]+)$/.exec(parts?.resource ?? '') ?? [];
  const role = account && name !== undefined ? lookup(account.roles, name) : undefined;
  return account && role?.path === path && role ? { account, role } : null;
}

/** The role behind a session: the one with its unique id, which may have been made anew under the same name. */
export function roleBehind(account: Account, name: string, id: string): Role | null {
  const named = lookup(account.roles, name);
  if (named?.id === id) return named;
  return valuesNamed(account.roles, rolesById(account.roles, id))[0] ?? null;
}
