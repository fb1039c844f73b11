// iam:ListEntitiesForPolicy: who has a managed policy attached or as a boundary.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { underPath } from './listing.ts';
import { pageOf } from './paging.ts';
import { PAGING, POLICY_ARN } from './parameters.ts';
import { ENTITY_FILTER, ENTITY_PATH_PREFIX, USAGE_FILTER } from './policy-parameters.ts';
import { policyArnError, readablePolicy } from './policy.ts';
import { usersOf } from './usage.ts';

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
  perform: (scene, { PolicyArn, EntityFilter, PathPrefix, PolicyUsageFilter, ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const found = readablePolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const { users, groups, roles } = usersOf(account.value, PolicyArn, PolicyUsageFilter);
    const all = [
      ...underPath(groups, PathPrefix).map((entity) => ({ kind: 'Group', entity }) as const),
      ...underPath(users, PathPrefix).map((entity) => ({ kind: 'User', entity }) as const),
      ...underPath(roles, PathPrefix).map((entity) => ({ kind: 'Role', entity }) as const),
    ].filter(({ kind }) => EntityFilter === undefined || EntityFilter === kind);
    const { items, page } = pageOf(all, paging);
    const of = (kind: 'Group' | 'User' | 'Role') =>
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
