// organizations:DescribeEffectivePolicy: what the management policies above an account come to together.
import { placeArn } from '../../../account/organization-arns.ts';
import { placeOf } from '../../../account/organization-tree.ts';
import { err } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { invalidInput } from '../../invalid-input.ts';
import { optional } from '../iam/parameters.ts';
import { targetNotFound } from './exceptions.ts';
import { MANAGEMENT_TYPES, TARGET_ID } from './parameters.ts';
import { typeKey } from './policies.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** Of service and resource control policies there is nothing of the kind. */
const EFFECTIVE_TYPE = { type: 'text', event: 'policyType', required: true } as const;

/**
 * Management policies are not simulated, so no account has an effective one. Every account may ask for its own. The texts
 * are those of the documentation.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeEffectivePolicy.html
 */
export const DescribeEffectivePolicy = organizationsOperation({
  name: 'organizations:DescribeEffectivePolicy',
  readOnly: true,
  cli: 'organizations describe-effective-policy',
  parameters: { PolicyType: EFFECTIVE_TYPE, TargetId: optional(TARGET_ID) },
  validate: ({ PolicyType }) =>
    MANAGEMENT_TYPES.some((type) => type === PolicyType) ? null : invalidInput('INVALID_ENUM_POLICY_TYPE'),
  authorization: (world, caller, { PolicyType, TargetId = caller.account }) => [
    asking(
      world,
      caller,
      TargetId === caller.account ? 'open' : 'read',
      'organizations:DescribeEffectivePolicy',
      (organization) => placeArn(organization, TargetId),
      typeKey(PolicyType),
    ),
  ],
  perform: (scene, { TargetId = scene.caller.account }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const place = placeOf(organization.value, TargetId);
    if (!place) return err(targetNotFound());
    if (place.kind !== 'account') return err(invalidInput('TARGET_NOT_SUPPORTED'));
    return err(
      awsError(
        'EffectivePolicyNotFoundException',
        "If you ran this action on the management account, this policy type is not enabled. If you ran the action on a member account, the account doesn't have an effective policy of this type. Contact the administrator of your organization about attaching a policy of this type to the account.",
      ),
    );
  },
});
