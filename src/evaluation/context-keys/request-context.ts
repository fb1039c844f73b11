// requestContext: every condition key that AWS would put into a request, and no other, from what is known of the call.
import type { ActionName } from '../../aws/arn.ts';
import type { Instant } from '../../aws/instant.ts';
import type { RequestContext } from '../request.ts';
import { callKeys, type ClientFacts } from './call-keys.ts';
import type { CallerFacts } from './caller-facts.ts';
import { credentialKeys } from './credential-keys.ts';
import { networkKeys, type Network } from './network-keys.ts';
import { principalKeys } from './principal-keys.ts';
import { requestTagKeys, type RequestTags } from './request-tag-keys.ts';
import { resourceKeys, type ResourceFacts } from './resource-keys.ts';
import { routeKeys, type Route } from './route-keys.ts';

/** One request, as far as condition keys can tell of it. */
export interface ContextFacts {
  readonly caller: CallerFacts;
  readonly route: Route;
  /** Where the caller is, also when a service passes the request on. */
  readonly network: Network;
  /** Of whoever sends this request: when a service passes it on, of the service. */
  readonly client: ClientFacts;
  /** Of the endpoint that is called; `us-east-1` for IAM and other global services. */
  readonly region: string;
  readonly now: Instant;
  readonly action: ActionName;
  readonly resource: ResourceFacts;
  readonly tags: RequestTags;
  /** Keys of the operation and its service: `sts:ExternalId`, `iam:PassedToService`, `s3:prefix`, … They come last. */
  readonly call: RequestContext;
}

/**
 * The whole request context. A key that AWS puts in without telling what it then holds is in it with the value
 * `UNKNOWN`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const requestContext = (facts: ContextFacts): RequestContext => ({
  ...callKeys(facts.client, facts.region, facts.now),
  ...principalKeys(facts.caller),
  ...credentialKeys(facts.caller, facts.route, facts.now),
  ...routeKeys(facts.route),
  ...networkKeys(facts.network, facts.route, facts.action),
  ...resourceKeys(facts.resource, facts.action),
  ...requestTagKeys(facts.tags, facts.action),
  ...facts.call,
});
