// Rows: options, attributes and tags of instances.
import { expect } from 'vitest';
import { lookup } from '../../../src/account/table.ts';
import { BOOKSHOP } from '../../fixtures/world.ts';
import { ENDPOINT, INSTANCE, NETWORK, WITH_INSTANCE, withInstances } from '../../fixtures/machines.ts';
import { row } from '../row.ts';
import { badNumbers, badToken } from './marker.ts';
import { badTag, dry, ended, instanceIn, MISSING, OTHER, wrongFilter } from './ec2.ts';

const noResources = <Input>(of: (ids: readonly string[]) => Input) => [
  {
    input: of([MISSING]),
    code: 'InvalidInstanceID.NotFound',
    message: `The instance ID '${MISSING}' does not exist`,
  },
  {
    input: of(['vpce-00000009']),
    code: 'InvalidVpcEndpointId.NotFound',
    message: "The Vpc Endpoint Id 'vpce-00000009' does not exist",
  },
  { input: of(['counter']), code: 'InvalidID', message: "The ID 'counter' is not valid" },
  {
    input: of([NETWORK.vpc]),
    code: 'NotSimulated',
    message:
      'Tags of what in EC2 is neither an instance nor a VPC endpoint are a feature of AWS that Rolecall does not simulate.',
  },
  {
    input: of([]),
    code: 'MissingParameter',
    message: 'The request must contain the parameter resourceIdSet',
  },
];

export const EC2_SETTINGS = [
  row({
    operation: 'ec2:ModifyInstanceMetadataOptions',
    world: WITH_INSTANCE,
    works: { InstanceId: INSTANCE.id, HttpTokens: 'required' },
    then: (output, world) => {
      expect(output).toEqual({
        InstanceId: INSTANCE.id,
        InstanceMetadataOptions: {
          State: 'pending',
          HttpTokens: 'required',
          HttpPutResponseHopLimit: 1,
          HttpEndpoint: 'enabled',
        },
      });
      expect(instanceIn(world)?.metadata).toEqual({ tokens: 'required', endpoint: 'enabled' });
    },
    errors: [
      dry({ InstanceId: INSTANCE.id }),
      {
        input: { InstanceId: INSTANCE.id, HttpEndpoint: 'on' },
        code: 'InvalidParameterValue',
        message:
          "1 validation error detected: Value 'on' at 'httpEndpoint' failed to satisfy constraint: Member must satisfy enum value set: [disabled, enabled]",
      },
      {
        input: { InstanceId: INSTANCE.id },
        world: withInstances(ended),
        code: 'IncorrectInstanceState',
        message: `The instance '${INSTANCE.id}' is not in a valid state for this operation.`,
      },
      {
        input: { InstanceId: MISSING },
        code: 'InvalidInstanceID.NotFound',
        message: `The instance ID '${MISSING}' does not exist`,
      },
      {
        input: { InstanceId: 'i-1' },
        code: 'InvalidInstanceID.Malformed',
        message: 'Invalid id: "i-1"',
      },
    ],
  }),
  row({
    operation: 'ec2:ModifyInstanceAttribute',
    world: WITH_INSTANCE,
    works: { InstanceId: INSTANCE.id, DisableApiTermination: { Value: true } },
    then: (_output, world) => expect(instanceIn(world)?.terminationProtection).toBe(true),
    errors: [
      dry({ InstanceId: INSTANCE.id, DisableApiTermination: { Value: true } }),
      {
        input: { InstanceId: INSTANCE.id },
        code: 'InvalidParameterCombination',
        message: 'No attributes specified.',
      },
      {
        input: { InstanceId: MISSING, DisableApiTermination: { Value: true } },
        code: 'InvalidInstanceID.NotFound',
        message: `The instance ID '${MISSING}' does not exist`,
      },
      {
        input: { InstanceId: 'i-1' },
        code: 'InvalidInstanceID.Malformed',
        message: 'Invalid id: "i-1"',
      },
    ],
  }),
  row({
    operation: 'ec2:CreateTags',
    world: WITH_INSTANCE,
    works: {
      Resources: [INSTANCE.id, ENDPOINT.id],
      Tags: [
        { Key: 'team', Value: 'new' },
        { Key: 'Team', Value: '' },
      ],
    },
    then: (_output, world) => {
      expect(instanceIn(world)?.tags).toEqual({ team: 'new', Team: '' });
      const endpoints = world.accounts[BOOKSHOP]?.vpcEndpoints;
      expect(endpoints && lookup(endpoints, ENDPOINT.id)?.tags).toEqual({ team: 'new', Team: '' });
    },
    errors: [
      dry({ Resources: [INSTANCE.id], Tags: [] }),
      ...noResources((Resources) => ({ Resources, Tags: [{ Key: 'a', Value: 'b' }] })),
      ...Object.values(badTag).map(({ tags, code, message }) => ({
        input: { Resources: [INSTANCE.id], Tags: tags },
        code,
        message,
      })),
    ],
  }),
  row({
    operation: 'ec2:DeleteTags',
    world: withInstances({ ...INSTANCE, tags: { team: 'sales', stage: 'prod', floor: '2' } }),
    works: {
      Resources: [INSTANCE.id],
      Tags: [{ Key: 'team', Value: 'sales' }, { Key: 'stage', Value: 'test' }, { Key: 'floor' }],
    },
    then: (_output, world) => expect(instanceIn(world)?.tags).toEqual({ stage: 'prod' }),
    errors: [dry({ Resources: [INSTANCE.id] }), ...noResources((Resources) => ({ Resources }))],
  }),
  row({
    operation: 'ec2:DescribeTags',
    world: withInstances(INSTANCE, { ...OTHER, tags: { stage: 'test', team: 'sales' } }),
    works: { Filters: [{ Name: 'key', Values: ['team'] }] },
    then: ({ Tags }) =>
      expect(Tags).toEqual([
        { Key: 'team', ResourceId: OTHER.id, ResourceType: 'instance', Value: 'sales' },
        { Key: 'team', ResourceId: INSTANCE.id, ResourceType: 'instance', Value: 'sales' },
        { Key: 'team', ResourceId: ENDPOINT.id, ResourceType: 'vpc-endpoint', Value: 'web' },
      ]),
    errors: [badToken({}), ...badNumbers({}), wrongFilter, dry({})],
  }),
] as const;
