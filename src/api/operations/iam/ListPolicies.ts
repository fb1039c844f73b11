// iam:ListPolicies: the managed policies of the account, of AWS, or both.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { awsPolicies, customerPolicies, together, placeOfArn } from './any-policies.ts';
import { accountOf } from './entities.ts';
import { pageAfter } from './paging.ts';
import { PAGING } from './parameters.ts';
import { ONLY_ATTACHED, POLICY_PATH_PREFIX, SCOPE, USAGE_FILTER } from './policy-parameters.ts';
import { listedPolicy, pathOfPolicy } from './policy-shapes.ts';
import type { AnyPolicy } from './policy.ts';
import { isUsed, usageIn } from './usage.ts';

/**
 * All some 1,600 policies of AWS are listed unless `Scope` is `Local`. Without descriptions and tags: these only
 * GetPolicy shows.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html
 */
export const ListPolicies = operation({
  name: 'iam:ListPolicies',
  readOnly: true,
  cli: 'iam list-policies',
  parameters: {
    Scope: SCOPE,
    OnlyAttached: ONLY_ATTACHED,
    PathPrefix: POLICY_PATH_PREFIX,
    PolicyUsageFilter: USAGE_FILTER,
    ...PAGING,
  },
  authorization: () => [{ action: 'iam:ListPolicies', resource: '*' }],
  perform: (scene, { Scope, OnlyAttached = false, PathPrefix = '/', PolicyUsageFilter, ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const usageOf = usageIn(account.value);
    const ofAws = Scope === 'Local' ? [] : awsPolicies(scene.env.managedPolicies);
    const all = together(
      Scope === 'AWS' ? [] : customerPolicies(account.value, PathPrefix),
      PathPrefix === '/' ? ofAws : ofAws.filter(({ arn }) => pathOfPolicy(arn).startsWith(PathPrefix)),
    );
    const isWanted = ({ arn }: AnyPolicy): boolean => {
      const usage = usageOf(arn);
      if (PolicyUsageFilter === 'PermissionsBoundary') return usage.boundary > 0;
      return PolicyUsageFilter === 'PermissionsPolicy' ? usage.attached > 0 : isUsed(usage);
    };
    // Who is not content with what comes next has to look at everything.
    const found =
      OnlyAttached || PolicyUsageFilter !== undefined ? all.slice(0, all.length).filter(isWanted) : all;
    const cut = pageAfter(found, paging, ({ arn }) => placeOfArn(arn));
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { Policies: items.map((policy) => listedPolicy(policy, usageOf(policy.arn))), ...page },
      changes: [],
    });
  },
});
