// principal: whether a Principal or NotPrincipal element covers the caller, and what an Allow there is worth to it.
import { isAccountId, parseArn, type AccountId } from '../aws/arn.ts';
import type { Effect, PrincipalElement, PrincipalEntry } from '../policy/document.ts';
import type { GrantKind } from './evaluation.ts';
import type { Principal, Request } from './request.ts';
import { everyOf, not, someOf, type Truth } from './truth.ts';

export interface PrincipalMatch {
  readonly covered: Truth;
  /** What the entry that matched is worth in an Allow. */
  readonly grant: GrantKind | null;
}

/** An entry that names the caller, or that may do so. */
export interface Naming extends PrincipalMatch {
  readonly grant: GrantKind;
}

/** How one entry names a caller; null when it does not. */
export type EntryReader = (request: Request) => Naming | null;

/** From what needs nothing else to what needs an Allow in the identity-based policies as well. */
const BY_WORTH: readonly GrantKind[] = ['direct', 'role', 'federatedParent', 'account'];

const NOT_COVERED: PrincipalMatch = { covered: false, grant: null };
const NAMED: Readonly<Record<GrantKind, Naming>> = {
  direct: { covered: true, grant: 'direct' },
  role: { covered: true, grant: 'role' },
  federatedParent: { covered: true, grant: 'federatedParent' },
  account: { covered: true, grant: 'account' },
};

export interface CompiledPrincipal {
  readonly negated: boolean;
  readonly readers: readonly EntryReader[];
  /** Whether an entry is `*`. */
  readonly everyone: boolean;
}

/** Prepares an element for many callers. */
export const compilePrincipal = ({ negated, entries }: PrincipalElement): CompiledPrincipal => ({
  negated,
  readers: entries.map(compileEntry),
  everyone: entries.some(({ kind }) => kind === 'Everyone'),
});

/** Whom the element covers, and so whom the statement is about. */
export function matchPrincipal(
  element: CompiledPrincipal,
  request: Request,
  effect: Effect,
  { hasBoundary, accountMeansRoot }: CallerRules,
): PrincipalMatch {
  return element.negated
    ? matchNotPrincipal(element, request, effect, hasBoundary)
    : matchListed(element, request, effect, accountMeansRoot);
}

/** What else decides whom an element covers. */
export interface CallerRules {
  readonly hasBoundary: boolean;
  /**
   * In the policy of a gateway endpoint an account stands for its root user only.
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
   */
  readonly accountMeansRoot: boolean;
}

/**
 * The Principal element. Its entries are alternatives; an entry that names the parent of the caller, its account or its
 * role, covers the caller too. A Deny takes the caller in by any entry; to an Allow the entry counts that is, or could
 * be, worth most.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function matchListed(
  { readers }: CompiledPrincipal,
  request: Request,
  effect: Effect,
  accountMeansRoot: boolean,
): PrincipalMatch {
  let best: Naming | null = null;
  for (const read of readers) {
    const naming = read(request);
    if (naming === null || (accountMeansRoot && naming.grant === 'account')) continue;
    if (effect === 'Deny' && naming.covered === true) return naming;
    if (best === null || rank(naming) < rank(best)) best = naming;
  }
  return best ?? NOT_COVERED;
}

/** The more an entry is worth the lower, and among equals the certain one before the uncertain. */
const rank = ({ grant, covered }: Naming): number => BY_WORTH.indexOf(grant) * 2 + (covered === true ? 0 : 1);

/**
 * The NotPrincipal element. A Deny spares only a caller that is listed at every level: account, role and session. With
 * Allow, which AWS no longer supports, it grants to callers that are listed at none. Callers under a permissions
 * boundary are never spared.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function matchNotPrincipal(
  element: CompiledPrincipal,
  request: Request,
  effect: Effect,
  underBoundary: boolean,
): PrincipalMatch {
  if (effect === 'Deny' && underBoundary) return NAMED.direct;
  if (element.everyone) return NOT_COVERED;
  const named = namingsOf(element, request);
  const spared =
    effect === 'Deny'
      ? everyOf(levelsOf(request.principal), (level) => isListed(named, level))
      : someOf(named, ({ covered }) => covered);
  return { covered: not(spared), grant: 'direct' };
}

const namingsOf = ({ readers }: CompiledPrincipal, request: Request): Naming[] =>
  readers.flatMap((read) => read(request) ?? []);

const isListed = (named: readonly Naming[], level: GrantKind): Truth =>
  someOf(named, ({ grant, covered }) => grant === level && covered);

/** The levels at which NotPrincipal does not list the caller, and would have to for a Deny to spare it. */
export function unlistedLevels(element: CompiledPrincipal, request: Request): readonly GrantKind[] {
  const named = namingsOf(element, request);
  return levelsOf(request.principal).filter((level) => isListed(named, level) !== true);
}

/** Whether NotPrincipal lists the caller at some of its levels and not at others: what then happens is not documented. */
export function isListedInPart(element: CompiledPrincipal, request: Request): boolean {
  const unlisted = unlistedLevels(element, request).length;
  return unlisted > 0 && unlisted < levelsOf(request.principal).length;
}

/** The entries that name the caller at its levels, as the kinds of grant they would be. */
function levelsOf(principal: Principal): readonly GrantKind[] {
  switch (principal.kind) {
    case 'user':
    case 'federatedUser':
      return ['account', 'direct'];
    case 'roleSession':
      return ['account', 'role', 'direct'];
    case 'root':
    case 'service':
    case 'federatedIdentity':
    case 'anonymous':
      return ['direct'];
  }
}

/** Prepares one entry. */
export function compileEntry(entry: PrincipalEntry): EntryReader {
  switch (entry.kind) {
    case 'Everyone':
      return () => NAMED.direct;
    case 'Service':
      return ({ principal }) =>
        principal.kind === 'service' && principal.service === entry.value ? NAMED.direct : null;
    case 'Federated':
      return ({ principal }) =>
        principal.kind === 'federatedIdentity' && principal.provider === entry.value ? NAMED.direct : null;
    case 'CanonicalUser':
      return (request) => readCanonicalUser(entry.value, request);
    case 'AWS':
      return compileAwsEntry(entry.value);
  }
}

/** Means the account of that canonical user id, if the request says which the caller's account has. */
function readCanonicalUser(id: string, { principal, facts }: Request): Naming | null {
  if (!('account' in principal)) return null;
  const own = facts?.canonicalUserId;
  if (own === undefined)
    return { covered: { on: [`whose canonical user ID ${id} is`] }, grant: accountNaming(principal).grant };
  return own === id ? accountNaming(principal) : null;
}

type AccountPrincipal = Extract<Principal, { account: string }>;

/** To everyone but the root user, being named by account is a delegation: the account's own policies decide. */
const accountNaming = (principal: AccountPrincipal): Naming =>
  principal.kind === 'root' ? NAMED.direct : NAMED.account;

/**
 * Entries without wildcards, compared with regard to letter case. A unique id (`AIDA…`), which AWS shows once the entity
 * behind it has been deleted, matches nobody.
 */
function compileAwsEntry(value: string): EntryReader {
  if (isAccountId(value))
    return ({ principal }) => (isOf(principal, value) ? accountNaming(principal) : null);
  const arn = parseArn(value);
  if (arn === null) return () => null;
  const partition = `arn:${arn.partition}:`;
  const inIam = arn.service === 'iam';
  const roleName = inIam ? roleNameOf(arn.resource) : null;
  return ({ principal }) => {
    if (!('account' in principal)) return null;
    if (principal.arn === value) return NAMED.direct;
    if (!inIam || arn.account !== principal.account || !principal.arn.startsWith(partition)) return null;
    if (arn.resource === 'root') return accountNaming(principal);
    if (principal.kind === 'roleSession') return roleName === principal.roleName ? NAMED.role : null;
    return principal.kind === 'federatedUser' && arn.resource.startsWith('user/')
      ? readIssuer(value, principal.issuer)
      : null;
  };
}

const isOf = (principal: Principal, account: AccountId): principal is AccountPrincipal =>
  'account' in principal && principal.account === account;

function readIssuer(value: string, issuer: string | undefined): Naming | null {
  if (issuer === undefined)
    return {
      covered: { on: ['which IAM user asked for the federation token'] },
      grant: 'federatedParent',
    };
  return issuer === value ? NAMED.federatedParent : null;
}

/** The ARN of a session does not hold the path of its role, and role names are unique within an account. */
const roleNameOf = (resource: string): string | null =>
  resource.startsWith('role/') ? resource.slice(resource.lastIndexOf('/') + 1) : null;
