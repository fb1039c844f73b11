// Tests for the way out: through the endpoint of the VPC of an instance, or over the internet.
import { expect, test } from 'vitest';
import { BOOKSHOP, caller, CREATED, NOW, withBookshop } from '../../tests/fixtures/world.ts';
import type { RoleSession } from '../account/caller.ts';
import type { Instance, VpcEndpoint } from '../account/resources.ts';
import { tableOf } from '../account/table.ts';
import type { ApiCall } from '../api/call.ts';
import type { Link } from './facts.ts';
import { wayOut } from './way-out.ts';

const INSTANCE: Instance = {
  id: 'i-0123456789abcdef0',
  region: 'us-east-1',
  image: 'ami-0123456789abcdef0',
  type: 't3.micro',
  state: 'running',
  changed: CREATED,
  launched: CREATED,
  reservation: 'r-0123456789abcdef0',
  vpc: 'vpc-00000001',
  subnet: 'subnet-00000001',
  privateIp: '172.31.0.20',
  profile: null,
  metadata: { tokens: 'required', endpoint: 'enabled' },
  terminationProtection: false,
  tags: {},
};
const ENDPOINT: VpcEndpoint = {
  id: 'vpce-00000001',
  region: 'us-east-1',
  service: 'com.amazonaws.us-east-1.s3',
  type: 'Gateway',
  vpc: 'vpc-00000001',
  created: CREATED,
  policy: null,
  tags: {},
};
const world = withBookshop((account) => ({
  ...account,
  instances: tableOf({ [INSTANCE.id]: INSTANCE }),
  vpcEndpoints: tableOf({ [ENDPOINT.id]: ENDPOINT }),
}));

const SESSION: RoleSession = {
  kind: 'roleSession',
  account: BOOKSHOP,
  roleName: 'Server',
  roleId: 'AROASERVERAAAAAAAAAAA',
  roleArn: `arn:aws:iam::${BOOKSHOP}:role/Server`,
  sessionName: INSTANCE.id,
  origin: {
    kind: 'ec2Instance',
    instance: `arn:aws:ec2:us-east-1:${BOOKSHOP}:instance/${INSTANCE.id}`,
    vpc: INSTANCE.vpc,
    privateIpv4: INSTANCE.privateIp,
    delivery: 2,
  },
  chained: false,
  sessionTags: {},
  transitiveTags: [],
  sourceIdentity: null,
  policies: { policy: null, policyArns: [] },
  credentials: { kind: 'role', accessKeyId: 'ASIASERVERAAAAAAAAAA', issued: NOW, expires: NOW, mfa: null },
};
const ON_INSTANCE: Link = { way: 'service', caller: SESSION, display: null };
const LIST: ApiCall = { operation: 's3:ListObjectsV2', input: { Bucket: 'maple-catalog' } };
const ELSEWHERE: ApiCall = { operation: 's3:ListObjectsV2', input: { Bucket: 'maple-drafts' } };
const QUEUES: ApiCall = { operation: 'sqs:ListQueues', input: {} };
const THROUGH = { account: BOOKSHOP, id: ENDPOINT.id, privateIp: INSTANCE.privateIp };

test.each<[string, readonly Link[], ApiCall, string, typeof THROUGH | null]>([
  ['from an instance, to a service that has an endpoint', [ON_INSTANCE], LIST, 'us-east-1', THROUGH],
  ['to one that has none', [ON_INSTANCE], QUEUES, 'us-east-1', null],
  ['to another Region', [ON_INSTANCE], { operation: 's3:ListBuckets', input: {} }, 'eu-west-1', null],
  ['to a bucket in another Region', [ON_INSTANCE], ELSEWHERE, 'us-east-1', null],
  ['to a bucket, which answers where it is', [ON_INSTANCE], LIST, 'eu-west-1', THROUGH],
  [
    'by a role that was assumed from there',
    [ON_INSTANCE, { ...ON_INSTANCE, way: 'assumeRole' }],
    LIST,
    'us-east-1',
    THROUGH,
  ],
  [
    'with credentials that were copied from there',
    [{ ...ON_INSTANCE, way: 'accessKey' }],
    LIST,
    'us-east-1',
    null,
  ],
  ['by a user', [{ way: 'signIn', caller: caller('noor'), display: null }], LIST, 'us-east-1', null],
  ['by nobody', [], LIST, 'us-east-1', null],
])('%s', (_name, links, call, region, expected) =>
  expect(wayOut(world, links, call, region)).toEqual(expected),
);
