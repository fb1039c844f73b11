// Launching: every permission that comes together in it, and what a policy sees of each.
import { describe, expect, test } from 'vitest';
import {
  INSTANCE,
  NETWORK,
  PROFILE_ARN,
  WITH_INSTANCE,
  withInstances,
} from '../../../../tests/fixtures/machines.ts';
import { allow, caller, environment, policyText, withUser } from '../../../../tests/fixtures/world.ts';
import type { World } from '../../../account/world.ts';
import { execute } from '../../execute.ts';

const noorMay = (...statements: readonly object[]): World =>
  withUser('noor', { inline: { Own: policyText(...statements) } }, WITH_INSTANCE);

const ask = (world: World, operation: 'ec2:RunInstances', more: object = {}) =>
  execute(
    world,
    caller('noor'),
    {
      operation,
      input: {
        ImageId: INSTANCE.image,
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        IamInstanceProfile: { Name: 'Till' },
        ...more,
      },
    },
    environment(),
  );

const PASS = {
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: 'arn:aws:iam::111122223333:role/shop/Counter',
  Condition: {
    StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
    ArnLike: { 'iam:AssociatedResourceArn': 'arn:aws:ec2:us-east-1:111122223333:instance/*' },
  },
};
const RUN = allow('ec2:RunInstances');
const TAGS = { TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'web' }] }] };

test('an instance is made of resources, each of which is asked about', () => {
  const { evaluations, event } = ask(noorMay(RUN, PASS), 'ec2:RunInstances');
  expect(evaluations.map(({ request }) => `${request.action} ${request.resource}`)).toEqual([
    'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:instance/*',
    `ec2:RunInstances arn:aws:ec2:us-east-1::image/${INSTANCE.image}`,
    `ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:subnet/${NETWORK.subnet}`,
    'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:network-interface/*',
    `ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:security-group/${NETWORK.securityGroup}`,
    'ec2:RunInstances arn:aws:ec2:us-east-1:111122223333:volume/*',
    'iam:PassRole arn:aws:iam::111122223333:role/shop/Counter',
  ]);
  expect(evaluations[0]?.request.context).toMatchObject({
    'ec2:Region': 'us-east-1',
    'ec2:InstanceType': 't3.micro',
    'ec2:InstanceProfile': PROFILE_ARN,
    'ec2:MetadataHttpTokens': 'optional',
  });
  expect(evaluations[0]?.request.context).not.toHaveProperty('aws:TagKeys');
  expect(event.errorCode).toBeUndefined();
});

test('without the right to pass the role nothing is launched, and the answer says which right that is', () => {
  const { result, event } = ask(noorMay(RUN), 'ec2:RunInstances');
  expect(result).toMatchObject({ ok: false, error: { code: 'UnauthorizedOperation', status: 403 } });
  expect(result.ok || result.error.message).toMatch(
    /^You are not authorized to perform this operation\. User: arn:aws:iam::111122223333:user\/noor is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role\/shop\/Counter because no identity-based policy allows the iam:PassRole action\. Encoded authorization failure message: [\w-]+$/,
  );
  expect(event.errorCode).toBe('Client.UnauthorizedOperation');
});

describe('conditions', () => {
  const only = (condition: object) =>
    noorMay(RUN, PASS, {
      Effect: 'Deny',
      Action: 'ec2:RunInstances',
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: condition,
    });

  test.each<[object, object, boolean]>([
    [{ StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } }, {}, false],
    [
      { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
      { MetadataOptions: { HttpTokens: 'required' } },
      true,
    ],
    [{ StringNotEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] } }, {}, true],
    [{ StringNotEquals: { 'ec2:InstanceType': 't3.micro' } }, { InstanceType: 'p5.48xlarge' }, false],
    [
      { ArnNotLike: { 'ec2:InstanceProfile': PROFILE_ARN } },
      { IamInstanceProfile: { Arn: PROFILE_ARN } },
      true,
    ],
    [{ Null: { 'aws:RequestTag/team': 'true' } }, {}, false],
  ])('%j with %j: %s', (condition, more, isLaunched) =>
    expect(ask(only(condition), 'ec2:RunInstances', more).result.ok).toBe(isLaunched),
  );
});

describe('tags', () => {
  const TAG = { Effect: 'Allow', Action: 'ec2:CreateTags', Resource: 'arn:aws:ec2:*:*:instance/*' };

  test('need a right of their own', () => {
    const { result } = ask(noorMay(RUN, PASS), 'ec2:RunInstances', TAGS);
    expect(result.ok || result.error.message).toContain(
      'is not authorized to perform: ec2:CreateTags on resource: arn:aws:ec2:us-east-1:111122223333:instance/*',
    );
    expect(ask(noorMay(RUN, PASS, TAG), 'ec2:RunInstances', TAGS).result.ok).toBe(true);
  });

  test('which can be one to tag what is being made, and nothing else', () => {
    const onCreate = { ...TAG, Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } } };
    const world = noorMay(RUN, PASS, onCreate);
    expect(ask(world, 'ec2:RunInstances', TAGS).result.ok).toBe(true);
    const later = execute(
      world,
      caller('noor'),
      {
        operation: 'ec2:CreateTags',
        input: { Resources: [INSTANCE.id], Tags: [{ Key: 'team', Value: 'web' }] },
      },
      environment(),
    );
    expect(later.result).toMatchObject({ ok: false, error: { code: 'UnauthorizedOperation' } });
  });
});

test('a dry run is decided like the call itself', () => {
  const dry = { DryRun: true };
  expect(ask(noorMay(RUN, PASS), 'ec2:RunInstances', dry).result).toMatchObject({
    error: { code: 'DryRunOperation', status: 412 },
  });
  expect(ask(noorMay(RUN), 'ec2:RunInstances', dry).result).toMatchObject({
    error: { code: 'UnauthorizedOperation' },
  });
});

test('starting an instance with a role needs no right to pass it', () => {
  const world = withUser(
    'noor',
    {
      inline: {
        Own: policyText({
          Effect: 'Allow',
          Action: 'ec2:StartInstances',
          Resource: '*',
          Condition: { StringEquals: { 'ec2:ResourceTag/team': 'sales', 'ec2:Region': 'us-east-1' } },
        }),
      },
    },
    withInstances({ ...INSTANCE, state: 'stopped' }),
  );
  const start = (InstanceIds: readonly string[]) =>
    execute(
      world,
      caller('noor'),
      { operation: 'ec2:StartInstances', input: { InstanceIds } },
      environment(),
    );
  expect(start([INSTANCE.id]).result.ok).toBe(true);
  // What does not exist has no tags either, and so is no different from what may not be started.
  expect(start(['i-00000009']).result).toMatchObject({ error: { code: 'UnauthorizedOperation' } });
});
