// Membership: when an account may leave the organization, and what changes when it does.
import type { Change } from '../../../account/change.ts';
import type { Organization } from '../../../account/organization.ts';
import { lookup } from '../../../account/table.ts';
import type { AccountId } from '../../../aws/arn.ts';
import { addSeconds, hasPassed } from '../../../aws/instant.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Scene } from '../../operation.ts';
import { accountNotFound, constraintViolation, masterCannotLeave } from './exceptions.ts';
import { attaching } from './policies.ts';
import { isAdministrator } from './standing.ts';

const FOUR_DAYS = 4 * 24 * 3600;

/**
 * An account that the organization has made must be four days old. What else it needs to stand alone, a means of payment
 * and somebody to write to, is taken as given.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_account_remove.html
 */
export function leaveError(
  { world, env }: Pick<Scene, 'world' | 'env'>,
  organization: Organization,
  account: AccountId,
): AwsError | null {
  const member = lookup(organization.members, account);
  if (!member) return accountNotFound();
  if (account === organization.managementAccount) return masterCannotLeave();
  if (isAdministrator(world, account))
    return constraintViolation('CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG');
  return member.method === 'CREATED' && !hasPassed(addSeconds(member.joined, FOUR_DAYS), env.now)
    ? constraintViolation('WAIT_PERIOD_ACTIVE')
    : null;
}

export const leaving = (account: AccountId): readonly Change[] => [
  { kind: 'organizationPartSet', table: 'members', key: account, value: null },
  attaching(account, []),
];
