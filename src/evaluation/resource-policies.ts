// resource policies: all that a resource itself has to say: its policy, its access control lists, its grants.
import { isArn, type Arn } from '../aws/arn.ts';
import type { AppliedPolicy, ApplicablePolicies } from './applicable.ts';
import { grantPolicy } from './kms/grant-policy.ts';
import type { Request } from './request.ts';
import { aclPolicy } from './s3/acl.ts';

type Policies = AppliedPolicy | readonly AppliedPolicy[];

const NOTHING: readonly Policies[] = [];

/** What is read together stands together; empty when the resource says nothing at all. */
export function resourcePolicies(applicable: ApplicablePolicies, request: Request): readonly Policies[] {
  const { resource, s3, grants } = applicable;
  if (s3 === undefined && grants === undefined) return resource.length === 0 ? NOTHING : [resource];
  const more = [...aclPolicies(s3, request), ...(grants ?? []).map(grantPolicy)].filter(
    (one) => one !== null,
  );
  return resource.length === 0 ? more : [resource, ...more];
}

function aclPolicies(s3: ApplicablePolicies['s3'], { resource }: Request): (AppliedPolicy | null)[] {
  if (s3 === undefined || resource === '*') return [];
  const bucket = bucketOf(resource);
  return [
    bucket && s3.bucketAcl && aclPolicy(s3.bucketAcl, 'bucket', bucket),
    s3.objectAcl && aclPolicy(s3.objectAcl, 'object', resource),
  ];
}

/** The bucket that an object is in, or the bucket itself. */
function bucketOf(resource: Arn): Arn | null {
  const slash = resource.indexOf('/');
  const bucket = slash === -1 ? resource : resource.slice(0, slash);
  return isArn(bucket) ? bucket : null;
}
