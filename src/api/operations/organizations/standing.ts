// Standing: what an account is to the organization, and what it may therefore ask of it.
import { organizationArn } from '../../../account/organization-arns.ts';
import type { DelegatedAdministrator, Organization } from '../../../account/organization.ts';
import { lookup, perLeaf } from '../../../account/table.ts';
import type { Caller } from '../../../account/caller.ts';
import type { World } from '../../../account/world.ts';
import type { AccountId, ActionName, Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation, type AuthorizationRequest, type Operation, type Scene } from '../../operation.ts';
import type { AnyParameters } from '../../parameters.ts';

type Standing = 'outside' | 'management' | 'administrator' | 'member';

function standingOf({ organization }: World, account: AccountId): Standing {
  if (!organization || !lookup(organization.members, account)) return 'outside';
  if (organization.managementAccount === account) return 'management';
  return administrators(organization.delegatedAdministrators).some((leaf) => leaf.has(account))
    ? 'administrator'
    : 'member';
}

const administrators = perLeaf(
  (leaf: Readonly<Record<string, DelegatedAdministrator>>) =>
    new Set(Object.values(leaf).map(({ account }) => account)),
);

/** Whether an account administers some service for the organization. */
export const isAdministrator = (world: World, account: AccountId): boolean =>
  standingOf(world, account) === 'administrator';

/**
 * What a call needs permission for, beside the action:
 * - `read`: accounts that administer a service for the organization may, if their own policies let them;
 * - `write`: others than the management account only if the delegation policy lets them;
 * - `open`: every account of the organization may.
 */
export type Access = 'read' | 'write' | 'open';

/**
 * A request on something in the organization. Nobody outside is told what there is; what an account is only let in to
 * by the delegation policy is asked of the organization itself when it has no ARN of its own.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html
 */
export function asking(
  world: World,
  caller: Caller,
  access: Access,
  action: ActionName,
  resource: ((organization: Organization) => Arn) | '*',
  more: Pick<AuthorizationRequest, 'context' | 'tags'> = {},
): AuthorizationRequest {
  const { organization } = world;
  const standing = standingOf(world, caller.account);
  if (!organization || standing === 'outside') return { action, resource: '*', ...more };
  const named = resource === '*' ? '*' : resource(organization);
  if (standing === 'management') return { action, resource: named, ...more };
  if (access === 'open' || (standing === 'administrator' && access === 'read'))
    return { action, resource: named, asOwn: true, ...more };
  return { action, resource: named === '*' ? organizationArn(organization) : named, ...more };
}

/** What Organizations says whenever a permission is missing, whoever lacks it and why. */
export const denied = (): AwsError =>
  awsError('AccessDeniedException', "You don't have permissions to access this resource.");

/** An operation of Organizations, with its own words for a denial. */
export const organizationsOperation = <const Declared extends AnyParameters, Output extends object>(
  declared: Operation<Declared, Output>,
): Operation<Declared, Output> => operation({ denial: denied, ...declared });

/** The organization that the caller's account is in. */
export function organizationOf({
  world,
  caller,
}: Pick<Scene, 'world' | 'caller'>): Result<Organization, AwsError> {
  const { organization } = world;
  return organization && standingOf(world, caller.account) !== 'outside'
    ? ok(organization)
    : err(awsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.'));
}

/** As `organizationOf`, for what nobody else can be let in to, whatever the delegation policy says. */
export function managedOrganization(scene: Pick<Scene, 'world' | 'caller'>): Result<Organization, AwsError> {
  const found = organizationOf(scene);
  return found.ok && found.value.managementAccount !== scene.caller.account ? err(denied()) : found;
}
