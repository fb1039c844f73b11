// Random resources: whatever the schema takes, each for itself.
import fc from 'fast-check';
import type {
  Bucket,
  DynamoTable,
  Instance,
  KmsKey,
  LambdaFunction,
  Message,
  Queue,
  Secret,
  StoredGrant,
  StoredObject,
  StoredVersion,
  Subscription,
  Topic,
  VpcEndpoint,
} from '../../../src/account/resources.ts';
import { versionName } from '../../../src/account/object-versions.ts';
import { tableOf } from '../../../src/account/table.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import type { AclGrantee } from '../../../src/evaluation/s3/access.ts';
import { AWKWARD, base64, hex, instant, plainName, policyText, region, table, tags, uuid } from './words.ts';

const policy = fc.option(policyText);
const arn: fc.Arbitrary<Arn> = fc.constantFrom(
  'arn:aws:iam::111122223300:role/staff/constructor' as const,
  'arn:aws:iam::111122223300:root' as const,
);

const objectKey = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
  fc.constantFrom('__proto__', 'a/b/c.txt', ' ', '7', ...AWKWARD),
);

const acl = fc.array(
  fc.record({
    grantee: fc.constantFrom<AclGrantee>(
      { kind: 'group', group: 'AllUsers' },
      { kind: 'canonicalUser', canonicalUserId: 'a'.repeat(64) },
    ),
    permission: fc.constantFrom('READ', 'WRITE', 'FULL_CONTROL'),
  }),
  { maxLength: 2 },
);

export const publicAccessBlock = fc.record({
  blockPublicAcls: fc.boolean(),
  ignorePublicAcls: fc.boolean(),
  blockPublicPolicy: fc.boolean(),
  restrictPublicBuckets: fc.boolean(),
});

const objectVersion = fc.constantFrom('null', 'Eb73HiZyMhLVW54mshpqth8FAh.dY._I', 'a'.repeat(32));

export const storedObject: fc.Arbitrary<StoredObject> = fc.record({
  key: objectKey,
  version: objectVersion,
  body: fc.string({ unit: 'binary', maxLength: 30 }),
  contentType: fc.constantFrom('text/plain', ''),
  modified: instant,
  owner: fc.constantFrom(null, '111122223300'),
  acl,
  tags,
  kmsKey: fc.constantFrom(null, 'arn:aws:kms:us-east-1:111122223300:key/1234' as const),
});

export const storedVersion: fc.Arbitrary<StoredVersion> = fc.oneof(
  fc.record({ kind: fc.constant('object'), order: fc.integer({ min: 1, max: 9 }), value: storedObject }),
  fc.record({
    kind: fc.constant('deleteMarker'),
    order: fc.integer({ min: 1, max: 9 }),
    value: fc.record({
      key: objectKey,
      version: objectVersion,
      modified: instant,
      owner: fc.constantFrom(null, '111122223300'),
    }),
  }),
);

/** With so many objects at most that some buckets have more than a leaf of them. */
export const bucket = (name: fc.Arbitrary<string>): fc.Arbitrary<Bucket> =>
  fc.record({
    name,
    created: instant,
    region,
    policy,
    ownership: fc.constantFrom('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter', null),
    acl,
    publicAccessBlock: fc.option(publicAccessBlock),
    tags,
    versioning: fc.constantFrom('Enabled', 'Suspended', null),
    objects: table(storedObject, ({ key }) => key, 20),
    versions: table(storedVersion, ({ value }) => versionName(value), 3),
  });

export const message: fc.Arbitrary<Message> = fc.record({
  id: uuid,
  body: fc.string({ minLength: 1 }),
  sent: instant,
  visible: instant,
  receipt: fc.option(uuid),
  receives: fc.nat(9),
  received: fc.option(instant),
  sender: fc.constant('AIDAEXAMPLE'),
});

const attributes = fc.dictionary(fc.constantFrom('VisibilityTimeout', ...AWKWARD), fc.string(), {
  maxKeys: 2,
});

export const queue: fc.Arbitrary<Queue> = fc.record({
  name: plainName,
  region,
  created: instant,
  modified: instant,
  purged: fc.option(instant),
  policy,
  attributes,
  tags,
  messages: table(message, ({ id }) => id, 2),
});

export const subscription: fc.Arbitrary<Subscription> = fc.record({
  id: uuid,
  protocol: fc.constantFrom('sqs', 'email'),
  endpoint: fc.string({ minLength: 1 }),
  owner: fc.constant('111122223300'),
  pending: fc.boolean(),
});

export const topic: fc.Arbitrary<Topic> = fc.record({
  name: plainName,
  region,
  created: instant,
  policy,
  attributes,
  tags,
  subscriptions: table(subscription, ({ id }) => id, 2),
});

/** Of somebody who is no longer there. */
const goneId = fc.constantFrom('AIDAEXAMPLEEXAMPLE12', 'AROAEXAMPLEEXAMPLE12');

export const grant: fc.Arbitrary<StoredGrant> = fc.record(
  {
    id: hex(64),
    granteePrincipal: fc.oneof(arn, goneId),
    retiringPrincipal: fc.oneof(arn, goneId),
    operations: fc.constantFrom(['Decrypt'], ['Encrypt', 'RetireGrant']),
    constraint: fc.record({
      kind: fc.constantFrom('equals', 'subset'),
      encryptionContext: fc.dictionary(plainName, fc.string(), { maxKeys: 2 }),
    }),
    name: fc.option(plainName),
    created: instant,
    issuer: arn,
  },
  { requiredKeys: ['id', 'granteePrincipal', 'operations', 'name', 'created', 'issuer'] },
);

export const kmsKey: fc.Arbitrary<KmsKey> = fc.record({
  id: fc.oneof(
    uuid,
    hex(32).map((id) => `mrk-${id}`),
  ),
  region,
  created: instant,
  description: fc.string(),
  policy: policyText,
  state: fc.constantFrom('Enabled', 'Disabled', 'PendingDeletion'),
  deletion: fc.option(instant),
  usage: fc.constantFrom('ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC'),
  spec: fc.constantFrom('SYMMETRIC_DEFAULT', 'RSA_2048'),
  multiRegion: fc.boolean(),
  manager: fc.constantFrom('CUSTOMER', 'AWS'),
  material: base64(32),
  tags,
  grants: table(grant, ({ id }) => id, 2),
});

export const lambdaFunction: fc.Arbitrary<LambdaFunction> = fc.record({
  name: plainName,
  region,
  modified: instant,
  role: arn,
  roleId: fc.constant('AROAEXAMPLEEXAMPLE12'),
  runtime: fc.constantFrom('nodejs22.x', ''),
  handler: fc.constant('index.handler'),
  description: fc.string(),
  code: base64(6),
  timeout: fc.integer({ min: 1, max: 900 }),
  memory: fc.constantFrom(128, 10_240),
  environment: fc.dictionary(plainName, fc.string(), { maxKeys: 2 }),
  policy,
  url: fc.option(
    fc.record({
      id: fc.constant('abcdefghijklmnopqrstuvwxyz234567'),
      auth: fc.constantFrom('AWS_IAM', 'NONE'),
      created: instant,
      modified: instant,
    }),
  ),
  tags,
});

export const dynamoTable: fc.Arbitrary<DynamoTable> = fc.record({
  name: plainName,
  region,
  id: uuid,
  created: instant,
  key: fc.array(fc.record({ name: plainName, type: fc.constantFrom('S', 'N', 'B') }), {
    minLength: 1,
    maxLength: 2,
  }),
  capacity: fc.constantFrom(null, { read: 5, write: 1 }),
  policy,
  tags,
  items: fc
    .dictionary(
      fc.oneof(fc.string({ minLength: 1 }), plainName),
      plainName.map((name) => JSON.stringify({ id: { S: name } })),
      { maxKeys: 3 },
    )
    .map(tableOf),
});

export const secret: fc.Arbitrary<Secret> = fc.record({
  name: plainName,
  region,
  suffix: hex(6),
  created: instant,
  changed: instant,
  description: fc.string(),
  kmsKey: fc.constantFrom(null, 'alias/seal'),
  policy,
  deletion: fc.option(instant),
  versions: fc.array(
    fc.record({
      id: uuid,
      stages: fc.constantFrom([], ['AWSCURRENT']),
      value: fc.string(),
      binary: fc.boolean(),
      created: instant,
    }),
    { maxLength: 2 },
  ),
  tags,
});

/** The first digits of an id keep those of one account apart from those of others. */
export const instance = (digits: string): fc.Arbitrary<Instance> =>
  fc.record({
    id: hex(6).map((id) => `i-${digits}${id}`),
    region,
    image: hex(8).map((id) => `ami-${id}`),
    type: fc.constantFrom('t3.micro', 'u-6tb1.metal'),
    state: fc.constantFrom('running', 'stopped', 'terminated'),
    changed: instant,
    launched: instant,
    reservation: hex(17).map((id) => `r-${id}`),
    vpc: hex(17).map((id) => `vpc-${id}`),
    subnet: hex(17).map((id) => `subnet-${id}`),
    privateIp: fc.ipV4(),
    profile: fc.option(
      fc.record({
        id: hex(17).map((id) => `iip-assoc-${id}`),
        profile: arn,
        profileId: fc.constant('AIPAEXAMPLEEXAMPLE12'),
      }),
    ),
    metadata: fc.record({
      tokens: fc.constantFrom('optional', 'required'),
      endpoint: fc.constantFrom('enabled', 'disabled'),
    }),
    terminationProtection: fc.boolean(),
    tags,
  });

export const vpcEndpoint = (digits: string): fc.Arbitrary<VpcEndpoint> =>
  fc.record({
    id: hex(6).map((id) => `vpce-${digits}${id}`),
    region,
    service: fc.constantFrom('com.amazonaws.us-east-1.s3', 'com.amazonaws.eu-central-1.sqs'),
    type: fc.constantFrom('Gateway', 'Interface'),
    vpc: hex(17).map((id) => `vpc-${id}`),
    created: instant,
    policy,
    tags,
  });
