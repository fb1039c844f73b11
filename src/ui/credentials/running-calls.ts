// Running calls: what launches an instance or makes a function with what an account has for it, or has to be given first.
import { findAccount, instanceProfileArn, roleArn } from '../../account/find.ts';
import { sortedValues } from '../../account/table.ts';
import type { Account, Role, World } from '../../account/world.ts';
import type { ApiCall } from '../../api/call.ts';
import { iamArn, type Arn } from '../../aws/arn.ts';

/** One after the other. */
export interface RunningCalls {
  readonly instance: readonly ApiCall[];
  readonly lambda: readonly ApiCall[];
}

export function runningCalls(world: World, id: string): RunningCalls {
  const account = findAccount(world, id);
  return account ? { instance: launching(account), lambda: making(account) } : { instance: [], lambda: [] };
}

function launching(account: Account): ApiCall[] {
  const profile = sortedValues(account.instanceProfiles).find(({ role }) => role !== null);
  if (profile) return [run(instanceProfileArn(account, profile))];
  const role = trusting(account, 'ec2.amazonaws.com');
  const RoleName = role?.name ?? SERVER;
  const InstanceProfileName = RoleName;
  return [
    ...(role ? [] : [newRole(SERVER, 'ec2.amazonaws.com')]),
    { operation: 'iam:CreateInstanceProfile', input: { InstanceProfileName } },
    { operation: 'iam:AddRoleToInstanceProfile', input: { InstanceProfileName, RoleName } },
    run(iamArn(account.id, 'instance-profile', '/', InstanceProfileName)),
  ];
}

function making(account: Account): ApiCall[] {
  const role = trusting(account, 'lambda.amazonaws.com');
  return [
    ...(role ? [] : [newRole(WORKER, 'lambda.amazonaws.com')]),
    {
      operation: 'lambda:CreateFunction',
      input: {
        FunctionName: 'first',
        Runtime: 'nodejs22.x',
        Role: role ? roleArn(account, role) : iamArn(account.id, 'role', '/', WORKER),
        Handler: 'index.handler',
        Code: { ZipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' },
      },
    },
  ];
}

/** The file that the line for a function names, made at the same terminal. */
export const CODE: readonly string[] = [
  "echo 'exports.handler = async () => 200' > index.js",
  'zip function.zip index.js',
];

/** Names of roles that are made where there is none. */
const SERVER = 'FirstServer';
const WORKER = 'FirstFunction';

const trusting = ({ roles }: Account, service: string): Role | undefined =>
  sortedValues(roles).find(({ trust }) => trust.includes(service));

const newRole = (RoleName: string, service: string): ApiCall => ({
  operation: 'iam:CreateRole',
  input: {
    RoleName,
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    }),
  },
});

/** Every id in the form of one is taken for a public image. */
const run = (profile: Arn): ApiCall => ({
  operation: 'ec2:RunInstances',
  input: { ImageId: 'ami-00000001', MinCount: 1, MaxCount: 1, IamInstanceProfile: { Arn: profile } },
});
