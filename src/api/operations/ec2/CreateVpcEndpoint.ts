// ec2:CreateVpcEndpoint: a way from a VPC to a service, with a policy of its own.
import type { VpcEndpoint } from '../../../account/resources.ts';
import { isEmpty, sizeOf } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { homeOf } from '../../home.ts';
import { operation, type Scene } from '../../operation.ts';
import type { InputOf } from '../../parameters.ts';
import { settingTags } from '../iam/tags.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { malformed } from './ids.ts';
import { ec2Arn, hasVpc, newResourceId } from './network.ts';
import { specificationError, TAG_SPECIFICATIONS, tagOnCreate, tagsFor, withTags } from './tags.ts';
import {
  endpointPolicyError,
  endpointsFor,
  endpointTypes,
  POLICY_DOCUMENT,
  shownEndpoint,
} from './vpc-endpoint.ts';

/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html */
const MOST_ENDPOINTS = 50;

const PARAMETERS = {
  VpcEndpointType: {
    type: 'text',
    event: 'vpcEndpointType',
    required: false,
    oneOf: ['Gateway', 'Interface'],
  },
  VpcId: { type: 'text', event: 'vpcId', required: true },
  ServiceName: { type: 'text', event: 'serviceName', required: true },
  PolicyDocument: POLICY_DOCUMENT,
  TagSpecifications: TAG_SPECIFICATIONS,
  DryRun: DRY_RUN,
} as const;

type Input = InputOf<typeof PARAMETERS>;

/**
 * Route tables, subnets and security groups are those of the VPC. Interface endpoints have the private names of the
 * service, so there is one for a service in a VPC.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html
 */
export const CreateVpcEndpoint = operation({
  name: 'ec2:CreateVpcEndpoint',
  readOnly: false,
  cli: 'ec2 create-vpc-endpoint',
  parameters: PARAMETERS,
  validate: ({ VpcId, TagSpecifications }) =>
    malformed('vpc', 'InvalidVpcId.Malformed', [VpcId]) ??
    specificationError(['vpc-endpoint'], TagSpecifications),
  authorization: (_world, { account }, { VpcId, ServiceName, TagSpecifications }, { region }) => {
    const action = 'ec2:CreateVpcEndpoint';
    const tags = tagsFor('vpc-endpoint', TagSpecifications);
    return [
      { action, resource: ec2Arn(region, account, 'vpc', VpcId), context: { 'ec2:VpcID': VpcId } },
      {
        action,
        resource: ec2Arn(region, account, 'vpc-endpoint', '*'),
        context: {
          'ec2:VpceServiceName': ServiceName,
          'ec2:VpceServiceOwner': 'amazon',
          'ec2:VpceServiceRegion': region,
        },
        ...settingTags(tags),
      },
      ...(tags.length === 0 ? [] : [tagOnCreate(region, account, 'vpc-endpoint', 'CreateVpcEndpoint', tags)]),
    ];
  },
  perform: (scene, input) => unlessDry(input.DryRun, created(scene, input)),
});

function created({ world, caller, env }: Scene, input: Input) {
  const home = homeOf({ world, caller }, 'ec2');
  if (!home.ok) return home;
  const account = home.value;
  const type = input.VpcEndpointType === 'Interface' ? 'Interface' : 'Gateway';
  const refused = placeError(account, env.region, type, input) ?? endpointPolicyError(input.PolicyDocument);
  if (refused) return err(refused);
  const value: VpcEndpoint = {
    id: newResourceId('vpce', env),
    region: env.region,
    service: input.ServiceName,
    type,
    vpc: input.VpcId,
    created: env.now,
    policy: input.PolicyDocument ?? null,
    tags: withTags({}, tagsFor('vpc-endpoint', input.TagSpecifications)),
  };
  return ok({
    output: { VpcEndpoint: shownEndpoint(account.id, value) },
    changes: [
      { kind: 'entitySet', account: account.id, table: 'vpcEndpoints', name: value.id, value } as const,
    ],
  });
}

function placeError(
  account: Account,
  region: string,
  type: VpcEndpoint['type'],
  { VpcId, ServiceName }: Input,
): AwsError | null {
  if (!hasVpc(account, region, VpcId))
    return awsError('InvalidVpcId.NotFound', `The Vpc Id ${VpcId} does not exist`);
  const types = endpointTypes(ServiceName, region);
  if (types.length === 0)
    return awsError('InvalidServiceName', `The Vpc Endpoint Service '${ServiceName}' does not exist`);
  if (!types.includes(type))
    return awsError(
      'InvalidParameter',
      `Endpoint type (${type}) does not match available service types ([${types.join(', ')}]).`,
    );
  const { vpcEndpoints } = account;
  if (type === 'Interface' && !isEmpty(endpointsFor(vpcEndpoints, `${VpcId}/${ServiceName}/${type}`)))
    return awsError(
      'InvalidParameter',
      `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${domainOf(ServiceName)} in the VPC ${VpcId}`,
    );
  return sizeOf(vpcEndpoints) >= MOST_ENDPOINTS
    ? awsError('VpcEndpointLimitExceeded', 'The maximum number of VPC endpoints has been reached.')
    : null;
}

/** `com.amazonaws.us-east-1.sqs` to `sqs.us-east-1.amazonaws.com` */
const domainOf = (service: string): string => service.split('.').reverse().join('.');
