// The request context of a call: what this world and a console session are, told as facts to the derivation of keys.
import { findAccount, findUser } from '../account/find.ts';
import type { AccountPrincipal } from '../account/principal.ts';
import { DEFAULT_REGION, bucketOfResource, tagsOfResource } from '../account/resource.ts';
import type { World } from '../account/world.ts';
import type { AccountId, ActionName, Arn } from '../aws/arn.ts';
import type { AccountFacts } from '../evaluation/context-keys/account-facts.ts';
import type { CallerFacts, UserCredentials } from '../evaluation/context-keys/caller-facts.ts';
import { requestContext as contextOf } from '../evaluation/context-keys/request-context.ts';
import type { RequestTags } from '../evaluation/context-keys/request-tag-keys.ts';
import type { ResourceFacts } from '../evaluation/context-keys/resource-keys.ts';
import type { RequestContext } from '../evaluation/request.ts';
import type { Credentials, Env } from './signer.ts';

/** What of a console session shows in the context of its requests. */
export type SessionKeys = Pick<Credentials, 'issued' | 'mfa'>;

/** What a decision needs to know of its surroundings. */
export type Surroundings = Omit<Env, 'newId'>;

/** One permission that a call asks for. */
export interface AskedFacts {
  readonly principal: AccountPrincipal;
  readonly session: SessionKeys;
  readonly action: ActionName;
  readonly resource: Arn | '*';
  readonly resourceAccount: AccountId;
  /** Tags that the call sets or takes away; left out by calls that take none. */
  readonly tags?: RequestTags;
}

/** The keys of a request that the console makes: over HTTPS, from the internet, with the credentials of its session. */
export function requestContext(world: World, asked: AskedFacts, env: Surroundings): RequestContext {
  return contextOf({
    caller: callerOf(world, asked),
    route: { kind: 'direct' },
    network: { kind: 'internet', sourceIp: env.sourceIp },
    client: { tls: true, userAgent: env.userAgent, referer: null },
    region: bucketOfResource(world, asked.resource)?.bucket.region ?? DEFAULT_REGION,
    now: env.now,
    action: asked.action,
    resource: resourceOf(world, asked),
    tags: asked.tags ?? { kind: 'none' },
    call: serviceKeys(asked),
  });
}

function callerOf(world: World, { principal, session }: AskedFacts): CallerFacts {
  const account = accountOf(world, principal.account);
  const credentials = consoleCredentials(session);
  switch (principal.kind) {
    case 'root':
      return { kind: 'root', account, credentials };
    case 'user': {
      const { arn, name } = principal;
      const found = findAccount(world, principal.account);
      const user = found && findUser(found, name);
      return { kind: 'user', account, arn, name, id: user?.id ?? null, tags: user?.tags ?? {}, credentials };
    }
  }
}

/** The code of the MFA device is asked for at sign-in. */
const consoleCredentials = ({ issued, mfa }: SessionKeys): UserCredentials => ({
  kind: 'console',
  issued,
  mfa: mfa ? issued : null,
});

/** All accounts of a world are in its organization, if there is one; its units are no part of the world. */
const accountOf = (world: World, id: AccountId): AccountFacts => ({
  id,
  organization: world.organization && findAccount(world, id) && { id: world.organization.id, path: null },
});

const resourceOf = (world: World, { resource, resourceAccount }: AskedFacts): ResourceFacts => ({
  kind: 'resource',
  arn: resource,
  owner: accountOf(world, resourceAccount),
  tags: tagsOfResource(world, resource),
});

/**
 * Keys that a service adds to each of its requests.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys
 */
const serviceKeys = ({ action, resourceAccount }: AskedFacts): RequestContext =>
  action.toLowerCase().startsWith('s3:')
    ? {
        's3:ResourceAccount': resourceAccount,
        's3:authType': 'REST-HEADER',
        's3:signatureversion': 'AWS4-HMAC-SHA256',
        's3:TlsVersion': '1.3',
      }
    : {};
