// iam:ListGroupPolicies: the names of the inline policies of a group.
import { operation } from '../../operation.ts';
import { listingInline } from './inline.ts';
import { GROUP_NAME, PAGING } from './parameters.ts';

/**
 * Managed policies are listed elsewhere.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupPolicies.html
 */
export const ListGroupPolicies = operation({
  name: 'iam:ListGroupPolicies',
  readOnly: true,
  cli: 'iam list-group-policies',
  parameters: { GroupName: GROUP_NAME, ...PAGING },
  ...listingInline('group'),
});
