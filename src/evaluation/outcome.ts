// outcome: what became of one statement, and of the statements of a pool, packed into small integers so that the trace
// is cheap to record. `trace.ts` turns them into objects when somebody looks.
import type { GrantKind, VoidReason } from './evaluation.ts';

/** Reason, grant and void reason of one statement, in the bits below. */
export type Outcome = number;

/** The reason, in the lowest three bits; `MATCHED` and `UNKNOWN` come with a grant. */
export const MATCHED = 0;
export const UNKNOWN_MATCH = 1;
export const OTHER_CALLER = 2;
export const OTHER_RESOURCE = 3;
export const CONDITION_FAILED = 4;
const REASON_BITS = 0b111;

export const reasonOf = (outcome: Outcome): number => outcome & REASON_BITS;

const GRANTS: readonly (GrantKind | null)[] = [null, 'direct', 'role', 'account', 'federatedParent'];
const GRANT_SHIFT = 3;

export const grantOutcome = (grant: GrantKind | null): Outcome =>
  grant === null ? 0 : GRANTS.indexOf(grant) << GRANT_SHIFT;

export const grantOf = (outcome: Outcome): GrantKind | null =>
  GRANTS[(outcome >> GRANT_SHIFT) & 0b111] ?? null;

const VOIDS: readonly (VoidReason | null)[] = [
  null,
  'retiredThroughGrants',
  'notAcrossAccounts',
  'foreignObject',
  'aclsDisabled',
  'publicAclIgnored',
  'publicBucketRestricted',
];
const VOID_SHIFT = 6;

export const voidOutcome = (reason: VoidReason | null): Outcome =>
  reason === null ? 0 : VOIDS.indexOf(reason) << VOID_SHIFT;

export const voidOf = (outcome: Outcome): VoidReason | null => VOIDS[outcome >> VOID_SHIFT] ?? null;

/** What the statements of a pool come to: the flags below, with the grants of its Allows. */
export type Sum = number;

export const ALLOWS = 1;
export const DENIES = 2;
export const MAY_ALLOW = 4;
export const MAY_DENY = 8;
const SURE_SHIFT = 4;
const MAYBE_SHIFT = 9;
const GRANT_BITS = 0b11111;

/** Adds one statement. An Allow that is void adds nothing. */
export function added(sum: Sum, isDeny: boolean, outcome: Outcome): Sum {
  const reason = outcome & REASON_BITS;
  if (reason > UNKNOWN_MATCH) return sum;
  if (isDeny) return sum | (reason === MATCHED ? DENIES : MAY_DENY);
  if (outcome >> VOID_SHIFT !== 0) return sum;
  const grant = 1 << ((outcome >> GRANT_SHIFT) & 0b111);
  return reason === MATCHED ? sum | ALLOWS | (grant << SURE_SHIFT) : sum | MAY_ALLOW | (grant << MAYBE_SHIFT);
}

/** The levels of an organization: each must allow, and a Deny on any of them denies. */
export function sumOfLevels(levels: readonly Sum[]): Sum {
  let any = 0;
  let every = ALLOWS;
  let everyMay = MAY_ALLOW;
  for (const sum of levels) {
    any |= sum;
    every &= sum;
    if ((sum & (ALLOWS | MAY_ALLOW)) === 0) everyMay = 0;
  }
  return (any & (DENIES | MAY_DENY)) | every | (every === 0 ? everyMay : 0);
}

/** Only what is certain. */
export const sureOf = (sum: Sum): Sum => sum & ~(MAY_ALLOW | MAY_DENY | (GRANT_BITS << MAYBE_SHIFT));

/** With every open question answered against the caller. */
export const worstOf = (sum: Sum): Sum => sureOf(sum) | (sum & MAY_DENY ? DENIES : 0);

/** With every open question answered in favour of the caller. */
export const bestOf = (sum: Sum): Sum =>
  sureOf(sum) | (sum & MAY_ALLOW ? ALLOWS : 0) | (((sum >> MAYBE_SHIFT) & GRANT_BITS) << SURE_SHIFT);

export const isOpen = (sum: Sum): boolean => (sum & (MAY_ALLOW | MAY_DENY)) !== 0;

/** Whether the Allows of a settled sum, or of one where nothing is open, have a grant of this kind. */
export const hasGrant = (sum: Sum, grant: GrantKind): boolean =>
  ((sum >> SURE_SHIFT) & (1 << GRANTS.indexOf(grant))) !== 0;
