// iam:ListPoliciesGrantingServiceAccess: through which policies a user, group or role may use a service.
import { grantedOf } from '../../../account/granted-services.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AppliedPolicy, PolicySource } from '../../../evaluation/applicable.ts';
import { awsError } from '../../errors.ts';
import { operation, type Performed } from '../../operation.ts';
import { ACCESS_ARN, accessSubject } from './access-subject.ts';
import { pageOf, type Page } from './paging.ts';
import { PAGING } from './parameters.ts';

interface GrantingPolicy {
  readonly PolicyName: string;
  readonly PolicyType: 'INLINE' | 'MANAGED';
  readonly PolicyArn?: Arn;
  /** Of inline policies: what they are embedded in. */
  readonly EntityType?: 'USER' | 'GROUP' | 'ROLE';
  readonly EntityName?: string;
}

interface Output extends Page {
  readonly PoliciesGrantingServiceAccess: readonly {
    readonly ServiceNamespace: string;
    readonly Policies: readonly GrantingPolicy[];
  }[];
}

/**
 * Each policy is read for itself; boundaries, denials of others and resource-based policies are not.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html
 */
export const ListPoliciesGrantingServiceAccess = operation({
  name: 'iam:ListPoliciesGrantingServiceAccess',
  readOnly: true,
  cli: 'iam list-policies-granting-service-access',
  parameters: {
    Arn: ACCESS_ARN,
    ServiceNamespaces: {
      type: 'textList',
      event: 'serviceNamespaces',
      required: true,
      minItems: 1,
      maxItems: 200,
      item: { min: 1, max: 64, pattern: '[\\w-]*' },
    },
    Marker: PAGING.Marker,
  },
  authorization: (_world, _caller, { Arn }) => [
    { action: 'iam:ListPoliciesGrantingServiceAccess', resource: Arn },
  ],
  perform: (scene, { Arn, ServiceNamespaces, ...paging }) => {
    const subject = accessSubject(scene, Arn);
    if (!subject.ok) return subject;
    if (/^arn:aws:iam::[^:]*:policy\//.test(Arn)) return err(awsError('InvalidInput', `Invalid ARN: ${Arn}`));
    const asked = new Set(ServiceNamespaces.map((namespace) => namespace.toLowerCase()));
    const grants = subject.value.policies.map((policy) => ({
      policy,
      services: grantedOf([policy.document], asked),
    }));
    const cut = pageOf(ServiceNamespaces, paging);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok<Performed<Output>>({
      output: {
        PoliciesGrantingServiceAccess: items.map((namespace) => ({
          ServiceNamespace: namespace,
          Policies: distinct(grants.filter(({ services }) => services.has(namespace.toLowerCase()))),
        })),
        ...page,
      },
      changes: [],
    });
  },
});

const ENTITY: ReadonlyMap<string, 'USER' | 'GROUP' | 'ROLE'> = new Map([
  ['user', 'USER'],
  ['group', 'GROUP'],
  ['role', 'ROLE'],
]);

/** A managed policy that somebody has in two ways is one policy. */
function distinct(grants: readonly { readonly policy: AppliedPolicy }[]): GrantingPolicy[] {
  const sources = new Map(grants.map(({ policy: { source } }) => [source.id, source]));
  return [...sources.values()].map(shown);
}

function shown({ name, arn, via }: PolicySource): GrantingPolicy {
  if (arn !== undefined) return { PolicyName: name, PolicyType: 'MANAGED', PolicyArn: arn };
  const type = via && ENTITY.get(via.kind);
  return {
    PolicyName: name,
    PolicyType: 'INLINE',
    ...(via && type && { EntityType: type, EntityName: via.name }),
  };
}
