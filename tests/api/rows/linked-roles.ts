// Rows: service-linked roles.
import { expect } from 'vitest';
import { newOrganization } from '../../../src/account/new-organization.ts';
import { lookup, namesOf, tableOf } from '../../../src/account/table.ts';
import type { DeletionTask, Role, World } from '../../../src/account/world.ts';
import {
  adding,
  BOOKSHOP,
  BOOKSHOP_ACCOUNT,
  byName,
  caller,
  CREATED,
  policyText,
  roleIn,
  withBookshop,
  withUser,
  WORLD,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';

const IAM = `arn:aws:iam::${BOOKSHOP}` as const;

const linked = (service: string, name: string): Role => ({
  name,
  path: `/aws-service-role/${service}/`,
  id: `AROA${name
    .replace('AWSServiceRoleFor', '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .padEnd(17, 'A')}`,
  created: CREATED,
  description: '',
  trust: policyText({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }),
  trusted: {},
  maxSessionDuration: 3600,
  boundary: null,
  attached: [],
  inline: {},
  tags: {},
});

const BATCH = 'AWSServiceRoleForBatch';
const ORGANIZATIONS = 'AWSServiceRoleForOrganizations';
const taskId = (service: string, role: string, at: number) =>
  `task/aws-service-role/${service}/${role}/00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const task = (id: string, role: string, status: DeletionTask['status']): DeletionTask => ({
  id,
  role,
  status,
  created: CREATED,
});
const DONE = taskId('ecs.amazonaws.com', 'AWSServiceRoleForECS', 7);
const RUNNING = taskId('rds.amazonaws.com', 'AWSServiceRoleForRDS', 8);
const FAILED = taskId('organizations.amazonaws.com', ORGANIZATIONS, 9);

const SHOP: World = withBookshop(
  (account) => ({
    ...account,
    roles: byName(
      linked('batch.amazonaws.com', BATCH),
      linked('organizations.amazonaws.com', ORGANIZATIONS),
      { ...linked('ec2.amazonaws.com', 'Till'), path: '/' },
    ),
    deletionTasks: tableOf({
      [DONE]: task(DONE, 'AWSServiceRoleForECS', 'SUCCEEDED'),
      [RUNNING]: task(RUNNING, 'AWSServiceRoleForRDS', 'IN_PROGRESS'),
      [FAILED]: task(FAILED, ORGANIZATIONS, 'FAILED'),
    }),
  }),
  { ...WORLD, organization: newOrganization('o-maplebooks1', 'r-map1', BOOKSHOP, CREATED) },
);

const tasksIn = (world: World) => (world.accounts[BOOKSHOP] ?? BOOKSHOP_ACCOUNT).deletionTasks;

/** Who may have roles made for Batch, and for no other service. */
const forBatch = withUser(
  'amira',
  {
    groups: [],
    inline: {
      Only: policyText({
        Effect: 'Allow',
        Action: 'iam:CreateServiceLinkedRole',
        Resource: `${IAM}:role/aws-service-role/*`,
        Condition: { StringEquals: { 'iam:AWSServiceName': 'batch.amazonaws.com' } },
      }),
    },
  },
  WORLD,
);

/** As many roles as an account can have. */
const FULL = withBookshop(
  (account) => ({
    ...account,
    roles: adding(
      account.roles,
      ...Array.from({ length: 1000 }, (_, at) => ({
        ...linked('ec2.amazonaws.com', `R${at}`),
        path: '/',
      })),
    ),
  }),
  WORLD,
);

const USED = {
  Reason: 'The role is still in use by organizations.amazonaws.com.',
  RoleUsageList: [
    {
      Region: 'us-east-1',
      Resources: [`arn:aws:organizations::${BOOKSHOP}:account/o-maplebooks1/${BOOKSHOP}`],
    },
  ],
};

export const LINKED_ROLES = [
  row({
    operation: 'iam:CreateServiceLinkedRole',
    world: SHOP,
    works: {
      AWSServiceName: 'autoscaling.amazonaws.com',
      Description: 'Grows the till.',
      CustomSuffix: 'till',
    },
    then: ({ Role: made }, world) => {
      expect(made).toMatchObject({
        Path: '/aws-service-role/autoscaling.amazonaws.com/',
        RoleName: 'AWSServiceRoleForAutoScaling_till',
        Arn: `${IAM}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_till`,
        Description: 'Grows the till.',
      });
      expect(made).not.toHaveProperty('MaxSessionDuration');
      expect(JSON.parse(made.AssumeRolePolicyDocument)).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'autoscaling.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      });
      expect(roleIn(world, made.RoleName)?.attached).toEqual([
        'arn:aws:iam::aws:policy/aws-service-role/AutoScalingServiceRolePolicy',
      ]);
    },
    errors: [
      {
        input: { AWSServiceName: 'batch.amazonaws.com' },
        code: 'InvalidInput',
        message:
          'Service role name AWSServiceRoleForBatch has been taken in this account, please try a different suffix.',
      },
      {
        input: { AWSServiceName: 'ecs.amazonaws.com', CustomSuffix: 'till' },
        code: 'InvalidInput',
        message: 'Custom suffix is not allowed for ecs.amazonaws.com',
      },
      {
        input: { AWSServiceName: 'bakery.amazonaws.com' },
        code: 'InvalidInput',
        message: 'bakery.amazonaws.com is not a valid AWS service name.',
      },
      {
        input: { AWSServiceName: 'autoscaling.amazonaws.com', CustomSuffix: 'x'.repeat(36) },
        code: 'InvalidInput',
        message: `Service role name AWSServiceRoleForAutoScaling_${'x'.repeat(36)} is longer than 64 characters.`,
      },
      {
        input: { AWSServiceName: 'ecs.amazonaws.com', Description: 'x'.repeat(1001) },
        code: 'ValidationError',
        message: `1 validation error detected: Value '${'x'.repeat(1001)}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 1000`,
      },
    ],
  }),
  row({
    operation: 'iam:CreateServiceLinkedRole',
    world: forBatch,
    caller: caller('amira'),
    works: { AWSServiceName: 'batch.amazonaws.com' },
    errors: [
      {
        input: { AWSServiceName: 'ecs.amazonaws.com' },
        code: 'AccessDenied',
        message: `User: ${IAM}:user/amira is not authorized to perform: iam:CreateServiceLinkedRole on resource: ${IAM}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS because no identity-based policy allows the iam:CreateServiceLinkedRole action`,
      },
    ],
  }),
  row({
    operation: 'iam:CreateServiceLinkedRole',
    world: FULL,
    works: { AWSServiceName: 'ecs.amazonaws.com' },
    errors: [],
  }),
  row({
    operation: 'iam:DeleteServiceLinkedRole',
    world: SHOP,
    works: { RoleName: BATCH },
    then: ({ DeletionTaskId }, world) => {
      expect(DeletionTaskId).toMatch(
        /^task\/aws-service-role\/batch\.amazonaws\.com\/AWSServiceRoleForBatch\/[0-9a-f-]{36}$/,
      );
      expect(roleIn(world, BATCH)).toBeUndefined();
      expect(lookup(tasksIn(world), DeletionTaskId)).toMatchObject({ role: BATCH, status: 'SUCCEEDED' });
    },
    errors: [
      {
        input: { RoleName: 'Missing' },
        code: 'NoSuchEntity',
        message: 'The role with name Missing cannot be found.',
      },
      {
        input: { RoleName: 'Till' },
        code: 'NoSuchEntity',
        message: 'The role with name Till cannot be found.',
      },
    ],
  }),
  // What needs the role keeps it; the call itself succeeds, and the task has failed.
  row({
    operation: 'iam:DeleteServiceLinkedRole',
    world: SHOP,
    works: { RoleName: ORGANIZATIONS },
    then: ({ DeletionTaskId }, world) => {
      expect(roleIn(world, ORGANIZATIONS)).toBeDefined();
      expect(lookup(tasksIn(world), DeletionTaskId)?.status).toBe('FAILED');
      expect(namesOf(tasksIn(world))).toHaveLength(4);
    },
    errors: [],
  }),
  row({
    operation: 'iam:GetServiceLinkedRoleDeletionStatus',
    world: SHOP,
    works: { DeletionTaskId: FAILED },
    then: (output) => expect(output).toEqual({ Status: 'FAILED', Reason: USED }),
    errors: [
      {
        input: { DeletionTaskId: taskId('ecs.amazonaws.com', 'AWSServiceRoleForECS', 1) },
        code: 'NoSuchEntity',
        message: `The deletion task with ID ${taskId('ecs.amazonaws.com', 'AWSServiceRoleForECS', 1)} cannot be found.`,
      },
      {
        input: { DeletionTaskId: 'task/1' },
        code: 'InvalidInput',
        message: 'Deletion task ID task/1 is not valid.',
      },
    ],
  }),
  row({
    operation: 'iam:GetServiceLinkedRoleDeletionStatus',
    world: SHOP,
    works: { DeletionTaskId: DONE },
    then: (output) => expect(output).toEqual({ Status: 'SUCCEEDED' }),
    errors: [],
  }),
  row({
    operation: 'iam:GetServiceLinkedRoleDeletionStatus',
    world: SHOP,
    works: { DeletionTaskId: RUNNING },
    then: (output) => expect(output).toEqual({ Status: 'IN_PROGRESS' }),
    errors: [],
  }),
] as const;
