// attachmentRequests: what it takes to attach a policy to a place, or to detach it.
import { placeArn } from '../../../account/organization-arns.ts';
import type { Caller } from '../../../account/caller.ts';
import type { World } from '../../../account/world.ts';
import type { AuthorizationRequest } from '../../operation.ts';
import { arnOfPolicy, typeKeyOf } from './policies.ts';
import { asking } from './standing.ts';

/** The policy is asked about as well as the place. */
export function attachmentRequests(
  world: World,
  caller: Caller,
  action: 'organizations:AttachPolicy' | 'organizations:DetachPolicy',
  { PolicyId, TargetId }: { readonly PolicyId: string; readonly TargetId: string },
): readonly AuthorizationRequest[] {
  const type = typeKeyOf(world.organization, PolicyId);
  return [
    asking(world, caller, 'write', action, arnOfPolicy(PolicyId), type),
    asking(world, caller, 'write', action, (organization) => placeArn(organization, TargetId), type),
  ];
}
