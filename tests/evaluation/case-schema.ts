// The schema of a case: every field, and no other. What they mean stands in `cases/README.md`.
import * as v from 'valibot';
import { isAccountId, isArn, type ActionName, type Arn } from '../../src/aws/arn.ts';
import type { KmsGrant } from '../../src/evaluation/kms/grant.ts';
import { UNKNOWN, type ContextValue } from '../../src/evaluation/request.ts';
import { BLOCK_NONE } from '../../src/evaluation/s3/block-public-access.ts';
import type { S3Access } from '../../src/evaluation/s3/access.ts';

const arn = v.pipe(
  v.string(),
  v.guard((text): text is Arn => isArn(text), 'not an ARN'),
);

const acl = v.strictObject({
  owner: v.strictObject({ account: v.string(), canonicalUserId: v.string() }),
  grants: v.array(
    v.strictObject({
      grantee: v.variant('kind', [
        v.strictObject({ kind: v.literal('canonicalUser'), canonicalUserId: v.string() }),
        v.strictObject({
          kind: v.literal('group'),
          group: v.picklist(['AllUsers', 'AuthenticatedUsers', 'LogDelivery']),
        }),
      ]),
      permission: v.picklist(['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL']),
    }),
  ),
});

/** What a case leaves out is off, and the ACLs are on. */
const s3: v.GenericSchema<unknown, S3Access> = v.strictObject({
  ownership: v.optional(
    v.picklist(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter']),
    'ObjectWriter',
  ),
  bucketAcl: v.optional(v.nullable(acl), null),
  objectAcl: v.optional(v.nullable(acl), null),
  blockPublicAccess: v.optional(
    v.strictObject({
      blockPublicAcls: v.optional(v.boolean(), false),
      ignorePublicAcls: v.optional(v.boolean(), false),
      blockPublicPolicy: v.optional(v.boolean(), false),
      restrictPublicBuckets: v.optional(v.boolean(), false),
    }),
    BLOCK_NONE,
  ),
});

const grants: v.GenericSchema<unknown, KmsGrant[]> = v.array(
  v.strictObject({
    id: v.string(),
    granteePrincipal: arn,
    retiringPrincipal: v.optional(arn),
    operations: v.array(v.string()),
    constraint: v.optional(
      v.strictObject({
        kind: v.picklist(['equals', 'subset']),
        encryptionContext: v.record(v.string(), v.string()),
      }),
    ),
  }),
);

/** The schemas of objects take lists for objects. */
const noList = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value), 'not an object'),
);

const account = v.pipe(v.string(), v.check(isAccountId, 'not an account of 12 digits'));

const text = v.pipe(v.union([v.string(), v.number(), v.boolean()], 'not text'), v.transform(String));

const contextValue: v.GenericSchema<unknown, ContextValue> = v.union(
  [
    text,
    v.array(text),
    v.pipe(
      v.strictObject({ unknown: v.literal(true) }),
      v.transform(() => UNKNOWN),
    ),
  ],
  'not text, a list of texts or {"unknown": true}',
);

const called = {
  action: v.pipe(
    v.string(),
    v.guard((name): name is ActionName => /^[^:]+:[^:]+$/.test(name), 'not service:Name'),
  ),
  resource: v.union([v.literal('*'), arn], 'not an ARN or *'),
  resourceAccount: v.nullable(account),
  context: v.pipe(noList, v.record(v.string(), contextValue)),
  /** A document, which the parser of policies reads, or null. */
  resourcePolicy: v.unknown(),
};

const documents = v.array(v.unknown(), 'not a list of documents');
const levels = v.nullable(v.array(documents, 'not a list of levels'));

export const caseSchema = v.strictObject({
  ...called,
  id: v.optional(v.string()),
  source: v.optional(v.string()),
  why: v.optional(v.string()),
  principal: v.unknown(),
  principalAccount: v.optional(v.nullable(account), null),
  identityPolicies: documents,
  permissionsBoundary: v.unknown(),
  sessionPolicies: v.nullable(documents),
  scps: levels,
  rcps: levels,
  vpcEndpointPolicy: v.unknown(),
  expected: v.optional(v.picklist(['allow', 'explicitDeny', 'implicitDeny', 'depends'])),
  decidedBy: v.optional(
    v.picklist(['identity', 'resource', 'boundary', 'session', 'scp', 'rcp', 'vpce', 'none']),
  ),
  dependsOn: v.optional(v.array(v.string())),
  notes: v.optional(v.array(v.string())),
  sessionToken: v.optional(v.strictObject({ mfa: v.boolean() })),
  assumedRoot: v.optional(v.boolean()),
  roleArn: v.optional(arn),
  issuer: v.optional(v.nullable(arn)),
  forwardedBy: v.optional(v.array(v.string())),
  endpointKind: v.optional(v.picklist(['gateway', 'interface'])),
  facts: v.optional(
    v.pipe(
      noList,
      v.strictObject({
        canonicalUserId: v.optional(v.string()),
        objectOwner: v.optional(v.string()),
        console: v.optional(v.nullable(v.boolean())),
        rootAccessAdministrator: v.optional(v.nullable(v.boolean())),
      }),
    ),
  ),
  s3: v.optional(s3),
  grants: v.optional(grants),
  also: v.optional(v.array(v.strictObject(v.partial(v.object(called)).entries)), []),
});

export type Case = v.InferOutput<typeof caseSchema>;
