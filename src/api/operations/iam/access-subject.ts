// Access subjects: the user, group, role or policy whose use of services is asked about, by ARN.
import { applied, policiesOf } from '../../../account/applicable.ts';
import {
  findGroup,
  findRole,
  findUser,
  groupArn,
  groupsOf,
  roleArn,
  userArn,
} from '../../../account/find.ts';
import { accessorsWith, roleAccessor, userAccessor, type Accessor } from '../../../account/last-accessed.ts';
import { managedPolicy } from '../../../account/policies.ts';
import type { Account } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AppliedPolicy } from '../../../evaluation/applicable.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { membersOf } from './membership.ts';

export const ACCESS_ARN = { type: 'arn', event: 'arn', required: true, min: 20, max: 2048 } as const;

export interface AccessSubject {
  readonly account: Account;
  /** Those that decide which services are listed; boundaries and service control policies do not. */
  readonly policies: readonly AppliedPolicy[];
  /** Whose use counts. */
  readonly accessors: readonly Accessor[];
}

const IAM_ARN = /^arn:aws:iam::(?:\d{12}|aws):(user|group|role|policy)\/(?:.*\/)?([^/]+)$/;

/** AWS's words for an ARN of something else are not known. */
const invalidArn = (arn: string): AwsError => awsError('InvalidInput', `Invalid ARN: ${arn}`);

export function accessSubject(scene: Scene, arn: Arn): Result<AccessSubject, AwsError> {
  const found = accountOf(scene);
  if (!found.ok) return found;
  const account = found.value;
  const { world, env } = scene;
  const [, kind, name] = IAM_ARN.exec(arn) ?? [];
  if (kind === undefined || name === undefined) return err(invalidArn(arn));
  const own = (of: 'user' | 'group' | 'role', identity: Parameters<typeof policiesOf>[3]): AppliedPolicy[] =>
    policiesOf(world, account, of, identity, env.managedPolicies);
  switch (kind) {
    case 'user': {
      const user = findUser(account, name);
      if (!user || userArn(account, user) !== arn) break;
      const ofGroups = groupsOf(account, user).flatMap((group) => own('group', group));
      return ok({
        account,
        policies: [...own('user', user), ...ofGroups],
        accessors: [userAccessor(account, user)],
      });
    }
    case 'group': {
      const group = findGroup(account, name);
      if (!group || groupArn(account, group) !== arn) break;
      const accessors = membersOf(account, group).map((user) => userAccessor(account, user));
      return ok({ account, policies: own('group', group), accessors });
    }
    case 'role': {
      const role = findRole(account, name);
      if (!role || roleArn(account, role) !== arn) break;
      return ok({ account, policies: own('role', role), accessors: [roleAccessor(account, role)] });
    }
    default: {
      const policy = managedPolicy(world, account.id, arn, env.managedPolicies);
      return policy
        ? ok({ account, policies: applied(policy), accessors: accessorsWith(account, arn) })
        : err(awsError('NoSuchEntity', 'Policy ARN was not found.'));
    }
  }
  return err(awsError('NoSuchEntity', `The ${kind} with name ${name} cannot be found.`));
}
