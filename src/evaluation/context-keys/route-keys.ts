// Keys of the route: whether the caller makes the request itself, or a service passes it on for the caller.
import type { RequestContext } from '../request.ts';

/** Services are named by their principals, for example `cloudformation.amazonaws.com`. */
export type Route =
  | { readonly kind: 'direct' }
  /** A forward access session: the services that have passed the request on, first to last. */
  | { readonly kind: 'forwarded'; readonly by: readonly [string, ...string[]] }
  /** The same with an MCP server of AWS at its start; `by` are the services after it. */
  | { readonly kind: 'forwardedByMcp'; readonly mcp: string; readonly by: readonly string[] }
  /** An MCP server of AWS asks whether the caller may use one of its own actions. */
  | { readonly kind: 'mcpAction' };

/**
 * What AWS says of `aws:ViaAWSMCPService` in direct calls contradicts itself; here it is absent from them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
export function routeKeys(route: Route): RequestContext {
  switch (route.kind) {
    case 'direct':
      return { 'aws:ViaAWSService': 'false' };
    case 'forwarded':
      return calledViaKeys(route.by);
    case 'forwardedByMcp':
      return {
        ...calledViaKeys([route.mcp, ...route.by]),
        'aws:ViaAWSMCPService': 'true',
        'aws:CalledViaAWSMCP': route.mcp,
      };
    case 'mcpAction':
      return { 'aws:ViaAWSService': 'false', 'aws:IsMcpServiceAction': 'true' };
  }
}

/** Passed on for the caller by a service. */
export const isForwarded = ({ kind }: Route): boolean => kind === 'forwarded' || kind === 'forwardedByMcp';

function calledViaKeys(services: readonly [string, ...string[]]): RequestContext {
  const [first] = services;
  return {
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': services,
    'aws:CalledViaFirst': first,
    'aws:CalledViaLast': services.at(-1) ?? first,
  };
}
