// organizations:CreateOrganizationalUnit: a new unit under a root or unit.
import { placeArn } from '../../../account/organization-arns.ts';
import { isParent, unitsAbove, unitsUnder } from '../../../account/organization-tree.ts';
import type { OrganizationalUnit } from '../../../account/organization.ts';
import { sizeOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { constraintViolation, duplicateUnit, parentNotFound } from './exceptions.ts';
import { characters } from './ids.ts';
import { NEW_TAGS, PARENT_ID, UNIT_NAME } from './parameters.ts';
import { attachedAtFirst, attaching } from './policies.ts';
import { shownUnit } from './shapes.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';
import { tagError } from './tags.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const MAX_UNITS = 2000;
const MAX_DEPTH = 5;

/**
 * The policies of AWS that let everything through are attached to it, of each type that is enabled.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateOrganizationalUnit.html
 */
export const CreateOrganizationalUnit = organizationsOperation({
  name: 'organizations:CreateOrganizationalUnit',
  readOnly: false,
  cli: 'organizations create-organizational-unit',
  parameters: { ParentId: PARENT_ID, Name: UNIT_NAME, Tags: NEW_TAGS },
  authorization: (world, caller, { ParentId, Tags }) => [
    asking(
      world,
      caller,
      'write',
      'organizations:CreateOrganizationalUnit',
      (organization) => placeArn(organization, ParentId),
      settingTags(Tags),
    ),
    ...(Tags?.length
      ? [asking(world, caller, 'write', 'organizations:TagResource', '*', settingTags(Tags))]
      : []),
  ],
  perform: (scene, { ParentId, Name, Tags = [] }) => {
    const managed = managedOrganization(scene);
    if (!managed.ok) return managed;
    const organization = managed.value;
    if (!isParent(organization, ParentId)) return err(parentNotFound());
    if (unitsUnder(organization, ParentId).some(({ name }) => name === Name)) return err(duplicateUnit());
    const refused =
      tagError(Tags) ??
      (unitsAbove(organization, ParentId).length >= MAX_DEPTH
        ? constraintViolation('OU_DEPTH_LIMIT_EXCEEDED')
        : null) ??
      (sizeOf(organization.units) >= MAX_UNITS ? constraintViolation('OU_NUMBER_LIMIT_EXCEEDED') : null);
    if (refused) return err(refused);
    const id = `ou-${organization.root.slice('r-'.length)}-${characters(scene.env, 8)}`;
    const unit: OrganizationalUnit = {
      id,
      name: Name,
      parent: ParentId,
      tags: withTags({}, Tags, 'kept'),
    };
    return ok({
      output: { OrganizationalUnit: shownUnit(organization, unit) },
      changes: [
        { kind: 'organizationPartSet', table: 'units', key: id, value: unit },
        attaching(id, attachedAtFirst(organization)),
      ],
    });
  },
});
