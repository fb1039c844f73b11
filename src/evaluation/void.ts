// void: Allows on the side of the resource that match and yet grant nothing.
import type { ApplicablePolicies } from './applicable.ts';
import type { VoidReason } from './evaluation.ts';
import type { Candidate } from './pool.ts';
import type { Request } from './request.ts';
import { isRestricted } from './s3/block-public-access.ts';
import { isPublicPolicy } from './s3/public.ts';
import { grantVoidReason, isForeignObject } from './service-rules.ts';

/** Why an Allow is void; null when it counts. */
export type VoidRule = (allow: Candidate) => VoidReason | null;

/**
 * Null where no Allow can be void, as for nearly every request. AWS speaks of ignoring a public ACL and does not say what
 * becomes of the grants in it that are not public; here they stay.
 */
export function voidRule(applicable: ApplicablePolicies, request: Request): VoidRule | null {
  const { s3 } = applicable;
  const ofService = grantVoidReason(request);
  const ofForeignObject = isForeignObject(request);
  if (ofService === null && !ofForeignObject && s3 === undefined) return null;
  const restricted =
    s3 !== undefined &&
    isRestricted(
      request,
      applicable.resource.some(({ document }) => isPublicPolicy(document)),
      s3.blockPublicAccess,
    );
  return ({ policy, compiled }) => {
    if (policy.source.kind === 'grant') return ofService === 'retiredThroughGrants' ? null : ofService;
    if (ofService !== null) return ofService;
    if (restricted) return 'publicBucketRestricted';
    if (policy.source.kind !== 'acl') return ofForeignObject ? 'foreignObject' : null;
    if (s3?.ownership === 'BucketOwnerEnforced') return 'aclsDisabled';
    return s3?.blockPublicAccess.ignorePublicAcls && compiled.principal?.everyone ? 'publicAclIgnored' : null;
  };
}
