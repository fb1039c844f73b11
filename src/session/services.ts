// Services: what runs in this world with a role, the instances and functions, and the session that each would have.
import type { RoleSession } from '../account/caller.ts';
import type { Instance, LambdaFunction } from '../account/resources.ts';
import { sortedValues } from '../account/table.ts';
import type { Account, World } from '../account/world.ts';
import type { Arn } from '../aws/arn.ts';
import type { Env } from '../api/env.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { instanceSession, type NoSession } from '../api/operations/ec2/instance-session.ts';
import { executionSession } from '../api/operations/lambda/execution-session.ts';

/** Something that a service runs, and who it would be if it made a call now. */
export type Running = (
  | {
      readonly kind: 'instance';
      readonly instance: Instance;
      readonly session: Result<RoleSession, NoSession>;
    }
  | {
      readonly kind: 'function';
      readonly lambda: LambdaFunction;
      /** Lambda tells one reason only: it cannot assume the role. */
      readonly session: Result<RoleSession, 'roleNotTrusting'>;
    }
) & {
  readonly account: Account;
  /** `i-…`, or the name of a function. */
  readonly name: string;
  /** The instance profile or the execution role that it was given; null: none. */
  readonly given: Arn | null;
};

/**
 * The instances and functions of all accounts, each with the session that the service makes for it at this moment, or why
 * there is none. Instances that were terminated are not among them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html
 */
export const runningIn = (world: World, env: Env): Running[] =>
  Object.values(world.accounts).flatMap((account) => [
    ...sortedValues(account.instances)
      .filter(({ state }) => state !== 'terminated')
      .map((instance): Running => ({
        kind: 'instance',
        account,
        name: instance.id,
        given: instance.profile?.profile ?? null,
        instance,
        session: instanceSession(world, account, instance, env),
      })),
    ...sortedValues(account.functions).map((lambda): Running => ({
      kind: 'function',
      account,
      name: lambda.name,
      given: lambda.role,
      lambda,
      session: ofFunction(world, account, lambda, env),
    })),
  ]);

function ofFunction(
  world: World,
  { id: account }: Account,
  lambda: LambdaFunction,
  env: Env,
): Result<RoleSession, 'roleNotTrusting'> {
  const { region, name } = lambda;
  const session = executionSession(world, { region, account, name, qualifier: null }, lambda, env);
  return session ? ok(session) : err('roleNotTrusting');
}
