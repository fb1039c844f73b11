// organizations:DescribeResourcePolicy: the policy with which the organization lets member accounts manage policies.
import { delegationPolicyArn } from '../../../account/organization-arns.ts';
import { err, ok } from '../../../aws/result.ts';
import { resourcePolicyNotFound } from './exceptions.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeResourcePolicy.html */
export const DescribeResourcePolicy = organizationsOperation({
  name: 'organizations:DescribeResourcePolicy',
  readOnly: true,
  cli: 'organizations describe-resource-policy',
  parameters: {},
  authorization: (world, caller) => [
    asking(world, caller, 'read', 'organizations:DescribeResourcePolicy', '*'),
  ],
  perform: (scene) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const { resourcePolicy } = organization.value;
    if (!resourcePolicy) return err(resourcePolicyNotFound());
    const { id, content } = resourcePolicy;
    const ResourcePolicySummary = { Id: id, Arn: delegationPolicyArn(organization.value, id) };
    return ok({
      output: { ResourcePolicy: { ResourcePolicySummary, Content: content } },
      changes: [],
    });
  },
});
