// iam:UntagPolicy: takes tags away from a customer managed policy.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { POLICY_ARN, TAG_KEYS } from './parameters.ts';
import { policyChanges } from './entity-changes.ts';
import { existingPolicy, policyArnError } from './policy.ts';
import { removingTags, withoutTags } from './tags.ts';

/**
 * Keys that the policy does not have are no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html
 */
export const UntagPolicy = operation({
  name: 'iam:UntagPolicy',
  readOnly: false,
  cli: 'iam untag-policy',
  parameters: { PolicyArn: POLICY_ARN, TagKeys: TAG_KEYS },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn, TagKeys }) => [
    { action: 'iam:UntagPolicy', resource: PolicyArn, ...removingTags(TagKeys) },
  ],
  perform: (scene, { PolicyArn, TagKeys }) => {
    const found = existingPolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const tags = withoutTags(found.value.policy.tags, TagKeys, 'kept');
    return ok({ output: {}, changes: policyChanges(found.value, { tags }) });
  },
});
