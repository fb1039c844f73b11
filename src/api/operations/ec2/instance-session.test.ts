// Sessions of instances: what the metadata service hands out, and when it has nothing to hand out.
import { expect, test } from 'vitest';
import {
  BOOKSHOP,
  environment,
  NOW,
  policyText,
  withBookshop,
  WORLD,
} from '../../../../tests/fixtures/world.ts';
import { COUNTER, INSTANCE, PROFILE, WITH_INSTANCE } from '../../../../tests/fixtures/machines.ts';
import { tableOf, withoutValue, withValue } from '../../../account/table.ts';
import type { Instance } from '../../../account/resources.ts';
import type { Account, InstanceProfile, Role, World } from '../../../account/world.ts';
import { execute } from '../../execute.ts';
import { instanceSession, networkOf } from './instance-session.ts';

const accountIn = (world: World): Account => {
  const account = world.accounts[BOOKSHOP];
  if (!account) throw new Error('The fixture has no bookshop.');
  return account;
};
const sessionIn = (world: World, instance: Instance = INSTANCE, version?: 1 | 2) =>
  instanceSession(world, accountIn(world), instance, environment(), version);
const withProfile = (profile: InstanceProfile | null): World =>
  withBookshop(
    (account) => ({
      ...account,
      instanceProfiles: profile
        ? withValue(account.instanceProfiles, PROFILE.name, profile)
        : withoutValue(account.instanceProfiles, PROFILE.name),
    }),
    WITH_INSTANCE,
  );
const withRole = (role: Role | null): World =>
  withBookshop(
    (account) => ({
      ...account,
      roles: role ? withValue(account.roles, COUNTER.name, role) : withoutValue(account.roles, COUNTER.name),
    }),
    WITH_INSTANCE,
  );

test('a session of the role, named after the instance, for six hours', () => {
  const session = sessionIn(WITH_INSTANCE);
  expect(session).toMatchObject({
    ok: true,
    value: {
      account: BOOKSHOP,
      roleArn: 'arn:aws:iam::111122223333:role/shop/Counter',
      sessionName: INSTANCE.id,
      origin: {
        kind: 'ec2Instance',
        instance: `arn:aws:ec2:us-east-1:111122223333:instance/${INSTANCE.id}`,
        delivery: 2,
      },
      credentials: { issued: NOW, expires: '2026-11-22T16:14:05Z' },
    },
  });
  expect(session.ok && session.value.credentials.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
});

test('the engine lets it do what the role may do, and tells its policies of the instance', () => {
  const session = sessionIn(WITH_INSTANCE);
  if (!session.ok) throw new Error(session.error);
  const read = execute(
    WITH_INSTANCE,
    session.value,
    { operation: 's3:GetObject', input: { Bucket: 'maple-catalog', Key: 'spring.csv' } },
    environment(),
  );
  expect(read.result.ok).toBe(true);
  expect(read.event.userIdentity).toMatchObject({
    type: 'AssumedRole',
    arn: `arn:aws:sts::111122223333:assumed-role/Counter/${INSTANCE.id}`,
  });
  expect(read.event.request?.context).toMatchObject({
    'ec2:RoleDelivery': '2.0',
    'ec2:SourceInstanceARN': `arn:aws:ec2:us-east-1:111122223333:instance/${INSTANCE.id}`,
    'aws:Ec2InstanceSourceVpc': INSTANCE.vpc,
  });
  const drafts = execute(
    WITH_INSTANCE,
    session.value,
    { operation: 's3:GetObject', input: { Bucket: 'maple-drafts', Key: 'plan.txt' } },
    environment(),
  );
  expect(drafts.result).toMatchObject({ ok: false, error: { code: 'AccessDenied' } });
});

test.each<[string, World, Instance, (1 | 2)?]>([
  ['notRunning', WITH_INSTANCE, { ...INSTANCE, state: 'stopped' }],
  [
    'metadataDisabled',
    WITH_INSTANCE,
    { ...INSTANCE, metadata: { tokens: 'optional', endpoint: 'disabled' } },
  ],
  ['tokenRequired', WITH_INSTANCE, { ...INSTANCE, metadata: { tokens: 'required', endpoint: 'enabled' } }, 1],
  ['noProfile', WITH_INSTANCE, { ...INSTANCE, profile: null }],
  ['profileDeleted', withProfile(null), INSTANCE],
  ['profileMadeAnew', withProfile({ ...PROFILE, id: 'AIPAOTHEROTHEROTHER12' }), INSTANCE],
  ['noRole', withProfile({ ...PROFILE, role: null }), INSTANCE],
  ['noRole', withRole(null), INSTANCE],
  [
    'roleNotTrusting',
    withRole({
      ...COUNTER,
      trust: policyText({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    }),
    INSTANCE,
  ],
])('%s', (reason, world, instance, version) =>
  expect(sessionIn(world, instance, version)).toEqual({ ok: false, error: reason }),
);

test('version 1 of the metadata service shows in the keys of the session', () => {
  const session = sessionIn(WITH_INSTANCE, INSTANCE, 1);
  expect(session.ok && session.value.origin).toMatchObject({ delivery: 1 });
});

test('a call goes through the endpoint of the VPC, gateways before interfaces', () => {
  const endpoint = (id: string, type: 'Gateway' | 'Interface', vpc: string, service: string) => ({
    id,
    region: 'us-east-1',
    service,
    type,
    vpc,
    created: NOW,
    policy: null,
    tags: {},
  });
  const S3 = 'com.amazonaws.us-east-1.s3';
  const account: Account = {
    ...accountIn(WORLD),
    vpcEndpoints: tableOf(
      Object.fromEntries(
        [
          endpoint('vpce-00000001', 'Interface', INSTANCE.vpc, S3),
          endpoint('vpce-00000002', 'Gateway', INSTANCE.vpc, S3),
          endpoint('vpce-00000003', 'Interface', 'vpc-00000009', 'com.amazonaws.us-east-1.sqs'),
        ].map((one) => [one.id, one]),
      ),
    ),
  };
  expect(networkOf(account, INSTANCE, 's3')).toEqual({
    account: BOOKSHOP,
    id: 'vpce-00000002',
    privateIp: INSTANCE.privateIp,
  });
  expect(networkOf(account, INSTANCE, 'sqs')).toBeNull();
});
