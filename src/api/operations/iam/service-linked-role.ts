// Service-linked roles as their operations meet them: named for a service, in use, deleted by a task.
import { lookup } from '../../../account/table.ts';
import type { Account, DeletionTask, Role, World } from '../../../account/world.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';

/** The path of the roles of a service. */
export const pathOf = (service: string): string => `/aws-service-role/${service}/`;

/** The service that a role is linked to; null for all other roles. */
export const serviceOf = ({ path }: Role): string | null =>
  /^\/aws-service-role\/([^/]+)\/$/.exec(path)?.[1] ?? null;

export const isTaskId = (id: string): boolean => /^task\/aws-service-role\/[^/]+\/[^/]+\/[^/]+$/.test(id);

/** The ARN of the role that a task is about. */
export const roleOfTask = (account: AccountId, id: string): Arn =>
  `arn:aws:iam::${account}:role/${id.slice('task/'.length, id.lastIndexOf('/'))}`;

/** What of a service still needs its role, in one Region. */
export interface RoleUsage {
  readonly Region: string;
  readonly Resources: readonly string[];
}

/**
 * What keeps the role of a service from being deleted. Of the services in this world only Organizations works with such a
 * role: as long as the account is a member.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services-using_slrs.html
 */
export function usageOf({ organization }: World, account: Account, service: string): readonly RoleUsage[] {
  if (service !== 'organizations.amazonaws.com' || !organization) return [];
  if (lookup(organization.members, account.id) === undefined) return [];
  const { managementAccount, id } = organization;
  return [
    {
      Region: 'us-east-1',
      Resources: [`arn:aws:organizations::${managementAccount}:account/${id}/${account.id}`],
    },
  ];
}

/** Why a task failed. The words are ours: those of AWS differ from service to service. */
export interface FailureReason {
  readonly Reason: string;
  readonly RoleUsageList: readonly RoleUsage[];
}

export function failureOf(world: World, account: Account, task: DeletionTask): FailureReason {
  const [, , service = ''] = task.id.split('/');
  return {
    Reason: `The role is still in use by ${service}.`,
    RoleUsageList: usageOf(world, account, service),
  };
}
