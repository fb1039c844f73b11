// organizations:DisablePolicyType: detaches all policies of a type, and lets none be attached any more.
import { entriesOf } from '../../../account/table.ts';
import type { Change } from '../../../account/change.ts';
import { placeArn } from '../../../account/organization-arns.ts';
import { policyTypeOf } from '../../../account/organization-tree.ts';
import { err, ok } from '../../../aws/result.ts';
import { policyTypeNotEnabled, rootNotFound } from './exceptions.ts';
import { POLICY_TYPE, ROOT_ID } from './parameters.ts';
import { attaching, isSimulated, typeKey } from './policies.ts';
import { shownRoot } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/**
 * The policies themselves stay. Enabled again, only that of AWS is attached.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DisablePolicyType.html
 */
export const DisablePolicyType = organizationsOperation({
  name: 'organizations:DisablePolicyType',
  readOnly: false,
  cli: 'organizations disable-policy-type',
  parameters: { RootId: ROOT_ID, PolicyType: POLICY_TYPE },
  authorization: (world, caller, { RootId, PolicyType }) => [
    asking(
      world,
      caller,
      'write',
      'organizations:DisablePolicyType',
      (organization) => placeArn(organization, RootId),
      typeKey(PolicyType),
    ),
  ],
  perform: (scene, { RootId, PolicyType }) => {
    const found = organizationOf(scene);
    if (!found.ok) return found;
    const organization = found.value;
    if (organization.root !== RootId) return err(rootNotFound());
    if (!isSimulated(PolicyType) || !organization.enabledTypes.includes(PolicyType))
      return err(policyTypeNotEnabled());
    const enabledTypes = organization.enabledTypes.filter((type) => type !== PolicyType);
    return ok({
      output: { Root: shownRoot(organization, enabledTypes) },
      changes: [
        { kind: 'organizationPatched', patch: { enabledTypes } },
        ...entriesOf(organization.attached).flatMap(([place, ids]): Change[] => {
          const left = ids.filter((id) => policyTypeOf(organization, id) !== PolicyType);
          return left.length === ids.length ? [] : [attaching(place, left)];
        }),
      ],
    });
  },
});
