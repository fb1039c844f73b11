// iam:ListPolicies: the managed policies of the account, of AWS, or both.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { awsPolicies, byArn, customerPolicies } from './any-policies.ts';
import { accountOf } from './entities.ts';
import { pageOf } from './paging.ts';
import { PAGING } from './parameters.ts';
import { ONLY_ATTACHED, POLICY_PATH_PREFIX, SCOPE, USAGE_FILTER } from './policy-parameters.ts';
import { listedPolicy, pathOfPolicy } from './policy-shapes.ts';
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
    const found = [
      ...(Scope === 'AWS' ? [] : customerPolicies(account.value)),
      ...(Scope === 'Local' ? [] : awsPolicies(scene.env.managedPolicies)),
    ].filter(({ arn }) => {
      if (!pathOfPolicy(arn).startsWith(PathPrefix)) return false;
      const usage = usageOf(arn);
      if (PolicyUsageFilter === 'PermissionsBoundary') return usage.boundary > 0;
      if (PolicyUsageFilter === 'PermissionsPolicy') return usage.attached > 0;
      return !OnlyAttached || isUsed(usage);
    });
    const { items, page } = pageOf(
      byArn(found, ({ arn }) => arn),
      paging,
    );
    return ok({
      output: { Policies: items.map((policy) => listedPolicy(policy, usageOf(policy.arn))), ...page },
      changes: [],
    });
  },
});
