// Running calls: what launches an instance or makes a function with what an account has for it.
import { findAccount, instanceProfileArn, roleArn } from '../../account/find.ts';
import { sortedValues } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import type { ApiCall } from '../../api/call.ts';

export interface RunningCalls {
  /** Null: no instance profile of the account has a role. */
  readonly instance: ApiCall<'ec2:RunInstances'> | null;
  /** Null: no role of the account names Lambda in its trust policy. */
  readonly lambda: ApiCall<'lambda:CreateFunction'> | null;
}

export function runningCalls(world: World, id: string): RunningCalls {
  const account = findAccount(world, id);
  if (!account) return { instance: null, lambda: null };
  const profile = sortedValues(account.instanceProfiles).find(({ role }) => role !== null);
  const role = sortedValues(account.roles).find(({ trust }) => trust.includes('lambda.amazonaws.com'));
  return {
    instance: profile
      ? {
          operation: 'ec2:RunInstances',
          input: {
            // Every id in the form of one is taken for a public image.
            ImageId: 'ami-00000001',
            MinCount: 1,
            MaxCount: 1,
            IamInstanceProfile: { Arn: instanceProfileArn(account, profile) },
          },
        }
      : null,
    lambda: role
      ? {
          operation: 'lambda:CreateFunction',
          input: {
            FunctionName: 'first',
            Runtime: 'nodejs22.x',
            Role: roleArn(account, role),
            Handler: 'index.handler',
            Code: { ZipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' },
          },
        }
      : null,
  };
}
