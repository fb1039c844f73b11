// iam:ListEntitiesForPolicy: who has a managed policy attached or as a boundary.
import { groupsUsing, place, rolesUsing, useKey, usersUsing } from '../../../account/orders.ts';
import { joined, mapped } from '../../../account/sequence.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { pageAfter } from './paging.ts';
import { PAGING, POLICY_ARN } from './parameters.ts';
import { ENTITY_FILTER, ENTITY_PATH_PREFIX, USAGE_FILTER } from './policy-parameters.ts';
import { policyArnError, readablePolicy } from './policy.ts';

/** In the order in which they come. */
const KINDS = ['Group', 'User', 'Role'] as const;

/**
 * A page is cut of groups, users and roles as one list.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html
 */
export const ListEntitiesForPolicy = operation({
  name: 'iam:ListEntitiesForPolicy',
  readOnly: true,
  cli: 'iam list-entities-for-policy',
  parameters: {
    PolicyArn: POLICY_ARN,
    EntityFilter: ENTITY_FILTER,
    PathPrefix: ENTITY_PATH_PREFIX,
    PolicyUsageFilter: USAGE_FILTER,
    ...PAGING,
  },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [
    { action: 'iam:ListEntitiesForPolicy', resource: PolicyArn },
  ],
  perform: (scene, { PolicyArn, EntityFilter, PathPrefix = '/', PolicyUsageFilter = 'Any', ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const found = readablePolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const { users, groups, roles } = account.value;
    const use = useKey(PolicyUsageFilter, PolicyArn);
    const all = [
      { kind: 'Group' as const, entities: groupsUsing(groups, use, PathPrefix) },
      { kind: 'User' as const, entities: usersUsing(users, use, PathPrefix) },
      { kind: 'Role' as const, entities: rolesUsing(roles, use, PathPrefix) },
    ].filter(({ kind }) => EntityFilter === undefined || EntityFilter === kind);
    const cut = pageAfter(
      joined(all.map(({ kind, entities }) => mapped(entities, (entity) => ({ kind, entity })))),
      paging,
      ({ kind, entity }) => `${KINDS.indexOf(kind)}${place(entity)}`,
    );
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    const of = (kind: (typeof KINDS)[number]) =>
      items.filter((each) => each.kind === kind).map(({ entity }) => entity);
    return ok({
      output: {
        PolicyGroups: of('Group').map(({ name, id }) => ({ GroupName: name, GroupId: id })),
        PolicyUsers: of('User').map(({ name, id }) => ({ UserName: name, UserId: id })),
        PolicyRoles: of('Role').map(({ name, id }) => ({ RoleName: name, RoleId: id })),
        ...page,
      },
      changes: [],
    });
  },
});
