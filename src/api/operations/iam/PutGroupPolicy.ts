// iam:PutGroupPolicy: writes an inline policy of a group.
import { findGroup, findAccount, groupArn } from '../../../account/find.ts';
import { iamArn } from '../../../aws/arn.ts';
import { err } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { putInline } from './inline.ts';
import { GROUP_NAME, POLICY_DOCUMENT, POLICY_NAME } from './parameters.ts';

/**
 * A group that does not exist is asked about as one directly under `/`; who may not write it is not told that.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html
 */
export const PutGroupPolicy = operation({
  name: 'iam:PutGroupPolicy',
  readOnly: false,
  cli: 'iam put-group-policy',
  parameters: { GroupName: GROUP_NAME, PolicyName: POLICY_NAME, PolicyDocument: POLICY_DOCUMENT },
  authorization: (world, caller, { GroupName }) => {
    const account = findAccount(world, caller.account);
    const group = account && findGroup(account, GroupName);
    const resource = group ? groupArn(account, group) : iamArn(caller.account, 'group', '/', GroupName);
    return [{ action: 'iam:PutGroupPolicy', resource }];
  },
  perform: ({ world, caller }, { GroupName, PolicyName, PolicyDocument }) => {
    const account = findAccount(world, caller.account);
    const group = account && findGroup(account, GroupName);
    if (!group) return err(awsError('NoSuchEntity', `The group with name ${GroupName} cannot be found.`));
    return putInline(account, 'group', group, PolicyName, PolicyDocument);
  },
});
