// Associations: which instance has which instance profile, found by their own ids.
import type { Caller } from '../../../account/caller.ts';
import { findAccount } from '../../../account/find.ts';
import { indexBy } from '../../../account/index-by.ts';
import type { Instance, ProfileAssociation } from '../../../account/resources.ts';
import { lookup, namesOf } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { homeOf } from '../../home.ts';
import type { Scene } from '../../operation.ts';
import { malformed, missing } from './ids.ts';
import { existingInstance, type FoundInstance } from './instance.ts';
import { shownProfile, type ShownProfile } from './shapes.ts';

export const ASSOCIATION_ID = { type: 'text', event: 'associationId', required: true } as const;

export const associationIdError = (ids: readonly string[] | undefined): AwsError | null =>
  malformed('iip-assoc', 'InvalidAssociationID.Malformed', ids);

const byAssociation = indexBy<Instance>(({ region, profile }) =>
  profile ? [`${region}/${profile.id}`] : [],
);

const instanceOf = ({ instances }: Account, region: string, id: string): Instance | null => {
  const [name = ''] = namesOf(byAssociation(instances, `${region}/${id}`));
  return lookup(instances, name) ?? null;
};

/** The id of the instance that an association is of; `*` for one that is not there. */
export function associatedInstance(world: World, caller: Caller, { region }: Env, id: string): string {
  const account = findAccount(world, caller.account);
  return (account && instanceOf(account, region, id)?.id) ?? '*';
}

export type FoundAssociation = FoundInstance & { readonly association: ProfileAssociation };

export function existingAssociation(scene: Scene, id: string): Result<FoundAssociation, AwsError> {
  const home = homeOf(scene, 'ec2');
  if (!home.ok) return home;
  const instance = instanceOf(home.value, scene.env.region, id);
  const found = instance && existingInstance(scene, instance.id);
  return found?.ok && found.value.instance.profile
    ? ok({ ...found.value, association: found.value.instance.profile })
    : err(missing('InvalidAssociationID.NotFound', 'association', [id]));
}

export interface ShownAssociation {
  readonly AssociationId: string;
  readonly InstanceId: string;
  readonly IamInstanceProfile: ShownProfile;
  readonly State: 'associating' | 'associated' | 'disassociating';
}

export const shownAssociation = (
  { id }: Instance,
  association: ProfileAssociation,
  state: ShownAssociation['State'],
): ShownAssociation => ({
  AssociationId: association.id,
  InstanceId: id,
  IamInstanceProfile: shownProfile(association),
  State: state,
});
