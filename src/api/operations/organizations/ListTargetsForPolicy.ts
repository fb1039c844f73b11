// organizations:ListTargetsForPolicy: the roots, units and accounts that a policy is attached to.
import { placeArn } from '../../../account/organization-arns.ts';
import { placeOf, targetsOf } from '../../../account/organization-tree.ts';
import type { Organization } from '../../../account/organization.ts';
import { entry } from '../../../account/record.ts';
import type { World } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import { policyNotFound } from './exceptions.ts';
import { pageOf } from './paging.ts';
import { PAGING, POLICY_ID } from './parameters.ts';
import { arnOfPolicy, findPolicy, typeKeyOf } from './policies.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

const TYPES = { root: 'ROOT', unit: 'ORGANIZATIONAL_UNIT', account: 'ACCOUNT' } as const;

function shownTarget(world: World, organization: Organization, id: string) {
  const place = placeOf(organization, id);
  const kind = place?.kind ?? 'account';
  const Name =
    place?.kind === 'unit'
      ? place.unit.name
      : kind === 'root'
        ? 'Root'
        : (entry(world.accounts, id)?.name ?? '');
  return { TargetId: id, Arn: placeArn(organization, id), Name, Type: TYPES[kind] };
}

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListTargetsForPolicy.html */
export const ListTargetsForPolicy = organizationsOperation({
  name: 'organizations:ListTargetsForPolicy',
  readOnly: true,
  cli: 'organizations list-targets-for-policy',
  parameters: { PolicyId: POLICY_ID, ...PAGING },
  authorization: (world, caller, { PolicyId }) => [
    asking(
      world,
      caller,
      'read',
      'organizations:ListTargetsForPolicy',
      arnOfPolicy(PolicyId),
      typeKeyOf(world.organization, PolicyId),
    ),
  ],
  perform: (scene, { PolicyId, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (!findPolicy(organization.value, PolicyId)) return err(policyNotFound());
    const page = pageOf(targetsOf(organization.value, PolicyId), paging, (target) => target);
    if (!page.ok) return page;
    const Targets = page.value.items.map((id) => shownTarget(scene.world, organization.value, id));
    return ok({ output: { Targets, ...page.value.page }, changes: [] });
  },
});
