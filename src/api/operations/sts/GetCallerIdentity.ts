// sts:GetCallerIdentity: who am I?
import { ok } from '../../../aws/result.ts';
import { callerArn, callerUserId } from '../../caller.ts';
import { operation } from '../../operation.ts';

/**
 * Needs no permission: every valid caller is answered, also one whom a policy denies it.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const GetCallerIdentity = operation({
  name: 'sts:GetCallerIdentity',
  readOnly: true,
  cli: 'sts get-caller-identity',
  parameters: {},
  authorization: () => [{ action: 'sts:GetCallerIdentity', resource: '*' }],
  perform: ({ world, caller }) =>
    ok({
      output: {
        UserId: callerUserId(world, caller) ?? '',
        Account: caller.account,
        Arn: callerArn(world, caller),
      },
      changes: [],
    }),
});
