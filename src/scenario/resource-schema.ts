// The schemas of resources: buckets, queues, topics, keys, functions, tables, secrets, instances, endpoints.
import * as v from 'valibot';
import { MAX_CONTENT_TYPE_CHARACTERS, MAX_OBJECT_CHARACTERS, MAX_VERSIONS } from '../account/limits.ts';
import { versionName } from '../account/object-versions.ts';
import { list, publicAccessBlock, tags, wholeNumber } from './common-schema.ts';
import * as f from './fields.ts';
import { entities, table } from './table.ts';

const policy = v.nullable(f.policyDocument);

const acl = list(
  v.strictObject({
    grantee: v.variant('kind', [
      v.strictObject({
        kind: v.literal('canonicalUser'),
        canonicalUserId: f.id(/^[0-9a-f]{64}$/, 'a canonical user id of 64 hexadecimal digits'),
      }),
      v.strictObject({
        kind: v.literal('group'),
        group: v.picklist(['AllUsers', 'AuthenticatedUsers', 'LogDelivery']),
      }),
    ]),
    permission: v.picklist(['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL']),
  }),
  100,
);

export const storedObject = v.strictObject({
  key: f.objectKey,
  version: f.objectVersion,
  body: f.text(0, MAX_OBJECT_CHARACTERS),
  contentType: f.text(0, MAX_CONTENT_TYPE_CHARACTERS),
  modified: f.instant,
  owner: v.nullable(f.accountId),
  acl,
  tags,
  kmsKey: v.nullable(f.arn),
});

const order = wholeNumber(1, Number.MAX_SAFE_INTEGER);

export const storedVersion = v.variant('kind', [
  v.strictObject({ kind: v.literal('object'), order, value: storedObject }),
  v.strictObject({
    kind: v.literal('deleteMarker'),
    order,
    value: v.strictObject({
      key: f.objectKey,
      version: f.objectVersion,
      modified: f.instant,
      owner: v.nullable(f.accountId),
    }),
  }),
]);

export const bucket = v.strictObject({
  name: f.bucketName,
  created: f.instant,
  region: f.region,
  policy,
  ownership: v.nullable(v.picklist(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'])),
  acl,
  publicAccessBlock: v.nullable(publicAccessBlock),
  tags,
  versioning: v.nullable(v.picklist(['Enabled', 'Suspended'])),
  objects: entities(f.objectKey, storedObject, { nameOf: ({ key }) => key, most: MAX_VERSIONS }),
  versions: entities(f.objectVersionName, storedVersion, {
    nameOf: ({ value }) => versionName(value),
    most: MAX_VERSIONS,
  }),
});

/** Attributes of queues and topics, by their names in the API. */
const attributes = table(f.id(/^[A-Za-z]+$/, 'the name of an attribute'), f.text(0, 65_536), { most: 100 });

export const queueName = f.regional(
  80,
  /^[A-Za-z0-9_-]{1,75}(?:[A-Za-z0-9_-]{1,5}|\.fifo)?$/,
  'the name of a queue',
);

export const message = v.strictObject({
  id: f.uuid,
  body: f.text(1, 1_048_576),
  sent: f.instant,
  visible: f.instant,
  received: v.nullable(f.instant),
  receipt: v.nullable(f.text(1, 1_024)),
  receives: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  sender: f.text(0, 256),
});

export const queue = v.strictObject({
  name: queueName.name,
  region: f.region,
  created: f.instant,
  modified: f.instant,
  purged: v.nullable(f.instant),
  policy,
  attributes,
  tags,
  messages: entities(f.uuid, message, { nameOf: ({ id }) => id, most: 10_000 }),
});

export const topicName = f.regional(256, /^[A-Za-z0-9_.-]{1,256}$/, 'the name of a topic');

export const subscription = v.strictObject({
  id: f.uuid,
  protocol: f.text(1, 64),
  endpoint: f.text(1, 2_048),
  owner: f.accountId,
  pending: v.boolean(),
});

export const topic = v.strictObject({
  name: topicName.name,
  region: f.region,
  created: f.instant,
  policy,
  attributes,
  tags,
  subscriptions: entities(f.uuid, subscription, { nameOf: ({ id }) => id, most: 10_000 }),
});

export const grant = v.strictObject({
  id: f.id(/^[0-9a-f]{64}$/, 'the id of a grant'),
  granteePrincipal: v.union([f.arn, f.principalId]),
  retiringPrincipal: v.exactOptional(v.union([f.arn, f.principalId])),
  operations: list(f.id(/^[A-Za-z]+$/, 'an operation of KMS'), 20),
  constraint: v.exactOptional(
    v.strictObject({
      kind: v.picklist(['equals', 'subset']),
      encryptionContext: table(f.text(1, 8_192), f.text(0, 8_192), { most: 8 }),
    }),
  ),
  name: v.nullable(f.text(1, 256)),
  created: f.instant,
  issuer: f.arn,
});

/** A UUID, or the id of a multi-Region key. */
export const kmsKeyId = f.id(
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/,
  'the id of a KMS key',
);

export const kmsKey = v.strictObject({
  id: kmsKeyId,
  region: f.region,
  created: f.instant,
  description: f.text(0, 8_192),
  policy: f.policyDocument,
  state: v.picklist(['Enabled', 'Disabled', 'PendingDeletion']),
  deletion: v.nullable(f.instant),
  usage: v.picklist(['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC']),
  spec: f.id(/^[A-Z0-9_]+$/, 'the spec of a KMS key'),
  multiRegion: v.boolean(),
  manager: v.picklist(['CUSTOMER', 'AWS']),
  material: f.base64Text(64),
  tags,
  grants: entities(f.text(1, 64), grant, { nameOf: ({ id }) => id, most: 10_000 }),
});

export const kmsAliasName = f.regional(256, /^alias\/[A-Za-z0-9/_-]+$/, 'alias/ and a name');

export const kmsAlias = v.strictObject({
  name: kmsAliasName.name,
  region: f.region,
  key: kmsKeyId,
  created: f.instant,
  updated: f.instant,
});

export const functionName = f.regional(64, /^[A-Za-z0-9-_]{1,64}$/, 'the name of a function');

export const lambdaFunction = v.strictObject({
  name: functionName.name,
  region: f.region,
  modified: f.instant,
  role: f.arn,
  roleId: f.uniqueId('AROA'),
  runtime: f.text(0, 64),
  handler: f.text(0, 128),
  description: f.text(0, 256),
  code: f.base64Text(400_000),
  timeout: wholeNumber(1, 900),
  memory: wholeNumber(128, 32_768),
  environment: table(f.id(/^[A-Za-z][A-Za-z0-9_]*$/, 'the name of a variable', 256), f.text(0, 4_096), {
    most: 100,
  }),
  policy,
  url: v.nullable(
    v.strictObject({
      id: f.id(/^[a-z0-9]{32}$/, 'the id of a function URL'),
      auth: v.picklist(['AWS_IAM', 'NONE']),
      created: f.instant,
      modified: f.instant,
    }),
  ),
  tags,
});

export const dynamoTableName = f.regional(255, /^[A-Za-z0-9_.-]{3,255}$/, 'the name of a table');

/** JSON of an item. */
export const item = f.text(2, 600_000);

export const dynamoTable = v.strictObject({
  name: dynamoTableName.name,
  region: f.region,
  id: f.uuid,
  created: f.instant,
  key: v.pipe(
    v.array(v.strictObject({ name: f.text(1, 255), type: v.picklist(['S', 'N', 'B']) })),
    v.minLength(1, 'must have a partition key'),
    v.maxLength(2, 'must have at most a partition key and a sort key'),
    v.readonly(),
  ),
  capacity: v.nullable(v.strictObject({ read: wholeNumber(1, 40_000), write: wholeNumber(1, 40_000) })),
  policy,
  tags,
  items: entities(f.text(1, 32_768), item, { most: 10_000 }),
});

export const secretName = f.regional(512, /^[A-Za-z0-9/_+=.@!-]{1,512}$/, 'the name of a secret');

export const secret = v.strictObject({
  name: secretName.name,
  region: f.region,
  suffix: f.id(/^[A-Za-z0-9]{6}$/, 'six letters and digits'),
  created: f.instant,
  changed: f.instant,
  description: f.text(0, 2_048),
  kmsKey: v.nullable(f.text(1, 2_048)),
  policy,
  deletion: v.nullable(f.instant),
  versions: list(
    v.strictObject({
      id: f.text(32, 64),
      stages: list(f.text(1, 256), 20),
      value: f.text(0, 100_000),
      binary: v.boolean(),
      created: f.instant,
    }),
    100,
  ),
  tags,
});

const hexId = (prefix: string) =>
  f.id(new RegExp(`^${prefix}-[0-9a-f]{8,17}$`), `an id that starts with ${prefix}-`);

export const instanceId = hexId('i');

export const instance = v.strictObject({
  id: instanceId,
  region: f.region,
  image: hexId('ami'),
  type: f.id(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'an instance type'),
  state: v.picklist(['running', 'stopped', 'terminated']),
  changed: f.instant,
  launched: f.instant,
  reservation: hexId('r'),
  vpc: hexId('vpc'),
  subnet: hexId('subnet'),
  privateIp: f.id(/^\d{1,3}(?:\.\d{1,3}){3}$/, 'an IPv4 address'),
  profile: v.nullable(
    v.strictObject({ id: hexId('iip-assoc'), profile: f.arn, profileId: f.uniqueId('AIPA') }),
  ),
  metadata: v.strictObject({
    tokens: v.picklist(['optional', 'required']),
    endpoint: v.picklist(['enabled', 'disabled']),
  }),
  terminationProtection: v.boolean(),
  tags,
});

export const vpcEndpointId = hexId('vpce');

export const vpcEndpoint = v.strictObject({
  id: vpcEndpointId,
  region: f.region,
  service: f.id(/^com\.amazonaws\.[a-z0-9.-]+$/, 'a service like com.amazonaws.us-east-1.s3', 128),
  type: v.picklist(['Gateway', 'Interface']),
  vpc: hexId('vpc'),
  created: f.instant,
  policy,
  tags,
});
