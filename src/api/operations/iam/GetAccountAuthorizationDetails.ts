// iam:GetAccountAuthorizationDetails: all users, groups, roles and managed policies of the account, with every policy text.
import { groupsUnder, place, rolesUnder, usersUnder } from '../../../account/orders.ts';
import { joined, mapped } from '../../../account/sequence.ts';
import type { Group, Role, User } from '../../../account/world.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { awsPolicies, customerPolicies, placeOfArn, together } from './any-policies.ts';
import { groupDetail, policyDetail, roleDetail, userDetail } from './authorization-details.ts';
import { accountOf } from './entities.ts';
import { pageAfter } from './paging.ts';
import { PAGING } from './parameters.ts';
import { ENTITY_TYPES } from './policy-parameters.ts';
import type { AnyPolicy } from './policy.ts';
import { isUsed, usageIn } from './usage.ts';

type Item =
  | { readonly user: User }
  | { readonly group: Group }
  | { readonly role: Role }
  | { readonly policy: AnyPolicy };

/** The kinds one after the other, each in its own order. */
function placeOf(item: Item): string {
  if ('user' in item) return `0${place(item.user)}`;
  if ('group' in item) return `1${place(item.group)}`;
  return 'role' in item ? `2${place(item.role)}` : `3${placeOfArn(item.policy.arn)}`;
}

/**
 * Of the policies of AWS those that are in use. A page is cut of users, groups, roles and policies as one list.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export const GetAccountAuthorizationDetails = operation({
  name: 'iam:GetAccountAuthorizationDetails',
  readOnly: true,
  cli: 'iam get-account-authorization-details',
  parameters: {
    Filter: { type: 'textList', event: 'filter', required: false, item: { oneOf: ENTITY_TYPES } },
    ...PAGING,
  },
  authorization: () => [{ action: 'iam:GetAccountAuthorizationDetails', resource: '*' }],
  perform: (scene, { Filter = [], ...paging }) => {
    const found = accountOf(scene);
    if (!found.ok) return found;
    const account = found.value;
    const { activity } = scene.env;
    const usageOf = usageIn(account);
    const wanted = (type: (typeof ENTITY_TYPES)[number]) => Filter.length === 0 || Filter.includes(type);
    const policies = together(
      wanted('LocalManagedPolicy') ? customerPolicies(account, '/') : [],
      wanted('AWSManagedPolicy')
        ? awsPolicies(scene.env.managedPolicies).filter(({ arn }) => isUsed(usageOf(arn)))
        : [],
    );
    const cut = pageAfter(
      joined<Item>([
        mapped(wanted('User') ? usersUnder(account.users, '/') : [], (user) => ({ user })),
        mapped(wanted('Group') ? groupsUnder(account.groups, '/') : [], (group) => ({ group })),
        mapped(wanted('Role') ? rolesUnder(account.roles, '/') : [], (role) => ({ role })),
        mapped(policies, (policy) => ({ policy })),
      ]),
      paging,
      placeOf,
    );
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: {
        UserDetailList: items.flatMap((item) =>
          'user' in item ? userDetail(account, item.user, activity) : [],
        ),
        GroupDetailList: items.flatMap((item) => ('group' in item ? groupDetail(account, item.group) : [])),
        RoleDetailList: items.flatMap((item) =>
          'role' in item ? roleDetail(account, item.role, activity) : [],
        ),
        Policies: items.flatMap((item) =>
          'policy' in item ? policyDetail(item.policy, usageOf(item.policy.arn)) : [],
        ),
        ...page,
      },
      changes: [],
    });
  },
});
