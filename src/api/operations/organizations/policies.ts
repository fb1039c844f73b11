// Organization policies as their operations meet them: those of the organization, and those of AWS that are in each.
import type { Change } from '../../../account/change.ts';
import { fullAccessDocument } from '../../../account/levels.ts';
import { organizationPolicyArn } from '../../../account/organization-arns.ts';
import {
  FULL_ACCESS,
  type Organization,
  type OrganizationPolicy,
  type OrganizationPolicyType,
} from '../../../account/organization.ts';
import { attachedTo, policyTypeOf } from '../../../account/organization-tree.ts';
import { lookup, perLeaf, sortedValues } from '../../../account/table.ts';
import type { Arn } from '../../../aws/arn.ts';
import { saveError } from '../../../policy/save.ts';
import { isTooLong, SIZE_LIMITS } from '../../../policy/size.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError, notSimulated } from '../../errors.ts';
import { constraintViolation } from './exceptions.ts';

const POLICY_TYPES = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;

/** The others are known by name and not simulated: no organization has any of them. */
export const isSimulated = (type: string): type is OrganizationPolicyType =>
  POLICY_TYPES.some((one) => one === type);

/** Not of AWS, which would take it. */
export const typeNotSimulated = (type: string): AwsError => notSimulated(`Policies of the type ${type}`);

/** How many an organization can keep, and how many of them can be attached to one place, those of AWS counted. */
export const POLICY_QUOTAS = {
  SERVICE_CONTROL_POLICY: { stored: 10_000, attached: 10, grammar: 'scp' },
  RESOURCE_CONTROL_POLICY: { stored: 2_000, attached: 5, grammar: 'rcp' },
} as const satisfies Record<OrganizationPolicyType, object>;

const awsPolicy = (type: OrganizationPolicyType, description: string): OrganizationPolicy => {
  const id = FULL_ACCESS[type];
  const content = fullAccessDocument(id) ?? '';
  return { id, name: id.slice('p-'.length), description, type, content, tags: {} };
};

const AWS_POLICIES: readonly OrganizationPolicy[] = [
  awsPolicy('SERVICE_CONTROL_POLICY', 'Allows access to every operation'),
  awsPolicy('RESOURCE_CONTROL_POLICY', 'Allows access to every resource'),
];

export const isAwsManaged = (id: string): boolean => AWS_POLICIES.some((policy) => policy.id === id);

export const findPolicy = ({ policies }: Organization, id: string): OrganizationPolicy | null =>
  AWS_POLICIES.find((policy) => policy.id === id) ?? lookup(policies, id) ?? null;

/** Where a policy is in a list: those of AWS come first. */
export const policyPlace = ({ id }: OrganizationPolicy): string => `${isAwsManaged(id) ? 0 : 1} ${id}`;

export const policiesOfType = ({ policies }: Organization, type: string): OrganizationPolicy[] =>
  [...AWS_POLICIES, ...sortedValues(policies)].filter((policy) => policy.type === type);

interface OfType {
  readonly count: number;
  readonly ids: ReadonlyMap<string, string>;
}

const byName = perLeaf((leaf: Readonly<Record<string, OrganizationPolicy>>) => {
  const types = new Map<string, OfType>();
  for (const type of POLICY_TYPES) {
    const own = Object.values(leaf).filter((policy) => policy.type === type);
    types.set(type, { count: own.length, ids: new Map(own.map(({ name, id }) => [name, id])) });
  }
  return types;
});

/** The id of the policy with a name; names are unique within a type. */
export function policyNamed(
  { policies }: Organization,
  type: OrganizationPolicyType,
  name: string,
): string | null {
  const aws = AWS_POLICIES.find((policy) => policy.type === type && policy.name === name);
  if (aws) return aws.id;
  for (const leaf of byName(policies)) {
    const id = leaf.get(type)?.ids.get(name);
    if (id !== undefined) return id;
  }
  return null;
}

/** How many policies of a type the organization has made. */
export const countOfType = ({ policies }: Organization, type: OrganizationPolicyType): number =>
  byName(policies).reduce((sum, leaf) => sum + (leaf.get(type)?.count ?? 0), 0);

/** What Organizations says of a document that it does not keep; white space counts. */
export function contentError(content: string, type: OrganizationPolicyType): AwsError | null {
  const { grammar } = POLICY_QUOTAS[type];
  const fault = saveError(content, { kind: grammar });
  if (fault) return awsError(fault.code, fault.message);
  return isTooLong(content, SIZE_LIMITS[grammar])
    ? constraintViolation('POLICY_CONTENT_LIMIT_EXCEEDED')
    : null;
}

/** The ARN that a request on a policy asks for; one that does not exist is asked for as if it were a policy of this kind. */
export const arnOfPolicy =
  (id: string) =>
  (organization: Organization): Arn =>
    organizationPolicyArn(organization, policyTypeOf(organization, id) ?? 'SERVICE_CONTROL_POLICY', id);

/** `organizations:PolicyType`; left out for policies that do not exist. */
export const typeKey = (type: string | null | undefined) =>
  typeof type === 'string' ? { context: { 'organizations:PolicyType': type } } : {};

export const typeKeyOf = (organization: Organization | null, id: string) =>
  typeKey(organization && policyTypeOf(organization, id));

export interface PolicySummary {
  readonly Id: string;
  readonly Arn: Arn;
  readonly Name: string;
  readonly Description: string;
  readonly Type: OrganizationPolicyType;
  readonly AwsManaged: boolean;
}

export const policySummary = (
  organization: Organization,
  { id, name, description, type }: OrganizationPolicy,
): PolicySummary => ({
  Id: id,
  Arn: organizationPolicyArn(organization, type, id),
  Name: name,
  Description: description,
  Type: type,
  AwsManaged: isAwsManaged(id),
});

/** Ids of the policies of a type that are attached to a place itself. */
export const attachedOfType = (organization: Organization, place: string, type: string): string[] =>
  attachedTo(organization, place).filter((id) => policyTypeOf(organization, id) === type);

/** What is attached to a place from the start: the policy of AWS of each type that is enabled. */
export const attachedAtFirst = ({ enabledTypes }: Organization): readonly string[] =>
  enabledTypes.map((type) => FULL_ACCESS[type]);

/** The change after which exactly these policies are attached to a place. */
export const attaching = (place: string, ids: readonly string[]): Change => ({
  kind: 'organizationPartSet',
  table: 'attached',
  key: place,
  value: ids.length === 0 ? null : ids,
});
