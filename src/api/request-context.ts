// The request context of a call: what this world and its caller are, told as facts to the derivation of keys.
import { findAccount } from '../account/find.ts';
import { DEFAULT_REGION, bucketOfResource } from '../account/resource.ts';
import { tagsOfResource } from '../account/resource-tags.ts';
import { lookup } from '../account/table.ts';
import type { World } from '../account/world.ts';
import { parseArn, type AccountId, type ActionName, type Arn } from '../aws/arn.ts';
import { requestContext as contextOf } from '../evaluation/context-keys/request-context.ts';
import type { CallerFacts } from '../evaluation/context-keys/caller-facts.ts';
import type { Network } from '../evaluation/context-keys/network-keys.ts';
import type { RequestTags } from '../evaluation/context-keys/request-tag-keys.ts';
import type { RequestContext } from '../evaluation/request.ts';
import { accountFacts } from './asker.ts';
import type { Env } from './env.ts';

/** What a decision needs to know of its surroundings. */
export type Surroundings = Omit<Env, 'newId' | 'randomBytes' | 'activity'>;

/** One permission that a call asks for. */
export interface AskedFacts {
  readonly caller: CallerFacts;
  readonly action: ActionName;
  readonly resource: Arn | '*';
  readonly resourceAccount: AccountId;
  /** Tags that the call sets or takes away; left out by calls that take none. */
  readonly tags?: RequestTags;
  /** The service that passes the request on for the caller. */
  readonly via?: string;
}

/** The keys of a request over HTTPS, from the internet or through a VPC endpoint. */
export function requestContext(world: World, asked: AskedFacts, env: Surroundings): RequestContext {
  const { caller, action, resource, resourceAccount, tags = { kind: 'none' }, via } = asked;
  return contextOf({
    caller,
    route: via === undefined ? { kind: 'direct' } : { kind: 'forwarded', by: [via] },
    network: caller.kind === 'service' ? { kind: 'aws' } : networkOf(world, env),
    client: { tls: true, userAgent: env.userAgent, referer: null },
    region: regionOf(world, action, resource, env.region),
    now: env.now,
    action,
    resource: {
      kind: 'resource',
      arn: resource,
      owner: accountFacts(world, resourceAccount),
      tags: tagsOfResource(world, resource),
    },
    tags,
    call: serviceKeys(asked, env.region),
  });
}

/** Services that answer in one place for all Regions. STS does so as well, and has endpoints in each besides. */
const GLOBAL_SERVICES: ReadonlySet<string> = new Set(['iam', 'organizations', 'sts']);

/** Of the endpoint that is called. A bucket is asked for where it is. */
export function regionOf(world: World, action: ActionName, resource: Arn | '*', region: string): string {
  const [service = ''] = action.toLowerCase().split(':', 1);
  if (GLOBAL_SERVICES.has(service)) return DEFAULT_REGION;
  const named = parseArn(resource)?.region ?? '';
  return bucketOfResource(world, resource)?.bucket.region ?? (named === '' ? region : named);
}

/** A VPC endpoint that is gone lets nothing through, so nothing comes from it. */
function networkOf(world: World, { sourceIp, vpcEndpoint }: Surroundings): Network {
  const account = vpcEndpoint && findAccount(world, vpcEndpoint.account);
  const found = account && lookup(account.vpcEndpoints, vpcEndpoint.id);
  if (!vpcEndpoint || !found) return { kind: 'internet', sourceIp };
  return {
    kind: 'vpcEndpoint',
    endpoint: found.id,
    vpc: `arn:aws:ec2:${found.region}:${account.id}:vpc/${found.vpc}`,
    privateIp: vpcEndpoint.privateIp,
    owner: accountFacts(world, account.id),
  };
}

/**
 * Keys that a service adds to each of its requests.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys
 */
function serviceKeys({ caller, action, resourceAccount }: AskedFacts, region: string): RequestContext {
  const [service] = action.toLowerCase().split(':', 1);
  switch (service) {
    case 's3':
      return {
        's3:ResourceAccount': resourceAccount,
        's3:TlsVersion': '1.3',
        // Of how the request is signed; one of nobody is not.
        ...(caller.kind === 'anonymous'
          ? {}
          : { 's3:authType': 'REST-HEADER', 's3:signatureversion': 'AWS4-HMAC-SHA256' }),
      };
    case 'ec2':
      return { 'ec2:Region': region };
    case 'kms':
      return 'account' in caller ? { 'kms:CallerAccount': caller.account.id } : {};
    default:
      return {};
  }
}
