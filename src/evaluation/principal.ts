// principal: whether a Principal or NotPrincipal element covers the caller, and what an Allow there is worth to it.
import { isAccountId, parseArn } from '../aws/arn.ts';
import type { Effect, PrincipalElement, PrincipalEntry } from '../policy/document.ts';
import type { GrantKind } from './evaluation.ts';
import type { Principal } from './request.ts';
import { everyOf, not, someOf, type Truth } from './truth.ts';

export interface PrincipalMatch {
  readonly covered: Truth;
  /** What the entry that matched is worth in an Allow. */
  readonly grant: GrantKind | null;
}

/** From what needs nothing else to what needs an Allow in the identity-based policies as well. */
const BY_WORTH: readonly GrantKind[] = ['direct', 'role', 'federatedParent', 'account'];

const NOT_COVERED: PrincipalMatch = { covered: false, grant: null };
const DIRECT: Named = { covered: true, grant: 'direct' };

/**
 * The Principal element. Its entries are alternatives; an entry that names the parent of the caller, its account or its
 * role, covers the caller too.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function matchPrincipal(
  element: PrincipalElement,
  principal: Principal,
  effect: Effect,
): PrincipalMatch {
  const named = readEntries(element, principal).toSorted((one, other) => rank(one) - rank(other));
  // A Deny takes the caller in by any entry; to an Allow the entry counts that is, or could be, worth most.
  const certain = effect === 'Deny' ? named.find(({ covered }) => covered === true) : undefined;
  return certain ?? named[0] ?? NOT_COVERED;
}

/** The more an entry is worth the lower, and among equals the certain one before the uncertain. */
const rank = ({ grant, covered }: Named): number => BY_WORTH.indexOf(grant) * 2 + (covered === true ? 0 : 1);

/**
 * The NotPrincipal element. A Deny spares only a caller that is listed at every level: account, role and session. With
 * Allow, which AWS no longer supports, it grants to callers that are listed at none. Callers under a permissions
 * boundary are never spared.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function matchNotPrincipal(
  element: PrincipalElement,
  principal: Principal,
  effect: Effect,
  hasBoundary: boolean,
): PrincipalMatch {
  if (effect === 'Deny' && hasBoundary) return { covered: true, grant: 'direct' };
  if (element.entries.some(({ kind }) => kind === 'Everyone')) return NOT_COVERED;
  const named = readEntries(element, principal);
  const isListed = (level: GrantKind): Truth =>
    someOf(named, ({ grant, covered }) => grant === level && covered);
  const spared =
    effect === 'Deny' ? everyOf(levelsOf(principal), isListed) : someOf(named, ({ covered }) => covered);
  return { covered: not(spared), grant: 'direct' };
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

/** An entry that names the caller, or that may do so. */
interface Named extends PrincipalMatch {
  readonly grant: GrantKind;
}

const readEntries = (element: PrincipalElement, principal: Principal): Named[] =>
  element.entries.flatMap((entry) => readEntry(entry, principal) ?? []);

/** How an entry names the caller; null when it does not. */
function readEntry(entry: PrincipalEntry, principal: Principal): Named | null {
  switch (entry.kind) {
    case 'Everyone':
      return DIRECT;
    case 'Service':
      return principal.kind === 'service' && principal.service === entry.value ? DIRECT : null;
    case 'Federated':
      return principal.kind === 'federatedIdentity' && principal.provider === entry.value ? DIRECT : null;
    case 'CanonicalUser':
      // Means an account, but a request does not say which canonical id its account has.
      return 'account' in principal
        ? { covered: { on: [`whose canonical user ID ${entry.value} is`] }, grant: accountGrant(principal) }
        : null;
    case 'AWS':
      return 'account' in principal ? readAwsEntry(entry.value, principal) : null;
  }
}

type AccountPrincipal = Extract<Principal, { account: string }>;

/** To everyone but the root user, being named by account is a delegation: the account's own policies decide. */
const accountGrant = (principal: AccountPrincipal): GrantKind =>
  principal.kind === 'root' ? 'direct' : 'account';

/**
 * Entries without wildcards, compared with regard to letter case. A unique id (`AIDA…`), which AWS shows once the entity
 * behind it has been deleted, matches nobody.
 */
function readAwsEntry(value: string, principal: AccountPrincipal): Named | null {
  const account: Named = { covered: true, grant: accountGrant(principal) };
  if (isAccountId(value)) return value === principal.account ? account : null;
  if (value === principal.arn) return DIRECT;
  const arn = parseArn(value);
  if (arn === null || arn.service !== 'iam' || arn.account !== principal.account) return null;
  if (arn.partition !== parseArn(principal.arn)?.partition) return null;
  if (arn.resource === 'root') return account;
  if (principal.kind === 'roleSession') {
    return roleNameOf(arn.resource) === principal.roleName ? { covered: true, grant: 'role' } : null;
  }
  if (principal.kind !== 'federatedUser' || !arn.resource.startsWith('user/')) return null;
  if (principal.issuer === undefined) return { covered: { on: [UNKNOWN_ISSUER] }, grant: 'federatedParent' };
  return principal.issuer === value ? { covered: true, grant: 'federatedParent' } : null;
}

const UNKNOWN_ISSUER = 'which IAM user asked for the federation token';

/** The ARN of a session does not hold the path of its role, and role names are unique within an account. */
const roleNameOf = (resource: string): string | null =>
  resource.startsWith('role/') ? resource.slice(resource.lastIndexOf('/') + 1) : null;

/**
 * A gateway endpoint reads an account in Principal as its root user alone.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export const withoutDelegation = (match: PrincipalMatch): PrincipalMatch =>
  match.covered === true && match.grant === 'account' ? NOT_COVERED : match;
