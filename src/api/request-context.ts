// The request context of a call: the condition keys that AWS itself adds, whatever the operation.
import { findAccount, findUser } from '../account/find.ts';
import type { AccountPrincipal } from '../account/principal.ts';
import { DEFAULT_REGION, bucketOfResource, userOfResource } from '../account/resource.ts';
import type { World } from '../account/world.ts';
import type { AccountId, ActionName, Arn } from '../aws/arn.ts';
import { epochMillis } from '../aws/instant.ts';
import type { RequestContext } from '../evaluation/request.ts';
import type { Credentials, Env } from './call.ts';

/** What of a console session shows in the context of its requests. */
export type SessionKeys = Pick<Credentials, 'issued' | 'mfa'>;

/** What a decision needs to know of its surroundings. */
export type Surroundings = Omit<Env, 'newId'>;

export interface ContextFacts {
  readonly principal: AccountPrincipal;
  readonly session: SessionKeys;
  readonly action: ActionName;
  readonly resource: Arn | '*';
  readonly resourceAccount: AccountId;
}

/**
 * The keys of a request that the console makes with the temporary credentials of a session, over HTTPS and without a
 * VPC endpoint. Keys that follow from the principal alone (`aws:PrincipalArn`, `aws:username`, …) are added when the
 * request is evaluated; `aws:userid` is here, because only the world knows unique ids.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestContext(world: World, facts: ContextFacts, env: Surroundings): RequestContext {
  return {
    ...callKeys(env),
    ...principalKeys(world, facts.principal),
    ...sessionKeys(facts.session, env),
    ...resourceKeys(world, facts),
    ...serviceKeys(facts),
  };
}

const callKeys = (env: Surroundings): RequestContext => ({
  'aws:CurrentTime': env.now,
  'aws:EpochTime': String(Math.floor(epochMillis(env.now) / 1000)),
  'aws:SecureTransport': 'true',
  'aws:SourceIp': env.sourceIp,
  'aws:UserAgent': env.userAgent,
  'aws:ViaAWSService': 'false',
  'aws:PrincipalIsAWSService': 'false',
});

function principalKeys(world: World, principal: AccountPrincipal): RequestContext {
  const account = findAccount(world, principal.account);
  const user = account && principal.kind === 'user' ? findUser(account, principal.name) : null;
  return {
    'aws:userid': principal.kind === 'root' ? principal.account : (user?.id ?? ''),
    ...(world.organization ? { 'aws:PrincipalOrgID': world.organization.id } : {}),
    ...tagKeys('aws:PrincipalTag', user?.tags ?? {}),
  };
}

function sessionKeys(session: SessionKeys, env: Surroundings): RequestContext {
  const age = Math.max(0, Math.floor((epochMillis(env.now) - epochMillis(session.issued)) / 1000));
  return {
    'aws:TokenIssueTime': session.issued,
    'aws:MultiFactorAuthPresent': String(session.mfa),
    ...(session.mfa ? { 'aws:MultiFactorAuthAge': String(age) } : {}),
  };
}

function resourceKeys(world: World, { resource, resourceAccount }: ContextFacts): RequestContext {
  const inOrganization = world.organization !== null && findAccount(world, resourceAccount) !== null;
  const tags = userOfResource(world, resource)?.tags ?? {};
  return {
    'aws:ResourceAccount': resourceAccount,
    ...(inOrganization && world.organization ? { 'aws:ResourceOrgID': world.organization.id } : {}),
    'aws:RequestedRegion': bucketOfResource(world, resource)?.bucket.region ?? DEFAULT_REGION,
    ...tagKeys('aws:ResourceTag', tags),
    ...tagKeys('iam:ResourceTag', tags),
  };
}

/**
 * Keys that a service adds to each of its requests.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys
 */
const serviceKeys = ({ action, resourceAccount }: ContextFacts): RequestContext =>
  action.toLowerCase().startsWith('s3:')
    ? {
        's3:ResourceAccount': resourceAccount,
        's3:authType': 'REST-HEADER',
        's3:signatureversion': 'AWS4-HMAC-SHA256',
        's3:TlsVersion': '1.3',
      }
    : {};

const tagKeys = (prefix: string, tags: Readonly<Record<string, string>>): RequestContext =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]));
