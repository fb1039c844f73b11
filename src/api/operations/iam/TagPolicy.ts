// iam:TagPolicy: adds tags to a customer managed policy, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { POLICY_ARN, TAGS } from './parameters.ts';
import { policyChanges } from './entity-changes.ts';
import { existingPolicy, policyArnError } from './policy.ts';
import { settingTags, tagError, tagQuotaError, withTags } from './tags.ts';

/**
 * Unlike those of users and roles, the keys keep letter case apart.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html
 */
export const TagPolicy = operation({
  name: 'iam:TagPolicy',
  readOnly: false,
  cli: 'iam tag-policy',
  parameters: { PolicyArn: POLICY_ARN, Tags: TAGS },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn, Tags }) => [
    { action: 'iam:TagPolicy', resource: PolicyArn, ...settingTags(Tags) },
  ],
  perform: (scene, { PolicyArn, Tags }) => {
    const found = existingPolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const tags = withTags(found.value.policy.tags, Tags, 'kept');
    const refused = tagError(Tags, 'kept') ?? tagQuotaError(tags);
    return refused ? err(refused) : ok({ output: {}, changes: policyChanges(found.value, { tags }) });
  },
});
