// The operations of IAM on customer managed policies and their versions.
import { CreatePolicy } from './CreatePolicy.ts';
import { DeletePolicy } from './DeletePolicy.ts';
import { GetPolicy } from './GetPolicy.ts';
import { GetPolicyVersion } from './GetPolicyVersion.ts';
import { ListEntitiesForPolicy } from './ListEntitiesForPolicy.ts';
import { ListPolicies } from './ListPolicies.ts';
import { ListPolicyTags } from './ListPolicyTags.ts';
import { ListPolicyVersions } from './ListPolicyVersions.ts';
import { TagPolicy } from './TagPolicy.ts';
import { UntagPolicy } from './UntagPolicy.ts';

export const POLICY_OPERATIONS = {
  'iam:CreatePolicy': CreatePolicy,
  'iam:GetPolicy': GetPolicy,
  'iam:ListPolicies': ListPolicies,
  'iam:DeletePolicy': DeletePolicy,
  'iam:GetPolicyVersion': GetPolicyVersion,
  'iam:ListPolicyVersions': ListPolicyVersions,
  'iam:ListEntitiesForPolicy': ListEntitiesForPolicy,
  'iam:TagPolicy': TagPolicy,
  'iam:UntagPolicy': UntagPolicy,
  'iam:ListPolicyTags': ListPolicyTags,
} as const;
