// organizations:MoveAccount: puts an account under another root or unit; the policies above it change at once.
import { placeArn } from '../../../account/organization-arns.ts';
import { isParent } from '../../../account/organization-tree.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { accountNotFound } from './exceptions.ts';
import { ACCOUNT_ID, DESTINATION_PARENT_ID, SOURCE_PARENT_ID } from './parameters.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';

/**
 * An account that is not where it is said to be is not found there. The texts on source, destination and duplicates are
 * those of the documentation, and the order of the checks is our reading.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html
 */
export const MoveAccount = organizationsOperation({
  name: 'organizations:MoveAccount',
  readOnly: false,
  cli: 'organizations move-account',
  parameters: {
    AccountId: ACCOUNT_ID,
    SourceParentId: SOURCE_PARENT_ID,
    DestinationParentId: DESTINATION_PARENT_ID,
  },
  authorization: (world, caller, input) =>
    [input.AccountId, input.SourceParentId, input.DestinationParentId].map((place) =>
      asking(world, caller, 'write', 'organizations:MoveAccount', (organization) =>
        placeArn(organization, place),
      ),
    ),
  perform: (scene, input) => {
    const { SourceParentId, DestinationParentId } = input;
    const managed = managedOrganization(scene);
    if (!managed.ok) return managed;
    const organization = managed.value;
    const member = lookup(organization.members, input.AccountId);
    if (!member) return err(accountNotFound());
    if (!isParent(organization, SourceParentId))
      return err(
        awsError(
          'SourceParentNotFoundException',
          "We can't find a source root or OU with the ParentId that you specified.",
        ),
      );
    if (!isParent(organization, DestinationParentId))
      return err(
        awsError(
          'DestinationParentNotFoundException',
          "We can't find the destination container (a root or OU) with the ParentId that you specified.",
        ),
      );
    if (member.parent === DestinationParentId)
      return err(
        awsError(
          'DuplicateAccountException',
          'That account is already present in the specified destination.',
        ),
      );
    if (member.parent !== SourceParentId) return err(accountNotFound());
    return ok({
      output: {},
      changes: [
        {
          kind: 'organizationPartSet',
          table: 'members',
          key: member.account,
          value: { ...member, parent: DestinationParentId },
        },
      ],
    });
  },
});
