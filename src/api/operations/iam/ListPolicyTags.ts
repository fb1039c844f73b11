// iam:ListPolicyTags: the tags of a managed policy.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { pageAfter } from './paging.ts';
import { PAGING, POLICY_ARN } from './parameters.ts';
import { tagsOfPolicy } from './policy-shapes.ts';
import { policyArnError, readablePolicy } from './policy.ts';
import { tagList } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html */
export const ListPolicyTags = operation({
  name: 'iam:ListPolicyTags',
  readOnly: true,
  cli: 'iam list-policy-tags',
  parameters: { PolicyArn: POLICY_ARN, ...PAGING },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [{ action: 'iam:ListPolicyTags', resource: PolicyArn }],
  perform: (scene, { PolicyArn, ...paging }) => {
    const found = readablePolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const cut = pageAfter(tagList(tagsOfPolicy(found.value)), paging, ({ Key }) => Key);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { Tags: items, ...page }, changes: [] });
  },
});
