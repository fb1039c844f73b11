// names: what policies and policy types are called in sentences about one request.
import type { AppliedPolicy } from '../applicable.ts';
import { serviceOf } from '../action.ts';
import type { Layer, StatementResult } from '../evaluation.ts';
import type { Request } from '../request.ts';

/** What the resource-based policy of a service is called. */
const RESOURCE_POLICY: Readonly<Record<string, string>> = {
  s3: 'bucket policy',
  sqs: 'queue policy',
  sns: 'topic policy',
  kms: 'key policy',
  lambda: 'function policy',
  secretsmanager: 'secret policy',
  sts: 'trust policy',
};

export const resourcePolicyName = (request: Request): string =>
  RESOURCE_POLICY[serviceOf(request.action) ?? ''] ?? 'resource-based policy';

/** `WriteDrafts`, or `maple-catalog's bucket policy`. */
export function policyName({ source }: AppliedPolicy, request: Request): string {
  return source.kind === 'resource'
    ? `${source.via?.name ?? source.name}'s ${resourcePolicyName(request)}`
    : source.name;
}

/** Statements are counted from 1. */
export const statementName = ({ policy, statement }: StatementResult, request: Request): string =>
  `${policyName(policy, request)}, statement ${statement.index + 1}`;

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
