// Random calls: inputs made from what operations declare, with names that meet and with what earlier answers brought.
import { newMember, newOrganization } from '../../src/account/new-organization.ts';
import { tableOf } from '../../src/account/table.ts';
import type { World } from '../../src/account/world.ts';
import type { ApiCall, OperationName } from '../../src/api/call.ts';
import { OPERATIONS } from '../../src/api/operations.ts';
import { defaultNetwork } from '../../src/api/operations/ec2/network.ts';
import type { AnyParameter, AnyParameters, Shape } from '../../src/api/parameters.ts';
import { argumentsFor, furnished } from './random-arguments.ts';
import { BOOKS, withTables } from '../fixtures/loans.ts';
import { INSTANCE, WITH_INSTANCE } from '../fixtures/machines.ts';
import { KEY, SECRET, V1, V2, withSecrets } from '../fixtures/secrets.ts';
import { allow, BOOKSHOP, NEIGHBOUR, NOW, policyText, READ_ONLY } from '../fixtures/world.ts';

/** Where sequences of calls begin: an organization of two accounts, one of them with something in every table. */
export const START: World = {
  ...furnished(
    withTables(
      [{ ...BOOKS, key: [{ name: 'a', type: 'S' }] }],
      withSecrets([{ ...SECRET, name: 'one' }], KEY, WITH_INSTANCE),
    ),
  ),
  organization: {
    ...newOrganization('o-maple12345', 'r-mapl', BOOKSHOP, NOW),
    members: tableOf(
      Object.fromEntries([BOOKSHOP, NEIGHBOUR].map((id) => [id, newMember(id, 'r-mapl', 'INVITED', NOW)])),
    ),
  },
};

/** Numbers from 0 up to a limit, always the same for the same seed. */
export type Dice = (sides: number) => number;

/** A small generator (mulberry32): fast-check shrinks the seeds, not what comes of them. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const trust = (principal: unknown): string =>
  policyText({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' });
const open = policyText({ Effect: 'Allow', Principal: { AWS: BOOKSHOP }, Action: '*', Resource: '*' });
const TRUSTS = [
  trust({ Service: 'ec2.amazonaws.com' }),
  trust({ Service: 'lambda.amazonaws.com' }),
  trust({ AWS: `arn:aws:iam::${BOOKSHOP}:user/noor` }),
  trust({ AWS: BOOKSHOP }),
  '{',
];
const POLICIES = [policyText(allow('s3:GetObject')), policyText(allow('*')), '{}'];
const managed = (name: string): string => `arn:aws:iam::${BOOKSHOP}:policy/${name}`;
const POLICY_ARNS = [
  managed('WriteDrafts'),
  managed('shop/ManagePolicies'),
  managed('Extra'),
  READ_ONLY.arn,
  'arn:aws:iam::aws:policy/Nothing',
];
const ROLE_ARNS = ['Till', 'Editor', 'Printer'].map((name) => `arn:aws:iam::${BOOKSHOP}:role/${name}`);
const TAGS = [
  [{ Key: 'team', Value: 'a' }],
  [
    { Key: 'Team', Value: 'b' },
    { Key: 'stage', Value: '' },
  ],
];
const USERS = ['noor', 'amira', 'jonas', 'lena', 'NOOR'];
const GROUPS = ['Writers', 'Managers', 'Cooks'];
const NAMES = ['one', 'two', 'Three', 'Till'];
const BUCKETS = ['maple-drafts', 'maple-catalog', 'maple-new'];

/** By the name of the parameter in the API. Where there is nothing, the declaration decides. */
const POOL: Readonly<Record<string, readonly unknown[]>> = {
  UserName: USERS,
  NewUserName: ['noora', 'lena', 'Noor'],
  GroupName: GROUPS,
  NewGroupName: ['Chefs', 'Writers'],
  RoleName: ['Till', 'Editor', 'Printer'],
  InstanceProfileName: ['Till', 'Desk'],
  PolicyName: ['Extra', 'WriteDrafts', 'P'],
  PolicyArn: POLICY_ARNS,
  PermissionsBoundary: POLICY_ARNS,
  PolicyDocument: POLICIES,
  AssumeRolePolicyDocument: TRUSTS,
  Policy: [open, ...POLICIES],
  VersionId: ['v1', 'v2', 'v3', 'null'],
  VersioningConfiguration: [{ Status: 'Enabled' }, { Status: 'Enabled' }, { Status: 'Suspended' }],
  Path: ['/', '/shop/'],
  NewPath: ['/', '/shop/'],
  PathPrefix: ['/', '/shop/'],
  Bucket: BUCKETS,
  Key: ['plan.txt', 'a/b', 'new'],
  Role: ROLE_ARNS,
  RoleArn: ROLE_ARNS,
  Name: NAMES,
  QueueName: NAMES,
  FunctionName: NAMES,
  TableName: ['loans', 'books'],
  SecretId: NAMES,
  AccountId: [BOOKSHOP, NEIGHBOUR],
  TargetId: [BOOKSHOP, NEIGHBOUR],
  Tags: TAGS,
  TagKeys: [['team'], ['Stage']],
  Password: ['Correct-Horse-7', 'short'],
  Marker: ['0', '1'],
  AttributeDefinitions: [[{ AttributeName: 'a', AttributeType: 'S' }]],
  KeySchema: [[{ AttributeName: 'a', KeyType: 'HASH' }]],
  BillingMode: ['PAY_PER_REQUEST'],
  ResourceArn: ['loans', 'books'].map((name) => `arn:aws:dynamodb:us-east-1:${BOOKSHOP}:table/${name}`),
  ResourcePolicy: [open],
  ConditionExpression: ['attribute_exists(a)', 'attribute_not_exists(b)'],
  UpdateExpression: ['SET b = a', 'REMOVE b', 'ADD n :n'],
  KeyConditionExpression: ['a = :a'],
  ExpressionAttributeValues: [{ ':a': { S: 'a' } }, { ':n': { N: '1' } }],
  VersionStage: ['AWSCURRENT', 'mine'],
  RemoveFromVersionId: [V1, V2],
  MoveToVersionId: [V1, V2],
  Resources: [[INSTANCE.id]],
  InstanceId: [INSTANCE.id],
  AssociationId: [INSTANCE.profile?.id],
  KmsKeyId: ['alias/seal', KEY.id],
  ImageId: ['ami-00000001'],
  InstanceType: ['t3.micro', 't3.large'],
  VpcId: [defaultNetwork(BOOKSHOP, 'us-east-1').vpc],
  ServiceName: ['com.amazonaws.us-east-1.s3', 'com.amazonaws.us-east-1.sqs'],
  SubnetId: [defaultNetwork(BOOKSHOP, 'us-east-1').subnet],
  Filters: [[]],
  TagSpecifications: [[]],
  SecurityGroupIds: [[]],
  AccountAlias: ['maple-two', 'maple-books'],
};

/** Remembers what an answer brought: ids, ARNs, URLs, handles. */
export function caughtFrom(output: unknown, into: Caught): void {
  if (Array.isArray(output)) for (const item of output) caughtFrom(item, into);
  else if (typeof output === 'object' && output !== null)
    for (const [name, value] of Object.entries(output))
      if (typeof value === 'string') into.set(name, [...(into.get(name) ?? []).slice(-5), value]);
      else caughtFrom(value, into);
}

/** Texts of earlier answers, by the name that they had there. */
type Caught = Map<string, string[]>;

const names = Object.keys(OPERATIONS) as OperationName[];

/** Some call: of any operation, with every required parameter and some of the others. */
export function randomCall(dice: Dice, caught: Caught, world: World): ApiCall {
  const operation = names[dice(names.length)] ?? 'sts:GetCallerIdentity';
  const { parameters } = OPERATIONS[operation];
  const hand: Hand = { dice, caught, drawn: (name) => argumentsFor(world, operation, name) };
  return { operation, input: structure(parameters, hand) } as ApiCall;
}

/** What values are made with. */
interface Hand {
  readonly dice: Dice;
  readonly caught: Caught;
  /** What the world or the service has for a parameter. */
  readonly drawn: (name: string) => readonly unknown[];
}

function structure(parameters: AnyParameters, hand: Hand): object {
  return Object.fromEntries(
    Object.entries<AnyParameter>(parameters).flatMap(([name, parameter]) => {
      const value = parameter.required || hand.dice(3) === 0 ? valueOf(name, parameter, hand) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const oneOf = <Value>(values: readonly Value[], dice: Dice): Value | undefined => values[dice(values.length)];

function valueOf(name: string, shape: Shape, hand: Hand): unknown {
  const { dice, caught } = hand;
  /** What a list is given is no item of it. */
  const within: Hand =
    shape.type === 'list' && shape.of.type === 'structure' ? hand : { ...hand, drawn: () => [] };
  const drawn = hand.drawn(name);
  // What is right, most of the time: what is wrong must be told from it as well.
  if (drawn.length > 0 && dice(5) > 0) return oneOf(drawn, dice);
  const known = shape.type === 'text' || shape.type === 'arn' ? knownAs(name, caught) : [];
  const pool = Object.hasOwn(POOL, name) ? (POOL[name] ?? []) : [];
  const fits = [...known, ...pool].filter((value) => isOf(shape, value));
  if (fits.length > 0) return oneOf(fits, dice);
  switch (shape.type) {
    case 'text':
      return shape.oneOf ? oneOf(shape.oneOf, dice) : 'x'.repeat(Math.max(1, shape.min ?? 1));
    case 'arn':
      return oneOf([...POLICY_ARNS, ...ROLE_ARNS], dice);
    case 'boolean':
      return dice(2) === 0;
    case 'integer':
    case 'number':
      return (shape.least ?? 0) + dice(Math.min(10, (shape.most ?? 10) - (shape.least ?? 0)) + 1);
    case 'blob':
      return 'AAECAw==';
    case 'textList':
      return Array.from({ length: Math.max(shape.minItems ?? 0, 1) }, () =>
        valueOf(name, { type: 'text', ...shape.item }, within),
      );
    case 'tags':
      return shape.spelling === 'TagKey'
        ? [{ TagKey: 'team', TagValue: 'a' }]
        : [{ Key: 'team', Value: 'a' }];
    case 'list':
      return Array.from({ length: Math.max(shape.minItems ?? 0, 1) }, () => valueOf(name, shape.of, within));
    case 'structure':
      return structure(shape.members, hand);
    case 'map':
      return { a: valueOf(name, shape.of, within) };
    case 'json':
      return { S: 'a' };
  }
}

/** What earlier answers called by the name, or just `Id` or `Arn`. */
function knownAs(name: string, caught: Caught): readonly string[] {
  // `InstanceIds` are several of what answers call `InstanceId`.
  const own = caught.get(name) ?? caught.get(name.replace(/s$/, '')) ?? [];
  const kind = /(?:Id|Arn)$/.exec(name)?.[0];
  return kind === undefined || own.length > 0 ? own : (caught.get(kind) ?? []);
}

function isOf(shape: Shape, value: unknown): boolean {
  switch (shape.type) {
    case 'text':
    case 'arn':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'structure':
      return typeof value === 'object' && !Array.isArray(value);
    case 'textList':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'tags':
      return (
        Array.isArray(value) && value.every((item) => typeof item === 'object') && shape.spelling !== 'TagKey'
      );
    default:
      return false;
  }
}

/** How many operations there are to try. */
export const OPERATION_COUNT = names.length;
