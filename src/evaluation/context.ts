// context: the request context as conditions see it, with the keys that follow from the principal.
import { UNKNOWN, type ContextValue, type Principal, type Request, type RequestContext } from './request.ts';

/** Condition keys by lower-cased name: AWS compares them without regard to letter case. */
export interface Context {
  get(key: string): ContextEntry | undefined;
}

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
  if ('keyless' in principal) return {};
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
  if (session.roleArn !== undefined) return session.roleArn;
  const partition = session.arn.split(':')[1] ?? 'aws';
  return `arn:${partition}:iam::${session.account}:role/${session.roleName}`;
}

/**
 * The keys of the call over the keys of the principal. AWS does not say which of two keys counts when they differ only
 * in letter case, so their value is unknown unless they agree.
 */
export const contextOf = ({ context, principal }: Request): Context => new RequestKeys(context, principal);

/** Looks nothing up before it is asked. */
class RequestKeys implements Context {
  readonly #context: RequestContext;
  readonly #principal: Principal;
  #stated: Keys | null = null;

  constructor(context: RequestContext, principal: Principal) {
    this.#context = context;
    this.#principal = principal;
  }

  get(key: string): ContextEntry | undefined {
    this.#stated ??= statedKeys(this.#context);
    return this.#stated.get(key) ?? derivedKeys(this.#principal).get(key);
  }
}

type Keys = ReadonlyMap<string, ContextEntry>;

/** Memos: neither contexts nor principals ever change, and many requests share them. */
const byContext = new WeakMap<RequestContext, Keys>();
const byPrincipal = new WeakMap<Principal, Keys>();

function statedKeys(context: RequestContext): Keys {
  const known = byContext.get(context);
  if (known !== undefined) return known;
  const keys = new Map<string, ContextEntry>();
  for (const [key, value] of Object.entries(context)) {
    const name = key.toLowerCase();
    const other = keys.get(name);
    const ambiguous = other !== undefined && !sameValue(other.value, value);
    keys.set(name, { key, value: ambiguous ? UNKNOWN : value });
  }
  byContext.set(context, keys);
  return keys;
}

function derivedKeys(principal: Principal): Keys {
  const known = byPrincipal.get(principal);
  if (known !== undefined) return known;
  const keys = new Map(
    Object.entries(principalContext(principal)).map(([key, value]) => [key.toLowerCase(), { key, value }]),
  );
  byPrincipal.set(principal, keys);
  return keys;
}

/** The keys that a request holds more than once, in different letter case and with different values; lower-cased. */
export function ambiguousKeys(context: RequestContext): ReadonlySet<string> {
  const first = new Map<string, ContextValue>();
  const ambiguous = new Set<string>();
  for (const [key, value] of Object.entries(context)) {
    const name = key.toLowerCase();
    const other = first.get(name);
    if (other === undefined) first.set(name, value);
    else if (!sameValue(other, value)) ambiguous.add(name);
  }
  return ambiguous;
}

const sameValue = (one: ContextValue, other: ContextValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The value of a single-valued key; null when the key is absent, multivalued or not known. */
export function textOf(context: Context, key: string): string | null {
  const value = context.get(key.toLowerCase())?.value;
  return typeof value === 'string' ? value : null;
}
