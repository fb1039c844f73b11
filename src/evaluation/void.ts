// void: Allows on the side of the resource that match and yet grant nothing.
import type { ApplicablePolicies } from './applicable.ts';
import type { VoidReason } from './evaluation.ts';
import type { Candidate } from './pool.ts';
import type { Request } from './request.ts';
import { grantVoidReason } from './service-rules.ts';

/** Why an Allow is void; null when it counts. */
export type VoidRule = (allow: Candidate) => VoidReason | null;

/** Null where no Allow is void, as for nearly every request. */
export function voidRule(_applicable: ApplicablePolicies, request: Request): VoidRule | null {
  const reason = grantVoidReason(request);
  return reason === null ? null : () => reason;
}
