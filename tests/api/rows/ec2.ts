// Rows: instances of EC2, their states and their tags.
import { expect } from 'vitest';
import type { Instance } from '../../../src/account/resources.ts';
import { EMPTY, lookup, valuesOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { BOOKSHOP, CREATED, NOW } from '../../fixtures/world.ts';
import {
  INSTANCE,
  NETWORK,
  PROFILE,
  PROFILE_ARN,
  WITH_INSTANCE,
  withInstances,
} from '../../fixtures/machines.ts';
import { row } from '../row.ts';
import { badNumbers, badToken } from './marker.ts';

export const instanceIn = (world: World, id: string = INSTANCE.id): Instance | undefined =>
  world.accounts[BOOKSHOP] && lookup(world.accounts[BOOKSHOP].instances, id);

export const MISSING = 'i-00000000000000009';
export const OTHER: Instance = {
  ...INSTANCE,
  id: 'i-00000001',
  profile: null,
  tags: {},
  privateIp: '172.31.2.8',
};
const stopped: Instance = { ...INSTANCE, state: 'stopped', changed: CREATED };
export const ended: Instance = {
  ...INSTANCE,
  state: 'terminated',
  changed: '2026-11-22T09:30:00Z',
  profile: null,
};
/** Ended more than an hour ago. */
const gone: Instance = { ...ended, changed: '2026-11-22T09:14:05Z' };
const elsewhere: Instance = { ...INSTANCE, region: 'eu-central-1' };

const shown = {
  ImageId: INSTANCE.image,
  InstanceId: INSTANCE.id,
  InstanceType: 't3.micro',
  LaunchTime: CREATED,
  Placement: { AvailabilityZone: 'us-east-1a', Tenancy: 'default' },
  PrivateDnsName: 'ip-172-31-2-7.ec2.internal',
  PrivateIpAddress: '172.31.2.7',
  State: { Code: 16, Name: 'running' },
  StateTransitionReason: '',
  SubnetId: NETWORK.subnet,
  VpcId: NETWORK.vpc,
  IamInstanceProfile: { Arn: PROFILE_ARN, Id: PROFILE.id },
  SecurityGroups: [{ GroupId: NETWORK.securityGroup, GroupName: 'default' }],
  Tags: [{ Key: 'team', Value: 'sales' }],
  MetadataOptions: {
    State: 'applied',
    HttpTokens: 'optional',
    HttpPutResponseHopLimit: 1,
    HttpEndpoint: 'enabled',
  },
};

/** Ids that are none, and ids of nothing. */
const noInstances = <Input>(of: (ids: readonly string[]) => Input) => [
  {
    input: of([INSTANCE.id, MISSING]),
    code: 'InvalidInstanceID.NotFound',
    message: `The instance ID '${MISSING}' does not exist`,
  },
  {
    input: of([MISSING, 'i-00000008']),
    code: 'InvalidInstanceID.NotFound',
    message: `The instance IDs '${MISSING}, i-00000008' do not exist`,
  },
  {
    input: of([INSTANCE.id]),
    world: withInstances(gone),
    code: 'InvalidInstanceID.NotFound',
    message: `The instance ID '${INSTANCE.id}' does not exist`,
  },
  {
    input: of([INSTANCE.id]),
    world: withInstances(elsewhere),
    code: 'InvalidInstanceID.NotFound',
    message: `The instance ID '${INSTANCE.id}' does not exist`,
  },
  {
    input: of(['i-xyz']),
    code: 'InvalidInstanceID.Malformed',
    message: 'Invalid id: "i-xyz"',
  },
  {
    input: of(['counter']),
    code: 'InvalidInstanceID.Malformed',
    message: 'Invalid id: "counter" (expecting "i-...")',
  },
];

const none = {
  code: 'MissingParameter',
  message: 'The request must contain the parameter InstanceId',
};

export const dry = <Input>(input: Input) => ({
  input: { ...input, DryRun: true },
  code: 'DryRunOperation',
  message: 'Request would have succeeded, but DryRun flag is set.',
});

const LAUNCH = { ImageId: INSTANCE.image, MinCount: 1, MaxCount: 1 } as const;

const tagged = (Tags: readonly { Key: string; Value: string }[]) => [{ ResourceType: 'instance', Tags }];

export const badTag = {
  duplicate: {
    tags: [
      { Key: 'a', Value: '1' },
      { Key: 'a', Value: '2' },
    ],
    code: 'InvalidParameterValue',
    message: "Duplicate tag key 'a' specified.",
  },
  reserved: {
    tags: [{ Key: 'aws:x', Value: '1' }],
    code: 'InvalidParameterValue',
    message: "Tag keys starting with 'aws:' are reserved for internal use",
  },
  unkeepable: {
    tags: [{ Key: 'a', Value: 'b<c' }],
    code: 'InvalidParameterValue',
    message: 'Value ( b<c ) for parameter tag is invalid.',
  },
  many: {
    tags: Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: '' })),
    code: 'TagLimitExceeded',
    message: 'The maximum number of Tags for a resource has been reached.',
  },
};

export const wrongFilter = {
  input: { Filters: [{ Name: 'colour', Values: ['red'] }] },
  code: 'InvalidParameterValue',
  message: "The filter 'colour' is invalid",
};

export const EC2 = [
  row({
    operation: 'ec2:RunInstances',
    world: withInstances(gone),
    works: {
      ImageId: 'ami-0abcdef1234567890',
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 2,
      IamInstanceProfile: { Name: 'Till' },
      MetadataOptions: { HttpTokens: 'required' },
      DisableApiTermination: true,
      TagSpecifications: tagged([{ Key: 'team', Value: 'web' }]),
    },
    then: ({ ReservationId, OwnerId, Instances }, world) => {
      expect(ReservationId).toMatch(/^r-[0-9a-f]{17}$/);
      expect(OwnerId).toBe(BOOKSHOP);
      expect(Instances).toHaveLength(2);
      const [first, second] = Instances;
      expect(first).toMatchObject({
        ImageId: 'ami-0abcdef1234567890',
        LaunchTime: NOW,
        State: { Code: 0, Name: 'pending' },
        SubnetId: NETWORK.subnet,
        VpcId: NETWORK.vpc,
        IamInstanceProfile: { Arn: PROFILE_ARN, Id: PROFILE.id },
        Tags: [{ Key: 'team', Value: 'web' }],
        MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
      });
      expect(first?.PrivateIpAddress).toMatch(/^172\.31\.\d+\.\d+$/);
      expect(first?.PrivateIpAddress).not.toBe(second?.PrivateIpAddress);
      const made = instanceIn(world, first?.InstanceId);
      expect(made).toMatchObject({ state: 'running', terminationProtection: true });
      expect(made?.profile?.id).not.toBe(instanceIn(world, second?.InstanceId)?.profile?.id);
      // What nobody can see any more has gone.
      expect(valuesOf(world.accounts[BOOKSHOP]?.instances ?? EMPTY)).toHaveLength(2);
    },
    errors: [
      dry(LAUNCH),
      {
        input: { ...LAUNCH, ImageId: 'ubuntu' },
        code: 'InvalidAMIID.Malformed',
        message: 'Invalid id: "ubuntu" (expecting "ami-...")',
      },
      {
        input: { ...LAUNCH, InstanceType: 'big' },
        code: 'InvalidParameterValue',
        message: "Invalid value 'big' for InstanceType.",
      },
      {
        input: { ...LAUNCH, MinCount: 0 },
        code: 'InvalidParameterValue',
        message: 'Value (0) for parameter minCount is invalid. Expecting a positive integer.',
      },
      {
        input: { ...LAUNCH, MaxCount: 0 },
        code: 'InvalidParameterValue',
        message: 'Value (0) for parameter maxCount is invalid. Expecting a positive integer.',
      },
      {
        input: { ...LAUNCH, MinCount: 3, MaxCount: 2 },
        code: 'InvalidParameterValue',
        message: 'Value (3) for parameter minCount is invalid. Should be less than or equal to maxCount (2).',
      },
      {
        input: { ...LAUNCH, MinCount: 20, MaxCount: 40 },
        world: WITH_INSTANCE,
        code: 'InstanceLimitExceeded',
        message:
          'You have requested more instances (21) than your current instance limit of 20 allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.',
      },
      {
        input: LAUNCH,
        world: withInstances(
          ...Array.from({ length: 1_000 }, (_, at) => ({
            ...stopped,
            profile: null,
            id: `i-${String(at).padStart(8, '0')}`,
          })),
        ),
        code: 'SandboxFull',
        message: 'This sandbox keeps 1000 instances. Terminate some first.',
      },
      {
        input: { ...LAUNCH, SubnetId: 'subnet-00000001' },
        code: 'InvalidSubnetID.NotFound',
        message: "The subnet ID 'subnet-00000001' does not exist",
      },
      {
        input: { ...LAUNCH, SubnetId: 'mine' },
        code: 'InvalidSubnetID.Malformed',
        message: 'Invalid id: "mine" (expecting "subnet-...")',
      },
      {
        input: { ...LAUNCH, SecurityGroupIds: ['sg-00000001'] },
        code: 'InvalidGroup.NotFound',
        message: "The security group 'sg-00000001' does not exist",
      },
      {
        input: { ...LAUNCH, SecurityGroupIds: ['default'] },
        code: 'InvalidGroupId.Malformed',
        message: 'Invalid id: "default" (expecting "sg-...")',
      },
      {
        input: { ...LAUNCH, IamInstanceProfile: { Name: 'Tills' } },
        code: 'InvalidParameterValue',
        message:
          'Value (Tills) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
      },
      {
        input: { ...LAUNCH, IamInstanceProfile: { Arn: `${PROFILE_ARN}s` } },
        code: 'InvalidParameterValue',
        message: `Value (${PROFILE_ARN}s) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`,
      },
      {
        input: { ...LAUNCH, IamInstanceProfile: { Name: 'Drawer' } },
        code: 'InvalidParameterValue',
        message:
          'IAM Instance Profile "arn:aws:iam::111122223333:instance-profile/Drawer" has no associated IAM Roles',
      },
      {
        input: { ...LAUNCH, IamInstanceProfile: { Name: 'Till', Arn: PROFILE_ARN } },
        code: 'InvalidParameterCombination',
        message:
          "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'",
      },
      {
        input: { ...LAUNCH, IamInstanceProfile: {} },
        code: 'MissingParameter',
        message: 'The request must contain the parameter iamInstanceProfile.name',
      },
      {
        input: { ...LAUNCH, TagSpecifications: [{ ResourceType: 'vpc', Tags: [] }] },
        code: 'InvalidParameterValue',
        message: "'vpc' is not a valid taggable resource type for this operation.",
      },
      ...Object.values(badTag).map(({ tags, code, message }) => ({
        input: { ...LAUNCH, TagSpecifications: tagged(tags) },
        code,
        message,
      })),
    ],
  }),
  row({
    operation: 'ec2:DescribeInstances',
    world: withInstances(INSTANCE, OTHER, { ...elsewhere, id: 'i-00000002' }),
    works: {
      Filters: [
        { Name: 'instance-state-name', Values: ['stopped', 'running'] },
        { Name: 'tag:team', Values: ['s*'] },
      ],
    },
    then: ({ Reservations }) =>
      expect(Reservations).toEqual([
        { ReservationId: INSTANCE.reservation, OwnerId: BOOKSHOP, Groups: [], Instances: [shown] },
      ]),
    errors: [
      {
        input: { InstanceIds: [INSTANCE.id], MaxResults: 5 },
        code: 'InvalidParameterCombination',
        message: 'The parameter instancesSet cannot be used with the parameter maxResults',
      },
      badToken({}),
      ...badNumbers({}),
      wrongFilter,
      dry({}),
      ...noInstances((InstanceIds) => ({ InstanceIds })).map((one) => ({ world: WITH_INSTANCE, ...one })),
    ],
  }),
  row({
    operation: 'ec2:StartInstances',
    world: withInstances(stopped),
    works: { InstanceIds: [INSTANCE.id, INSTANCE.id] },
    then: ({ StartingInstances }, world) => {
      expect(StartingInstances).toEqual([
        {
          CurrentState: { Code: 0, Name: 'pending' },
          InstanceId: INSTANCE.id,
          PreviousState: { Code: 80, Name: 'stopped' },
        },
      ]);
      expect(instanceIn(world)).toMatchObject({ state: 'running', changed: NOW, launched: NOW });
    },
    errors: [
      dry({ InstanceIds: [INSTANCE.id] }),
      {
        input: { InstanceIds: [INSTANCE.id] },
        world: withInstances(ended),
        code: 'IncorrectInstanceState',
        message: `The instance '${INSTANCE.id}' is not in a state from which it can be started.`,
      },
      {
        input: { InstanceIds: [INSTANCE.id] },
        world: withInstances(
          stopped,
          ...Array.from({ length: 20 }, (_, at) => ({ ...OTHER, id: `i-000000${at + 10}` })),
        ),
        code: 'InstanceLimitExceeded',
        message:
          'You have requested more instances (21) than your current instance limit of 20 allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.',
      },
      { input: { InstanceIds: [] }, ...none },
      ...noInstances((InstanceIds) => ({ InstanceIds })),
    ],
  }),
  row({
    operation: 'ec2:StopInstances',
    world: WITH_INSTANCE,
    works: { InstanceIds: [INSTANCE.id] },
    then: ({ StoppingInstances }, world) => {
      expect(StoppingInstances).toEqual([
        {
          CurrentState: { Code: 64, Name: 'stopping' },
          InstanceId: INSTANCE.id,
          PreviousState: { Code: 16, Name: 'running' },
        },
      ]);
      expect(instanceIn(world)).toEqual({ ...INSTANCE, state: 'stopped', changed: NOW });
    },
    errors: [
      dry({ InstanceIds: [INSTANCE.id] }),
      {
        input: { InstanceIds: [INSTANCE.id] },
        world: withInstances(ended),
        code: 'IncorrectInstanceState',
        message: `The instance '${INSTANCE.id}' is not in a state from which it can be stopped.`,
      },
      { input: { InstanceIds: [] }, ...none },
      ...noInstances((InstanceIds) => ({ InstanceIds })),
    ],
  }),
  row({
    operation: 'ec2:TerminateInstances',
    world: WITH_INSTANCE,
    works: { InstanceIds: [INSTANCE.id] },
    then: ({ TerminatingInstances }, world) => {
      expect(TerminatingInstances).toEqual([
        {
          CurrentState: { Code: 32, Name: 'shutting-down' },
          InstanceId: INSTANCE.id,
          PreviousState: { Code: 16, Name: 'running' },
        },
      ]);
      expect(instanceIn(world)).toEqual({
        ...INSTANCE,
        state: 'terminated',
        changed: NOW,
        profile: null,
      });
    },
    errors: [
      dry({ InstanceIds: [INSTANCE.id] }),
      {
        input: { InstanceIds: [OTHER.id, INSTANCE.id] },
        world: withInstances(OTHER, { ...INSTANCE, terminationProtection: true }),
        code: 'OperationNotPermitted',
        message: `The instance '${INSTANCE.id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
      },
      { input: { InstanceIds: [] }, ...none },
      ...noInstances((InstanceIds) => ({ InstanceIds })),
    ],
  }),
] as const;
