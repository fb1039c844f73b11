// iam:ListAttachedGroupPolicies: the managed policies attached to a group.
import { operation } from '../../operation.ts';
import { listingAttached } from './attachments.ts';
import { GROUP_NAME, PAGING } from './parameters.ts';
import { POLICY_PATH_PREFIX } from './policy-parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedGroupPolicies.html */
export const ListAttachedGroupPolicies = operation({
  name: 'iam:ListAttachedGroupPolicies',
  readOnly: true,
  cli: 'iam list-attached-group-policies',
  parameters: { GroupName: GROUP_NAME, PathPrefix: POLICY_PATH_PREFIX, ...PAGING },
  ...listingAttached('group'),
});
