// organizations:ListParents: the root or unit directly above an account or unit.
import { placeArn } from '../../../account/organization-arns.ts';
import { placeOf } from '../../../account/organization-tree.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { pageOf } from './paging.ts';
import { CHILD_ID, PAGING } from './parameters.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/**
 * The text of its error is that of the documentation.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html
 */
export const ListParents = organizationsOperation({
  name: 'organizations:ListParents',
  readOnly: true,
  cli: 'organizations list-parents',
  parameters: { ChildId: CHILD_ID, ...PAGING },
  authorization: (world, caller, { ChildId }) => [
    asking(world, caller, 'read', 'organizations:ListParents', (organization) =>
      placeArn(organization, ChildId),
    ),
  ],
  perform: (scene, { ChildId, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const place = placeOf(organization.value, ChildId);
    if (!place || place.kind === 'root')
      return err(
        awsError(
          'ChildNotFoundException',
          "We can't find an organizational unit (OU) or AWS account with the ChildId that you specified.",
        ),
      );
    const Id = place.kind === 'unit' ? place.unit.parent : place.member.parent;
    const Type = Id === organization.value.root ? ('ROOT' as const) : ('ORGANIZATIONAL_UNIT' as const);
    const page = pageOf([{ Id, Type }], paging, () => Id);
    if (!page.ok) return page;
    return ok({ output: { Parents: page.value.items, ...page.value.page }, changes: [] });
  },
});
