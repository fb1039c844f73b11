// Policies that a simulation is handed as texts, or told to leave out.
import type { OrganizationLevel, AppliedPolicy, PolicySource } from '../../../evaluation/applicable.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { saveError } from '../../../policy/save.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

const invalid = (message: string) => err(awsError('InvalidInput', message));

/** A text as a policy under the name that results call it by. AWS's words for one that is none are not known. */
export function inputPolicy(
  text: string,
  name: string,
  kind: PolicySource['kind'],
): Result<AppliedPolicy, AwsError> {
  const fault = kind === 'inline' ? saveError(text, { kind: 'identity' }) : null;
  if (fault) return invalid(`${name}: ${fault.message}`);
  const { document } = parsedPolicy(text);
  return document
    ? ok({ source: { id: name, name, kind }, document })
    : invalid(`${name}: Syntax errors in policy.`);
}

/** `PolicyInputList.1`, `PolicyInputList.2`, … */
export function inputPolicies(
  texts: readonly string[],
  list: string,
  kind: PolicySource['kind'] = 'inline',
): Result<readonly AppliedPolicy[], AwsError> {
  const policies: AppliedPolicy[] = [];
  for (const [at, text] of texts.entries()) {
    const policy = inputPolicy(text, `${list}.${at + 1}`, kind);
    if (!policy.ok) return policy;
    policies.push(policy.value);
  }
  return ok(policies);
}

/** The boundary that is handed over in place of the entity's own. */
export function inputBoundary(
  texts: readonly string[],
  own: AppliedPolicy | null,
): Result<AppliedPolicy | null, AwsError> {
  if (texts.length > 1) return invalid('The list of Permissions Boundary policies cannot exceed 1 items.');
  const policies = inputPolicies(texts, 'PermissionsBoundaryPolicyInputList');
  return policies.ok ? ok(policies.value[0] ?? own) : policies;
}

interface LevelInput {
  readonly ServiceControlPolicyInputList?: readonly string[];
}

/** Null: there is no organization. */
export function inputLevels(
  levels: readonly LevelInput[],
): Result<readonly OrganizationLevel[] | null, AwsError> {
  const read: OrganizationLevel[] = [];
  for (const [at, { ServiceControlPolicyInputList = [] }] of levels.entries()) {
    const name = `OrderedOrganizationPolicyInputList.${at + 1}`;
    if (ServiceControlPolicyInputList.length === 0)
      return invalid(
        `Organization policy at index ${at + 1} must contain at least one service control policy`,
      );
    const policies = inputPolicies(ServiceControlPolicyInputList, name, 'organization');
    if (!policies.ok) return policies;
    read.push({ name, policies: policies.value });
  }
  return ok(read.length === 0 ? null : read);
}

/** Says which policies of the entity stay out; of several that it could say, one. */
export interface Exclusion {
  readonly PolicyType?: string;
  readonly PolicyArn?: string;
  readonly InlinePolicyIdentifier?: {
    readonly PolicyName: string;
    readonly AttachmentType: string;
    readonly AttachmentName: string;
  };
}

const KINDS: Readonly<Record<string, PolicySource['kind']>> = {
  inline: 'inline',
  'aws-managed': 'awsManaged',
  'user-managed': 'customerManaged',
};

export const isExcluded = ({ source }: AppliedPolicy, exclusions: readonly Exclusion[]): boolean =>
  exclusions.some(({ PolicyType, PolicyArn, InlinePolicyIdentifier: inline }) => {
    if (PolicyType !== undefined) return KINDS[PolicyType] === source.kind;
    if (PolicyArn !== undefined) return source.arn === PolicyArn;
    return (
      inline !== undefined &&
      source.kind === 'inline' &&
      source.name === inline.PolicyName &&
      source.via?.kind === inline.AttachmentType &&
      source.via.name === inline.AttachmentName
    );
  });

export const excludes = (exclusions: readonly Exclusion[], type: string): boolean =>
  exclusions.some(({ PolicyType }) => PolicyType === type);
