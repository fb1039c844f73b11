// organizations:PutResourcePolicy: makes or replaces the policy with which the organization lets member accounts manage policies.
import { delegationPolicyArn } from '../../../account/organization-arns.ts';
import type { DelegationPolicy, Organization } from '../../../account/organization.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { delegationPolicyError } from './delegation-policy.ts';
import { characters } from './ids.ts';
import { NEW_TAGS, RESOURCE_POLICY_CONTENT } from './parameters.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';
import { tagError, tagQuotaError } from './tags.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_PutResourcePolicy.html */
export const PutResourcePolicy = organizationsOperation({
  name: 'organizations:PutResourcePolicy',
  readOnly: false,
  cli: 'organizations put-resource-policy',
  parameters: { Content: RESOURCE_POLICY_CONTENT, Tags: NEW_TAGS },
  authorization: (world, caller, { Tags }) => {
    const resource = (organization: Organization): Arn =>
      delegationPolicyArn(organization, organization.resourcePolicy?.id ?? 'rp-*');
    return [
      asking(world, caller, 'write', 'organizations:PutResourcePolicy', resource, settingTags(Tags)),
      ...(Tags?.length
        ? [asking(world, caller, 'write', 'organizations:TagResource', resource, settingTags(Tags))]
        : []),
    ];
  },
  perform: (scene, { Content, Tags = [] }) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    const { resourcePolicy } = organization.value;
    const tags = withTags(resourcePolicy?.tags ?? {}, Tags, 'kept');
    const refused =
      tagError(Tags) ?? tagQuotaError(tags) ?? delegationPolicyError(Content, organization.value);
    if (refused) return err(refused);
    const policy: DelegationPolicy = {
      id: resourcePolicy?.id ?? `rp-${characters(scene.env, 8)}`,
      content: Content,
      tags,
    };
    const Arn = delegationPolicyArn(organization.value, policy.id);
    return ok({
      output: { ResourcePolicy: { ResourcePolicySummary: { Id: policy.id, Arn }, Content } },
      changes: [{ kind: 'organizationPatched', patch: { resourcePolicy: policy } }],
    });
  },
});
