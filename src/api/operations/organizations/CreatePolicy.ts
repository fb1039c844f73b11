// organizations:CreatePolicy: a new service control policy or resource control policy, attached to nothing.
import { typeKey } from './policies.ts';
import { organizationPolicyArn } from '../../../account/organization-arns.ts';
import type { Organization, OrganizationPolicy } from '../../../account/organization.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { constraintViolation, duplicatePolicy, policyTypeNotAvailable } from './exceptions.ts';
import { characters } from './ids.ts';
import { NEW_POLICY_TYPE, NEW_TAGS, POLICY_CONTENT, POLICY_DESCRIPTION, POLICY_NAME } from './parameters.ts';
import {
  POLICY_QUOTAS,
  contentError,
  countOfType,
  isSimulated,
  typeNotSimulated,
  policyNamed,
  policySummary,
} from './policies.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';
import { tagError } from './tags.ts';

/**
 * Its type need not be enabled yet.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html
 */
export const CreatePolicy = organizationsOperation({
  name: 'organizations:CreatePolicy',
  readOnly: false,
  cli: 'organizations create-policy',
  parameters: {
    Content: POLICY_CONTENT,
    Description: POLICY_DESCRIPTION,
    Name: POLICY_NAME,
    Type: NEW_POLICY_TYPE,
    Tags: NEW_TAGS,
  },
  authorization: (world, caller, { Type, Tags }) => {
    const resource = (organization: Organization): Arn =>
      organizationPolicyArn(organization, isSimulated(Type) ? Type : 'SERVICE_CONTROL_POLICY', 'p-*');
    const more = { ...typeKey(Type), ...settingTags(Tags) };
    return [
      asking(world, caller, 'write', 'organizations:CreatePolicy', resource, more),
      ...(Tags?.length ? [asking(world, caller, 'write', 'organizations:TagResource', resource, more)] : []),
    ];
  },
  perform: (scene, { Content, Description, Name, Type, Tags = [] }) => {
    const found = organizationOf(scene);
    if (!found.ok) return found;
    const organization = found.value;
    if (organization.featureSet !== 'ALL') return err(policyTypeNotAvailable());
    if (!isSimulated(Type)) return err(typeNotSimulated(Type));
    const refused =
      tagError(Tags) ??
      contentError(Content, Type) ??
      (policyNamed(organization, Type, Name) === null ? null : duplicatePolicy()) ??
      (countOfType(organization, Type) >= POLICY_QUOTAS[Type].stored
        ? constraintViolation('POLICY_NUMBER_LIMIT_EXCEEDED')
        : null);
    if (refused) return err(refused);
    const policy: OrganizationPolicy = {
      id: `p-${characters(scene.env, 8)}`,
      name: Name,
      description: Description,
      type: Type,
      content: Content,
      tags: withTags({}, Tags, 'kept'),
    };
    return ok({
      output: { Policy: { PolicySummary: policySummary(organization, policy), Content } },
      changes: [{ kind: 'organizationPartSet', table: 'policies', key: policy.id, value: policy }],
    });
  },
});
