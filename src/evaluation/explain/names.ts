// names: what policies and policy types are called in sentences about one request.
import type { AppliedPolicy } from '../applicable.ts';
import { serviceOf } from '../action.ts';
import type { Layer, StatementResult } from '../evaluation.ts';
import type { Request } from '../request.ts';
import { needsResourcePolicy } from '../service-rules.ts';

/** What the resource-based policy of a service is called. */
const RESOURCE_POLICY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s3: 'bucket policy',
    sqs: 'queue policy',
    sns: 'topic policy',
    kms: 'key policy',
    lambda: 'function policy',
    secretsmanager: 'resource policy',
    sts: 'trust policy',
  }),
);

export const resourcePolicyName = (request: Request): string => ownName(request) ?? 'resource-based policy';

/** What the root user can always mend the policy of. */
export const mendedKind = (request: Request): 'bucket' | 'queue' =>
  serviceOf(request.action) === 'sqs' ? 'queue' : 'bucket';

/** Null for a service whose resource-based policies, if it has any, have no name of their own here. */
export function ownName(request: Request): string | null {
  const service = serviceOf(request.action) ?? '';
  // Of what STS is asked about, only roles have a policy.
  return service === 'sts' && !needsResourcePolicy(request) ? null : (RESOURCE_POLICY.get(service) ?? null);
}

/** Within a sentence: `WriteDrafts`, `the bucket policy of maple-catalog`, `the ACL of maple-catalog/a.txt`, `grant 1`. */
export function policyName(policy: AppliedPolicy, request: Request): string {
  const { kind, name } = policy.source;
  switch (kind) {
    case 'resource':
      return `the ${resourcePolicyName(request)} of ${ownerName(policy)}`;
    case 'acl':
      return `the ACL of ${ownerName(policy)}`;
    case 'grant':
      return `g${name.slice(1)}`;
    default:
      return name;
  }
}

/** Standing alone: `WriteDrafts`, or `Bucket policy of maple-catalog`. */
export function policyHeading(policy: AppliedPolicy, request: Request): string {
  const name = resourcePolicyName(request);
  return policy.source.kind === 'resource'
    ? `${name.charAt(0).toUpperCase()}${name.slice(1)} of ${ownerName(policy)}`
    : policy.source.name;
}

const ownerName = ({ source }: AppliedPolicy): string => source.via?.name ?? source.name;

/** Statements are counted from 1, and so are the grants of an access control list; a grant of KMS is one thing. */
export function statementName({ policy, statement }: StatementResult, request: Request): string {
  const name = policyName(policy, request);
  const number = statement.index + 1;
  if (policy.source.kind === 'grant') return name;
  return policy.source.kind === 'acl' ? `${name}, grant ${number}` : `${name}, statement ${number}`;
}

/** The place where something is missing: `in the identity-based policies`. */
export function layerPhrase(layer: Layer, policy: AppliedPolicy | undefined, request: Request): string {
  switch (layer) {
    case 'rcp':
      return 'in the resource control policies';
    case 'scp':
      return 'in the service control policies';
    case 'vpce':
      return 'in the VPC endpoint policy';
    case 'resource':
      return `in ${policy === undefined ? `the ${resourcePolicyName(request)}` : policyName(policy, request)}`;
    case 'identity':
      return 'in the identity-based policies';
    case 'boundary':
      return 'at the permissions boundary';
    case 'session':
      return 'in the session policy';
  }
}

/** The policies of which a layer read a statement. */
export const policiesIn = (statements: readonly StatementResult[]): readonly AppliedPolicy[] => [
  ...new Set(statements.map(({ policy }) => policy)),
];
