// Keys of the network: the public address of the caller, or the VPC endpoint that the request has come through.
import type { ActionName, Arn } from '../../aws/arn.ts';
import { serviceOf } from '../action.ts';
import type { RequestContext } from '../request.ts';
import { organizationKeys, type AccountFacts } from './account-facts.ts';
import { isForwarded, type Route } from './route-keys.ts';
import { VPCE_ACCOUNT, VPCE_ORG_ID, VPCE_ORG_PATHS, VPC_ARN } from './vpc-endpoint-services.ts';

/** Where the request starts. */
export type Network =
  /** IPv4 or IPv6. */
  | { readonly kind: 'internet'; readonly sourceIp: string }
  | {
      readonly kind: 'vpcEndpoint';
      /** `vpce-…` */
      readonly endpoint: string;
      /** `arn:aws:ec2:REGION:ACCOUNT:vpc/vpc-…`, of the VPC that the endpoint is in. */
      readonly vpc: Arn;
      /** Of the caller, in the VPC. */
      readonly privateIp: string;
      /** The account of the endpoint. */
      readonly owner: AccountFacts;
    }
  /** Inside AWS, where a service that calls in its own name is: AWS keeps that network to itself. */
  | { readonly kind: 'aws' };

/**
 * A service that passes a request on keeps the public address the request started from, but nothing of a VPC endpoint.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties
 */
export function networkKeys(network: Network, route: Route, action: ActionName): RequestContext {
  switch (network.kind) {
    case 'internet':
      return { 'aws:SourceIp': network.sourceIp };
    case 'vpcEndpoint':
      if (isForwarded(route)) return {};
      return {
        'aws:SourceVpce': network.endpoint,
        'aws:SourceVpc': network.vpc.slice(network.vpc.lastIndexOf('/') + 1),
        'aws:VpcSourceIp': network.privateIp,
        ...newerKeys(network.vpc, network.owner, action),
      };
    case 'aws':
      return {};
  }
}

/** Keys that came later, and that each service has to learn. */
const KNOWN_TO: Readonly<Record<string, ReadonlySet<string>>> = {
  'aws:SourceVpcArn': VPC_ARN,
  'aws:VpceAccount': VPCE_ACCOUNT,
  'aws:VpceOrgID': VPCE_ORG_ID,
  'aws:VpceOrgPaths': VPCE_ORG_PATHS,
};

function newerKeys(vpc: Arn, owner: AccountFacts, action: ActionName): RequestContext {
  if (action.toLowerCase() === 'iam:passrole') return {};
  const service = serviceOf(action) ?? '';
  const keys: RequestContext = {
    'aws:SourceVpcArn': vpc,
    'aws:VpceAccount': owner.id,
    ...organizationKeys('Vpce', owner),
  };
  return Object.fromEntries(Object.entries(keys).filter(([key]) => KNOWN_TO[key]?.has(service)));
}
