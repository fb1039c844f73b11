// context: the request context as conditions see it, with the keys that follow from the principal.
import { UNKNOWN, type ContextValue, type Principal, type Request, type RequestContext } from './request.ts';

/** Condition keys by lower-cased name: AWS compares them without regard to letter case. */
export type Context = ReadonlyMap<string, ContextEntry>;

export interface ContextEntry {
  /** As spelled in the request. */
  readonly key: string;
  readonly value: ContextValue;
}

export const isUnknown = (value: ContextValue): value is typeof UNKNOWN =>
  typeof value === 'object' && 'unknown' in value;

/**
 * The keys that follow from the principal alone. The unique ids in `aws:userid` of users and role sessions do not, nor
 * does the path of a session's role: who knows them states `aws:userid` and `aws:PrincipalArn` in the request.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
export function principalContext(principal: Principal): RequestContext {
  switch (principal.kind) {
    case 'root':
      return {
        'aws:PrincipalType': 'Account',
        'aws:PrincipalArn': principal.arn,
        'aws:PrincipalAccount': principal.account,
        'aws:userid': principal.account,
      };
    case 'user':
      return {
        'aws:PrincipalType': 'User',
        'aws:PrincipalArn': principal.arn,
        'aws:PrincipalAccount': principal.account,
        'aws:username': principal.name,
      };
    case 'roleSession':
      return {
        'aws:PrincipalType': 'AssumedRole',
        'aws:PrincipalArn': roleArn(principal),
        'aws:PrincipalAccount': principal.account,
      };
    case 'federatedUser':
      return {
        'aws:PrincipalType': 'FederatedUser',
        'aws:PrincipalArn': principal.arn,
        'aws:PrincipalAccount': principal.account,
        'aws:userid': `${principal.account}:${principal.name}`,
      };
    case 'anonymous':
      return {
        'aws:PrincipalType': 'Anonymous',
        'aws:PrincipalAccount': 'anonymous',
        'aws:userid': 'anonymous',
      };
    case 'service':
    case 'federatedIdentity':
      return {};
  }
}

/** `aws:PrincipalArn` of a role session is the ARN of its role, never that of the session. */
function roleArn(session: Extract<Principal, { kind: 'roleSession' }>): string {
  const partition = session.arn.split(':')[1] ?? 'aws';
  return `arn:${partition}:iam::${session.account}:role/${session.roleName}`;
}

/**
 * The keys of the call over the keys of the principal. AWS does not say which of two keys counts when they differ only
 * in letter case, so their value is unknown unless they agree.
 */
export function contextOf(request: Request): Context {
  const context = new Map<string, ContextEntry>();
  for (const [key, value] of Object.entries(principalContext(request.principal))) {
    context.set(key.toLowerCase(), { key, value });
  }
  const stated = new Set<string>();
  for (const [key, value] of Object.entries(request.context)) {
    const name = key.toLowerCase();
    const other = stated.has(name) ? context.get(name) : undefined;
    const ambiguous = other !== undefined && !sameValue(other.value, value);
    context.set(name, { key, value: ambiguous ? UNKNOWN : value });
    stated.add(name);
  }
  return context;
}

const sameValue = (one: ContextValue, other: ContextValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The value of a single-valued key; null when the key is absent, multivalued or not known. */
export function textOf(context: Context, key: string): string | null {
  const value = context.get(key.toLowerCase())?.value;
  return typeof value === 'string' ? value : null;
}
