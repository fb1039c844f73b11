// VPC endpoints as their operations meet them: services they lead to, policies they take, endpoints that are not there.
import type { Caller } from '../../../account/caller.ts';
import { OPEN_ENDPOINT } from '../../../account/applicable.ts';
import { findAccount } from '../../../account/find.ts';
import { indexBy } from '../../../account/index-by.ts';
import type { VpcEndpoint } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import type { AccountId, ActionName } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import { readDraft } from '../../../policy/draft.ts';
import { isTooLong, SIZE_LIMITS } from '../../../policy/size.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { homeOf } from '../../home.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import type { Tag } from '../../parameters.ts';
import { malformed } from './ids.ts';
import { defaultNetwork, ec2Arn } from './network.ts';
import { shownTags } from './tags.ts';

export const ENDPOINT_ID = { type: 'text', event: 'vpcEndpointId', required: true } as const;
export const POLICY_DOCUMENT = {
  type: 'text',
  event: 'policyDocument',
  required: false,
  file: 'document',
} as const;

export const endpointIdError = (ids: readonly string[] | undefined): AwsError | null =>
  malformed('vpce', 'InvalidVpcEndpointId.Malformed', ids);

export const endpointMissing = (id: string): AwsError =>
  awsError('InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${id}' does not exist`);

const INTERFACE_SERVICES: ReadonlySet<string> = new Set(
  `access-analyzer dynamodb ec2 execute-api kms lambda logs monitoring s3 secretsmanager sns sqs ssm ssmmessages
  ec2messages sts`.split(/\s+/),
);
const GATEWAY_SERVICES: ReadonlySet<string> = new Set(['dynamodb', 's3']);

/**
 * The kinds of endpoint that a service has in a Region; none for what is no service of the Region.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export function endpointTypes(service: string, region: string): readonly VpcEndpoint['type'][] {
  const prefix = `com.amazonaws.${region}.`;
  const name = service.startsWith(prefix) ? service.slice(prefix.length) : '';
  return [
    ...(GATEWAY_SERVICES.has(name) ? ['Gateway' as const] : []),
    ...(INTERFACE_SERVICES.has(name) ? ['Interface' as const] : []),
  ];
}

/** The services of a Region that endpoints can lead to, by name. */
export const endpointServices = (region: string): readonly string[] =>
  [...new Set([...GATEWAY_SERVICES, ...INTERFACE_SERVICES])]
    .sort()
    .map((name) => `com.amazonaws.${region}.${name}`);

/** By VPC, service and type. */
export const endpointsFor = indexBy<VpcEndpoint>(({ vpc, service, type }) => [`${vpc}/${service}/${type}`]);

/**
 * An endpoint policy is a document whose statements say who may do what with what; who and what that is nobody checks.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function endpointPolicyError(text: string | undefined): AwsError | null {
  if (text === undefined) return null;
  const { draft, found } = readDraft(text);
  const isWhole =
    !isTooLong(text, SIZE_LIMITS.endpoint) &&
    !found.some(({ severity }) => severity === 'error') &&
    draft.statements.every(
      ({ principal, action, resource }) =>
        principal !== undefined && action !== undefined && resource !== undefined,
    );
  return isWhole
    ? null
    : awsError('InvalidPolicyDocument', 'The specified policy document is not a valid JSON policy document.');
}

export interface FoundEndpoint {
  readonly account: Account;
  readonly endpoint: VpcEndpoint;
}

export function existingEndpoint(scene: Scene, id: string): Result<FoundEndpoint, AwsError> {
  const home = homeOf(scene, 'ec2');
  if (!home.ok) return home;
  const endpoint = lookup(home.value.vpcEndpoints, id);
  return endpoint?.region === scene.env.region
    ? ok({ account: home.value, endpoint })
    : err(endpointMissing(id));
}

/** A request on an endpoint; one that is not there has only its name. */
export function askingOfEndpoint(
  world: World,
  caller: Caller,
  { region }: Env,
  action: ActionName,
  id: string,
): AuthorizationRequest {
  const account = findAccount(world, caller.account);
  const endpoint = account && lookup(account.vpcEndpoints, id);
  const keys: RequestContext = endpoint
    ? { 'ec2:VpceServiceName': endpoint.service, 'ec2:VpceServiceRegion': region }
    : {};
  return {
    action,
    resource: ec2Arn(region, caller.account, 'vpc-endpoint', id),
    context: keys,
  };
}

export interface ShownEndpoint {
  readonly VpcEndpointId: string;
  readonly VpcEndpointType: VpcEndpoint['type'];
  readonly VpcId: string;
  readonly ServiceName: string;
  readonly State: 'available';
  /** A text within the answer. */
  readonly PolicyDocument: string;
  readonly SubnetIds: readonly string[];
  readonly PrivateDnsEnabled: boolean;
  readonly CreationTimestamp: Instant;
  readonly Tags?: readonly Tag[];
  readonly OwnerId: AccountId;
}

export function shownEndpoint(owner: AccountId, endpoint: VpcEndpoint): ShownEndpoint {
  const own = defaultNetwork(owner, endpoint.region);
  const isInterface = endpoint.type === 'Interface';
  return {
    VpcEndpointId: endpoint.id,
    VpcEndpointType: endpoint.type,
    VpcId: endpoint.vpc,
    ServiceName: endpoint.service,
    State: 'available',
    PolicyDocument: endpoint.policy ?? OPEN_ENDPOINT,
    SubnetIds: isInterface && endpoint.vpc === own.vpc ? [own.subnet] : [],
    PrivateDnsEnabled: isInterface,
    CreationTimestamp: endpoint.created,
    ...shownTags(endpoint.tags),
    OwnerId: owner,
  };
}
