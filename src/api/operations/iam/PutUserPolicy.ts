// iam:PutUserPolicy: writes an inline policy of a user.
import { findUser, findAccount, userArn } from '../../../account/find.ts';
import { iamArn } from '../../../aws/arn.ts';
import { err } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { putInline } from './inline.ts';
import { USER_NAME, POLICY_DOCUMENT, POLICY_NAME } from './parameters.ts';

/**
 * A user that does not exist is asked about as one directly under `/`; who may not write it is not told that.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html
 */
export const PutUserPolicy = operation({
  name: 'iam:PutUserPolicy',
  readOnly: false,
  cli: 'iam put-user-policy',
  parameters: { UserName: USER_NAME, PolicyName: POLICY_NAME, PolicyDocument: POLICY_DOCUMENT },
  authorization: (world, caller, { UserName }) => {
    const account = findAccount(world, caller.account);
    const user = account && findUser(account, UserName);
    const resource = user ? userArn(account, user) : iamArn(caller.account, 'user', '/', UserName);
    return [{ action: 'iam:PutUserPolicy', resource }];
  },
  perform: ({ world, caller }, { UserName, PolicyName, PolicyDocument }) => {
    const account = findAccount(world, caller.account);
    const user = account && findUser(account, UserName);
    if (!user) return err(awsError('NoSuchEntity', `The user with name ${UserName} cannot be found.`));
    return putInline(account, 'user', user, PolicyName, PolicyDocument);
  },
});
