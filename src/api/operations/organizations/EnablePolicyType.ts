// organizations:EnablePolicyType: lets policies of a type be attached; that of AWS which lets everything through is attached everywhere.
import { namesOf } from '../../../account/table.ts';
import { attachedTo } from '../../../account/organization-tree.ts';
import { placeArn } from '../../../account/organization-arns.ts';
import { FULL_ACCESS } from '../../../account/organization.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { policyTypeNotAvailable, rootNotFound } from './exceptions.ts';
import { POLICY_TYPE, ROOT_ID } from './parameters.ts';
import { attaching, isSimulated, typeNotSimulated, typeKey } from './policies.ts';
import { shownRoot } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/**
 * AWS takes some seconds for it.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnablePolicyType.html
 */
export const EnablePolicyType = organizationsOperation({
  name: 'organizations:EnablePolicyType',
  readOnly: false,
  cli: 'organizations enable-policy-type',
  parameters: { RootId: ROOT_ID, PolicyType: POLICY_TYPE },
  authorization: (world, caller, { RootId, PolicyType }) => [
    asking(
      world,
      caller,
      'write',
      'organizations:EnablePolicyType',
      (organization) => placeArn(organization, RootId),
      typeKey(PolicyType),
    ),
  ],
  perform: (scene, { RootId, PolicyType }) => {
    const found = organizationOf(scene);
    if (!found.ok) return found;
    const organization = found.value;
    if (organization.root !== RootId) return err(rootNotFound());
    if (organization.featureSet !== 'ALL') return err(policyTypeNotAvailable());
    if (!isSimulated(PolicyType)) return err(typeNotSimulated(PolicyType));
    if (organization.enabledTypes.includes(PolicyType))
      return err(
        awsError('PolicyTypeAlreadyEnabledException', 'The specified policy type is already enabled.'),
      );
    const enabledTypes = [...organization.enabledTypes, PolicyType];
    const places = [RootId, ...namesOf(organization.units), ...namesOf(organization.members)];
    return ok({
      output: { Root: shownRoot(organization, enabledTypes) },
      changes: [
        { kind: 'organizationPatched', patch: { enabledTypes } },
        ...places.map((place) =>
          attaching(place, [...attachedTo(organization, place), FULL_ACCESS[PolicyType]]),
        ),
      ],
    });
  },
});
