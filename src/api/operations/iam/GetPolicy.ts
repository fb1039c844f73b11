// iam:GetPolicy: what is known of a managed policy, without its document.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { POLICY_ARN } from './parameters.ts';
import { shownPolicy } from './policy-shapes.ts';
import { policyArnError, readablePolicy } from './policy.ts';
import { usageIn } from './usage.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html */
export const GetPolicy = operation({
  name: 'iam:GetPolicy',
  readOnly: true,
  cli: 'iam get-policy',
  parameters: { PolicyArn: POLICY_ARN },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [{ action: 'iam:GetPolicy', resource: PolicyArn }],
  perform: (scene, { PolicyArn }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const found = readablePolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const usage = usageIn(account.value)(PolicyArn);
    return ok({ output: { Policy: shownPolicy(found.value, usage) }, changes: [] });
  },
});
