// organizations:DescribePolicy: a policy with its content.
import { err, ok } from '../../../aws/result.ts';
import { policyNotFound } from './exceptions.ts';
import { POLICY_ID } from './parameters.ts';
import { arnOfPolicy, findPolicy, policySummary, typeKeyOf } from './policies.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html */
export const DescribePolicy = organizationsOperation({
  name: 'organizations:DescribePolicy',
  readOnly: true,
  cli: 'organizations describe-policy',
  parameters: { PolicyId: POLICY_ID },
  authorization: (world, caller, { PolicyId }) => [
    asking(
      world,
      caller,
      'read',
      'organizations:DescribePolicy',
      arnOfPolicy(PolicyId),
      typeKeyOf(world.organization, PolicyId),
    ),
  ],
  perform: (scene, { PolicyId }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const policy = findPolicy(organization.value, PolicyId);
    if (!policy) return err(policyNotFound());
    return ok({
      output: {
        Policy: {
          PolicySummary: policySummary(organization.value, policy),
          Content: policy.content,
        },
      },
      changes: [],
    });
  },
});
