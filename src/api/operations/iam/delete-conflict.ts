// DeleteConflict: what has to be done before a user, a group or a role can be deleted.
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

/** What stands in the way, and what AWS tells to do about it. */
type Obstacle = readonly [
  stands: boolean,
  remedy:
    | 'remove users from group'
    | 'detach all policies'
    | 'delete policies'
    | 'delete access keys'
    | 'delete login profile'
    | 'delete MFA device',
];

/** The first obstacle that stands is the answer. AWS documents no order. */
export function deleteConflict(obstacles: readonly Obstacle[]): AwsError | null {
  const [, remedy] = obstacles.find(([stands]) => stands) ?? [];
  return remedy === undefined
    ? null
    : awsError('DeleteConflict', `Cannot delete entity, must ${remedy} first.`);
}
