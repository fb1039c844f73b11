// void words: why an Allow that matches grants nothing, as a clause.
import type { VoidReason } from '../evaluation.ts';

export const VOID_WORDS: Readonly<Record<VoidReason, string>> = {
  retiredThroughGrants: 'only the grant itself says who may retire it',
  notAcrossAccounts: 'callers of other accounts cannot be given this action',
  foreignObject: 'the object belongs to another account, and only its access control list can open it',
  aclsDisabled: 'access control lists are switched off for the bucket (bucket owner enforced)',
  publicAclIgnored:
    'Block Public Access ignores what access control lists grant to everyone (IgnorePublicAcls)',
  publicBucketRestricted:
    'Block Public Access keeps a bucket with a public policy to its own account and to AWS services (RestrictPublicBuckets)',
};
