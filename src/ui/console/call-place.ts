// Where to see what came of a call: the place of the console that shows what it was about.
import { inlineId } from '../../account/policies.ts';
import type { ApiCall } from '../../api/call.ts';
import type { Route } from '../shared/route.ts';

export interface CallPlace {
  readonly route: Route;
  /** For a link: `Show maple-drafts`. */
  readonly label: string;
}

/** Null for a call that is about nothing the console shows. */
export function placeOfCall(call: ApiCall): CallPlace | null {
  switch (call.operation) {
    case 's3:ListBuckets':
      return { route: { place: 'buckets' }, label: 'Show the buckets' };
    case 's3:ListObjectsV2':
      return bucket(call.input.Bucket, call.input.Prefix);
    case 's3:GetObject':
    case 's3:PutObject':
    case 's3:DeleteObject':
      return bucket(call.input.Bucket, folderOf(call.input.Key));
    case 's3:GetBucketPolicy':
    case 's3:PutBucketPolicy':
    case 's3:DeleteBucketPolicy':
      return bucket(call.input.Bucket);
    case 'iam:CreatePolicyVersion':
    case 'iam:DeletePolicyVersion':
    case 'iam:SetDefaultPolicyVersion':
      return policy(call.input.PolicyArn);
    case 'iam:PutUserPolicy':
      return policy(inlineId({ kind: 'user', name: call.input.UserName }, call.input.PolicyName));
    case 'iam:PutGroupPolicy':
      return policy(inlineId({ kind: 'group', name: call.input.GroupName }, call.input.PolicyName));
    default:
      return null;
  }
}

/** The prefix under which the console lists a key: up to its last `/`. */
export const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1);

const bucket = (name: string, prefix = ''): CallPlace => ({
  route: { place: 'bucket', name, prefix },
  label: prefix === '' ? `Show ${name}` : `Show ${prefix} in ${name}`,
});

const policy = (id: string): CallPlace => ({ route: { place: 'policy', id }, label: 'Show the policy' });
