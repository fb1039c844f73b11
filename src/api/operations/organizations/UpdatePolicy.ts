// organizations:UpdatePolicy: another name, description or content for a policy, wherever it is attached.
import type { OrganizationPolicy } from '../../../account/organization.ts';
import { err, ok } from '../../../aws/result.ts';
import { invalidInput } from '../../invalid-input.ts';
import { optional } from '../iam/parameters.ts';
import { duplicatePolicy, policyNotFound } from './exceptions.ts';
import { POLICY_CONTENT, POLICY_DESCRIPTION, POLICY_ID, POLICY_NAME } from './parameters.ts';
import {
  arnOfPolicy,
  contentError,
  findPolicy,
  isAwsManaged,
  policyNamed,
  policySummary,
  typeKeyOf,
} from './policies.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/**
 * It is in force at once.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_UpdatePolicy.html
 */
export const UpdatePolicy = organizationsOperation({
  name: 'organizations:UpdatePolicy',
  readOnly: false,
  cli: 'organizations update-policy',
  parameters: {
    PolicyId: POLICY_ID,
    Name: optional(POLICY_NAME),
    Description: optional(POLICY_DESCRIPTION),
    Content: optional(POLICY_CONTENT),
  },
  authorization: (world, caller, { PolicyId }) => [
    asking(
      world,
      caller,
      'write',
      'organizations:UpdatePolicy',
      arnOfPolicy(PolicyId),
      typeKeyOf(world.organization, PolicyId),
    ),
  ],
  perform: (scene, { PolicyId, Name, Description, Content }) => {
    const found = organizationOf(scene);
    if (!found.ok) return found;
    const organization = found.value;
    const policy = findPolicy(organization, PolicyId);
    if (!policy) return err(policyNotFound());
    if (isAwsManaged(PolicyId)) return err(invalidInput('IMMUTABLE_POLICY'));
    const namesake = Name === undefined ? null : policyNamed(organization, policy.type, Name);
    const refused =
      (Content === undefined ? null : contentError(Content, policy.type)) ??
      (namesake === null || namesake === PolicyId ? null : duplicatePolicy());
    if (refused) return err(refused);
    const value: OrganizationPolicy = {
      ...policy,
      name: Name ?? policy.name,
      description: Description ?? policy.description,
      content: Content ?? policy.content,
    };
    const isSame =
      value.name === policy.name &&
      value.description === policy.description &&
      value.content === policy.content;
    return ok({
      output: { Policy: { PolicySummary: policySummary(organization, value), Content: value.content } },
      changes: isSame ? [] : [{ kind: 'organizationPartSet', table: 'policies', key: PolicyId, value }],
    });
  },
});
