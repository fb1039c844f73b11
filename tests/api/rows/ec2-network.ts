// Rows: instance profiles of instances, and VPC endpoints.
import { expect } from 'vitest';
import { lookup } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { BOOKSHOP, CREATED, NOW, policyText, withBookshop } from '../../fixtures/world.ts';
import {
  byId,
  ENDPOINT,
  INSTANCE,
  NETWORK,
  PROFILE,
  PROFILE_ARN,
  WITH_INSTANCE,
  withInstances,
} from '../../fixtures/machines.ts';
import { row } from '../row.ts';
import { badNumbers, badToken } from './marker.ts';

const instanceIn = (world: World) =>
  world.accounts[BOOKSHOP] && lookup(world.accounts[BOOKSHOP].instances, INSTANCE.id);
const endpointIn = (world: World, id: string = ENDPOINT.id) =>
  world.accounts[BOOKSHOP] && lookup(world.accounts[BOOKSHOP].vpcEndpoints, id);

const WITHOUT_PROFILE = withInstances({ ...INSTANCE, profile: null });
const ASSOCIATION = INSTANCE.profile?.id ?? '';
const MISSING = 'i-00000000000000009';

const shownAssociation = {
  AssociationId: ASSOCIATION,
  InstanceId: INSTANCE.id,
  IamInstanceProfile: { Arn: PROFILE_ARN, Id: PROFILE.id },
};

const noProfile = <Input>(input: Input) => [
  {
    input: { ...input, IamInstanceProfile: { Name: 'Tills' } },
    code: 'InvalidParameterValue',
    message:
      'Value (Tills) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
  },
  {
    input: { ...input, IamInstanceProfile: { Arn: PROFILE_ARN.replace(BOOKSHOP, '444455556666') } },
    code: 'InvalidParameterValue',
    message:
      'Value (arn:aws:iam::444455556666:instance-profile/Till) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN',
  },
  {
    input: { ...input, IamInstanceProfile: { Name: 'Drawer' } },
    code: 'InvalidParameterValue',
    message:
      'IAM Instance Profile "arn:aws:iam::111122223333:instance-profile/Drawer" has no associated IAM Roles',
  },
  {
    input: { ...input, IamInstanceProfile: {} },
    code: 'MissingParameter',
    message: 'The request must contain the parameter iamInstanceProfile.name',
  },
];

const noAssociation = <Input>(of: (id: string) => Input) => [
  {
    input: of('iip-assoc-00000000000000009'),
    code: 'InvalidAssociationID.NotFound',
    message: "The association ID 'iip-assoc-00000000000000009' does not exist",
  },
  {
    input: of('till'),
    code: 'InvalidAssociationID.Malformed',
    message: 'Invalid id: "till" (expecting "iip-assoc-...")',
  },
];

const noEndpoint = <Input>(of: (id: string) => Input) => [
  {
    input: of('vpce-00000000000000009'),
    code: 'InvalidVpcEndpointId.NotFound',
    message: "The Vpc Endpoint Id 'vpce-00000000000000009' does not exist",
  },
  {
    input: of('s3'),
    code: 'InvalidVpcEndpointId.Malformed',
    message: 'Invalid id: "s3" (expecting "vpce-...")',
  },
];

const dry = <Input>(input: Input) => ({
  input: { ...input, DryRun: true },
  code: 'DryRunOperation',
  message: 'Request would have succeeded, but DryRun flag is set.',
});

const POLICY = policyText({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::maple-catalog/*',
});

const badPolicy = <Input>(of: (document: string) => Input) =>
  [
    '{',
    policyText({ Effect: 'Allow', Action: '*', Resource: '*' }),
    policyText({ Effect: 'Allow', Principal: '*', Action: '*' }),
    policyText({ Sid: 'A'.repeat(20_480), Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
  ].map((document) => ({
    input: of(document),
    code: 'InvalidPolicyDocument',
    message: 'The specified policy document is not a valid JSON policy document.',
  }));

const SERVICE = 'com.amazonaws.us-east-1.sqs';
const NEW_ENDPOINT = { VpcId: NETWORK.vpc, ServiceName: 'com.amazonaws.us-east-1.s3' } as const;
const withEndpoints = (...all: readonly (typeof ENDPOINT)[]) =>
  withBookshop((account) => ({ ...account, vpcEndpoints: byId(...all) }), WITH_INSTANCE);

export const EC2_NETWORK = [
  row({
    operation: 'ec2:AssociateIamInstanceProfile',
    world: WITHOUT_PROFILE,
    works: { InstanceId: INSTANCE.id, IamInstanceProfile: { Arn: PROFILE_ARN } },
    then: ({ IamInstanceProfileAssociation: made }, world) => {
      expect(made).toEqual({
        ...shownAssociation,
        AssociationId: made.AssociationId,
        State: 'associating',
      });
      expect(made.AssociationId).toMatch(/^iip-assoc-[0-9a-f]{17}$/);
      expect(instanceIn(world)?.profile).toEqual({
        id: made.AssociationId,
        profile: PROFILE_ARN,
        profileId: PROFILE.id,
      });
    },
    errors: [
      ...noProfile({ InstanceId: INSTANCE.id }),
      {
        input: { InstanceId: INSTANCE.id, IamInstanceProfile: { Name: 'Till' } },
        world: WITH_INSTANCE,
        code: 'IncorrectState',
        message: `There is an existing association for instance ${INSTANCE.id}`,
      },
      {
        input: { InstanceId: INSTANCE.id, IamInstanceProfile: { Name: 'Till' } },
        world: withInstances({ ...INSTANCE, profile: null, state: 'terminated', changed: NOW }),
        code: 'IncorrectInstanceState',
        message: `The instance '${INSTANCE.id}' is not in a valid state for this operation.`,
      },
      {
        input: { InstanceId: MISSING, IamInstanceProfile: { Name: 'Till' } },
        code: 'InvalidInstanceID.NotFound',
        message: `The instance ID '${MISSING}' does not exist`,
      },
      {
        input: { InstanceId: 'i-1', IamInstanceProfile: { Name: 'Till' } },
        code: 'InvalidInstanceID.Malformed',
        message: 'Invalid id: "i-1"',
      },
    ],
  }),
  row({
    operation: 'ec2:ReplaceIamInstanceProfileAssociation',
    world: WITH_INSTANCE,
    works: { AssociationId: ASSOCIATION, IamInstanceProfile: { Name: 'Till' } },
    then: ({ IamInstanceProfileAssociation: made }, world) => {
      expect(made.AssociationId).not.toBe(ASSOCIATION);
      expect(made).toMatchObject({ ...shownAssociation, AssociationId: made.AssociationId });
      expect(instanceIn(world)?.profile?.id).toBe(made.AssociationId);
    },
    errors: [
      ...noProfile({ AssociationId: ASSOCIATION }),
      ...noAssociation((AssociationId) => ({ AssociationId, IamInstanceProfile: { Name: 'Till' } })),
    ],
  }),
  row({
    operation: 'ec2:DisassociateIamInstanceProfile',
    world: WITH_INSTANCE,
    works: { AssociationId: ASSOCIATION },
    then: ({ IamInstanceProfileAssociation: association }, world) => {
      expect(association).toEqual({ ...shownAssociation, State: 'disassociating' });
      expect(instanceIn(world)?.profile).toBeNull();
    },
    errors: noAssociation((AssociationId) => ({ AssociationId })),
  }),
  row({
    operation: 'ec2:DescribeIamInstanceProfileAssociations',
    world: WITH_INSTANCE,
    works: { Filters: [{ Name: 'instance-id', Values: [INSTANCE.id] }] },
    then: (output) =>
      expect(output).toEqual({
        IamInstanceProfileAssociations: [{ ...shownAssociation, State: 'associated' }],
      }),
    errors: [
      badToken({}),
      ...badNumbers({}),
      ...noAssociation((id) => ({ AssociationIds: [ASSOCIATION, id] })),
      {
        input: { Filters: [{ Name: 'tag:a', Values: [] }] },
        code: 'InvalidParameterValue',
        message: "The filter 'tag:a' is invalid",
      },
    ],
  }),
  row({
    operation: 'ec2:CreateVpcEndpoint',
    works: {
      ...NEW_ENDPOINT,
      VpcEndpointType: 'Interface',
      ServiceName: SERVICE,
      PolicyDocument: POLICY,
      TagSpecifications: [{ ResourceType: 'vpc-endpoint', Tags: [{ Key: 'team', Value: 'web' }] }],
    },
    then: ({ VpcEndpoint: made }, world) => {
      expect(made).toEqual({
        VpcEndpointId: made.VpcEndpointId,
        VpcEndpointType: 'Interface',
        VpcId: NETWORK.vpc,
        ServiceName: SERVICE,
        State: 'available',
        PolicyDocument: POLICY,
        SubnetIds: [NETWORK.subnet],
        PrivateDnsEnabled: true,
        CreationTimestamp: NOW,
        Tags: [{ Key: 'team', Value: 'web' }],
        OwnerId: BOOKSHOP,
      });
      expect(endpointIn(world, made.VpcEndpointId)).toMatchObject({ service: SERVICE, policy: POLICY });
    },
    errors: [
      dry(NEW_ENDPOINT),
      ...badPolicy((PolicyDocument) => ({ ...NEW_ENDPOINT, PolicyDocument })),
      {
        input: { ...NEW_ENDPOINT, VpcId: 'vpc-00000009' },
        code: 'InvalidVpcId.NotFound',
        message: 'The Vpc Id vpc-00000009 does not exist',
      },
      {
        input: { ...NEW_ENDPOINT, VpcId: 'mine' },
        code: 'InvalidVpcId.Malformed',
        message: 'Invalid id: "mine" (expecting "vpc-...")',
      },
      {
        input: { ...NEW_ENDPOINT, ServiceName: 'com.amazonaws.eu-central-1.s3' },
        code: 'InvalidServiceName',
        message: "The Vpc Endpoint Service 'com.amazonaws.eu-central-1.s3' does not exist",
      },
      {
        input: { ...NEW_ENDPOINT, ServiceName: SERVICE },
        code: 'InvalidParameter',
        message: 'Endpoint type (Gateway) does not match available service types ([Interface]).',
      },
      {
        input: { ...NEW_ENDPOINT, ServiceName: SERVICE, VpcEndpointType: 'Interface' },
        world: withEndpoints({ ...ENDPOINT, service: SERVICE, type: 'Interface' }),
        code: 'InvalidParameter',
        message: `private-dns-enabled cannot be set because there is already a conflicting DNS domain for sqs.us-east-1.amazonaws.com in the VPC ${NETWORK.vpc}`,
      },
      {
        input: NEW_ENDPOINT,
        world: withEndpoints(
          ...Array.from({ length: 50 }, (_, at) => ({ ...ENDPOINT, id: `vpce-000000${at + 10}` })),
        ),
        code: 'VpcEndpointLimitExceeded',
        message: 'The maximum number of VPC endpoints has been reached.',
      },
      {
        input: { ...NEW_ENDPOINT, VpcEndpointType: 'Tunnel' },
        code: 'InvalidParameterValue',
        message:
          "1 validation error detected: Value 'Tunnel' at 'vpcEndpointType' failed to satisfy constraint: Member must satisfy enum value set: [Gateway, Interface]",
      },
      {
        input: { ...NEW_ENDPOINT, TagSpecifications: [{ ResourceType: 'instance', Tags: [] }] },
        code: 'InvalidParameterValue',
        message: "'instance' is not a valid taggable resource type for this operation.",
      },
    ],
  }),
  row({
    operation: 'ec2:ModifyVpcEndpoint',
    world: withEndpoints({ ...ENDPOINT, policy: POLICY }),
    works: { VpcEndpointId: ENDPOINT.id, ResetPolicy: true },
    then: (output, world) => {
      expect(output).toEqual({ Return: true });
      expect(endpointIn(world)?.policy).toBeNull();
    },
    errors: [
      dry({ VpcEndpointId: ENDPOINT.id }),
      ...noEndpoint((VpcEndpointId) => ({ VpcEndpointId })),
      ...badPolicy((PolicyDocument) => ({ VpcEndpointId: ENDPOINT.id, PolicyDocument })),
      {
        input: { VpcEndpointId: ENDPOINT.id, PolicyDocument: POLICY, ResetPolicy: true },
        code: 'InvalidParameterCombination',
        message: 'The parameter PolicyDocument cannot be used with the parameter ResetPolicy',
      },
    ],
  }),
  row({
    operation: 'ec2:DeleteVpcEndpoints',
    world: WITH_INSTANCE,
    works: { VpcEndpointIds: ['vpce-00000009', ENDPOINT.id] },
    then: (output, world) => {
      expect(output).toEqual({
        Unsuccessful: [
          {
            Error: {
              Code: 'InvalidVpcEndpointId.NotFound',
              Message: "The Vpc Endpoint Id 'vpce-00000009' does not exist",
            },
            ResourceId: 'vpce-00000009',
          },
        ],
      });
      expect(endpointIn(world)).toBeUndefined();
    },
    errors: [
      dry({ VpcEndpointIds: [ENDPOINT.id] }),
      {
        input: { VpcEndpointIds: [] },
        code: 'MissingParameter',
        message: 'The request must contain the parameter VpcEndpointId',
      },
      {
        input: { VpcEndpointIds: ['s3'] },
        code: 'InvalidVpcEndpointId.Malformed',
        message: 'Invalid id: "s3" (expecting "vpce-...")',
      },
    ],
  }),
  row({
    operation: 'ec2:DescribeVpcEndpoints',
    world: withEndpoints(ENDPOINT, { ...ENDPOINT, id: 'vpce-00000001', region: 'eu-central-1' }),
    works: { Filters: [{ Name: 'service-name', Values: ['*.s3'] }] },
    then: ({ VpcEndpoints: [shown, ...others] }) => {
      expect(others).toEqual([]);
      expect(shown).toMatchObject({
        VpcEndpointId: ENDPOINT.id,
        VpcEndpointType: 'Gateway',
        SubnetIds: [],
        PrivateDnsEnabled: false,
        CreationTimestamp: CREATED,
      });
      expect(JSON.parse(shown?.PolicyDocument ?? '')).toEqual({
        Statement: [{ Action: '*', Effect: 'Allow', Principal: '*', Resource: '*' }],
      });
    },
    errors: [
      badToken({}),
      ...badNumbers({}),
      dry({}),
      ...noEndpoint((id) => ({ VpcEndpointIds: [ENDPOINT.id, id] })),
      {
        input: { Filters: [{ Name: 'colour', Values: ['red'] }] },
        code: 'InvalidParameterValue',
        message: "The filter 'colour' is invalid",
      },
    ],
  }),
] as const;
