// Roles as their operations meet them: asked about with their boundary, and kept from changes where only AWS makes them.
import type { World } from '../../../account/world.ts';
import type { ActionName } from '../../../aws/arn.ts';
import { err, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import type { Caller } from '../../../account/caller.ts';
import { boundaryKey } from './boundary.ts';
import { arnOf, existing, protectedRoleError, type Found } from './entities.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const DESCRIPTION = {
  type: 'text',
  event: 'description',
  required: true,
  max: 1000,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*',
} as const;

/** Seconds: one hour to twelve. */
export const MAX_SESSION_DURATION = {
  type: 'integer',
  event: 'maxSessionDuration',
  required: false,
  least: 3600,
  most: 43_200,
} as const;

/** A request on a role; `iam:PermissionsBoundary` is the boundary that it has. */
export function askingOf(
  world: World,
  caller: Caller,
  action: ActionName,
  name: string,
): AuthorizationRequest {
  const found = existing({ world, caller }, 'role', name);
  const resource = arnOf(world, caller, 'role', name);
  return { action, resource, ...boundaryKey(found.ok ? found.value.entity.boundary : null) };
}

/** A role that may be changed in every way. */
export const modifiableRole = (scene: Scene, name: string): Result<Found<'role'>, AwsError> =>
  unless(existing(scene, 'role', name), ({ entity }) => protectedRoleError(entity));

/**
 * A role that may be described and tagged: of the roles that only AWS changes, those linked to a service may be.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
export const describableRole = (scene: Scene, name: string): Result<Found<'role'>, AwsError> =>
  unless(existing(scene, 'role', name), ({ entity }) =>
    entity.path.startsWith('/aws-reserved/') ? protectedRoleError(entity) : null,
  );

function unless(
  found: Result<Found<'role'>, AwsError>,
  refusal: (found: Found<'role'>) => AwsError | null,
): Result<Found<'role'>, AwsError> {
  const refused = found.ok ? refusal(found.value) : null;
  return refused ? err(refused) : found;
}

/** Paths of which AWS makes the roles itself. The text was observed for the first of them. */
export function reservedPathError(path: string): AwsError | null {
  const [prefix] = /^\/aws-(?:service-role|reserved)\//.exec(path) ?? [];
  return prefix === undefined
    ? null
    : awsError('InvalidInput', `Path prefix '${prefix}' can only be used for AWS Service linked Roles`);
}
