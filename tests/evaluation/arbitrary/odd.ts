// Odd inputs: every text in them is as far from sense as its type lets it be.
import fc from 'fast-check';
import type { KmsGrant } from '../../../src/evaluation/kms/grant.ts';
import {
  UNKNOWN,
  type ContextValue,
  type Principal,
  type Request,
  type RequestContext,
} from '../../../src/evaluation/request.ts';
import type { Acl, S3Access } from '../../../src/evaluation/s3/access.ts';
import { BASE_OPERATORS } from '../../../src/policy/operators.ts';
import type { StatementJson } from '../build.ts';

export const oddText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 4,
    arbitrary: fc.string({ unit: fc.constantFrom(..."*?:/${},' aA0.-"), maxLength: 16 }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '\uD800',
      'a\uDC00b',
      '\u0000',
      '${',
      '${}',
      '${*',
      '${a${b}}',
      "${aws:username, '",
      '${__proto__}',
      "${a, ''}",
      'arn:',
      'arn:::::',
      'arn:aws:iam::111122223333:role/',
      'NaN',
      '-0',
      '1e999',
      '9'.repeat(400),
      '0000-00-00T99:99:99Z',
      '+275760-09-13',
      '999.999.999.999/99',
      '::/129',
      '1::2::3',
      '=',
    ),
  },
);

const oddValue: fc.Arbitrary<ContextValue> = fc.oneof(
  oddText,
  fc.array(oddText, { maxLength: 4 }),
  fc.constant(UNKNOWN),
);

const oddContext: fc.Arbitrary<RequestContext> = fc
  .array(fc.tuple(fc.oneof(oddText, fc.constantFrom('aws:username', 'AWS:UserName', 'k')), oddValue), {
    maxLength: 5,
  })
  .map((entries): RequestContext => Object.fromEntries(entries));

const oddArn = oddText.map((text) => `arn:${text}` as const);

const oddPrincipal: fc.Arbitrary<Principal> = fc
  .record({
    arn: oddArn,
    account: oddText,
    name: oddText,
    roleArn: fc.option(oddArn, { nil: undefined }),
    mfa: fc.boolean(),
  })
  .chain(({ arn, account, name, roleArn, mfa }) =>
    fc.constantFrom<Principal>(
      { kind: 'root', arn, account },
      { kind: 'root', arn, account, assumed: true },
      { kind: 'user', arn, account, name },
      { kind: 'user', arn, account, name, sessionToken: { mfa } },
      { kind: 'roleSession', arn, account, roleName: name, sessionName: name, ...(roleArn && { roleArn }) },
      { kind: 'federatedUser', arn, account, name, ...(roleArn && { issuer: roleArn }) },
      { kind: 'federatedIdentity', provider: name },
      { kind: 'service', service: name },
      { kind: 'anonymous' },
    ),
  );

export const oddRequest: fc.Arbitrary<Request> = fc.record(
  {
    principal: oddPrincipal,
    action: fc.oneof(
      fc.tuple(oddText, oddText).map(([service, name]) => `${service}:${name}` as const),
      fc.constantFrom<Request['action']>('s3:GetObject', 'kms:Decrypt', 'sts:AssumeRole', 'iam:PassRole'),
    ),
    resource: fc.oneof(oddArn, fc.constant('*' as const)),
    resourceAccount: fc.option(oddText),
    context: oddContext,
    forwardedBy: fc.array(oddText, { maxLength: 2 }),
    facts: fc.record(
      {
        canonicalUserId: oddText,
        objectOwner: oddText,
        console: fc.boolean(),
        rootAccessAdministrator: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['principal', 'action', 'resource', 'resourceAccount', 'context'] },
);

const oddAcl: fc.Arbitrary<Acl | null> = fc.option(
  fc.record({
    owner: fc.record({ account: oddText, canonicalUserId: oddText }),
    grants: fc.array(
      fc.record({
        grantee: fc.oneof(
          fc.record({ kind: fc.constant('canonicalUser' as const), canonicalUserId: oddText }),
          fc.record({
            kind: fc.constant('group' as const),
            group: fc.constantFrom(
              'AllUsers' as const,
              'AuthenticatedUsers' as const,
              'LogDelivery' as const,
            ),
          }),
        ),
        permission: fc.constantFrom('READ' as const, 'WRITE' as const, 'FULL_CONTROL' as const),
      }),
      { maxLength: 2 },
    ),
  }),
);

export const oddS3: fc.Arbitrary<S3Access> = fc.record({
  ownership: fc.constantFrom<S3Access['ownership'][]>(
    'BucketOwnerEnforced',
    'BucketOwnerPreferred',
    'ObjectWriter',
  ),
  bucketAcl: oddAcl,
  objectAcl: oddAcl,
  blockPublicAccess: fc.record({
    blockPublicAcls: fc.boolean(),
    ignorePublicAcls: fc.boolean(),
    blockPublicPolicy: fc.boolean(),
    restrictPublicBuckets: fc.boolean(),
  }),
});

export const oddGrant: fc.Arbitrary<KmsGrant> = fc.record(
  {
    id: oddText,
    granteePrincipal: oddArn,
    retiringPrincipal: oddArn,
    operations: fc.array(fc.oneof(oddText, fc.constant('Decrypt')), { maxLength: 2 }),
    constraint: fc.record({
      kind: fc.constantFrom('equals' as const, 'subset' as const),
      encryptionContext: fc.dictionary(oddText, oddText, { maxKeys: 2 }),
    }),
  },
  { requiredKeys: ['id', 'granteePrincipal', 'operations'] },
);

/** Documents as far from sense as the grammar lets them be: every word of them is odd. */
export const oddStatement: fc.Arbitrary<StatementJson> = fc
  .record({
    effect: fc.constantFrom('Allow', 'Deny'),
    principal: fc.option(
      fc.oneof(
        fc.constant('*'),
        fc.dictionary(fc.constantFrom('AWS', 'Service', 'Federated', 'CanonicalUser'), oddText, {
          minKeys: 1,
        }),
      ),
      { nil: undefined },
    ),
    action: fc.array(fc.oneof(oddText, fc.constantFrom('*', 's3:*')), { maxLength: 3 }),
    resource: fc.option(fc.array(fc.oneof(oddText, oddArn, fc.constant('*')), { maxLength: 3 }), {
      nil: undefined,
    }),
    not: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    conditions: fc.array(
      fc.tuple(
        fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
        fc.constantFrom(...BASE_OPERATORS),
        fc.oneof(oddText, fc.constantFrom('aws:username', 'aws:SourceIp', 'k')),
        fc.array(fc.oneof(oddText, fc.boolean(), fc.integer(), fc.double()), { maxLength: 3 }),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ effect, principal, action, resource, not, conditions }) => ({
    Effect: effect,
    [not[0] ? 'NotPrincipal' : 'Principal']: principal,
    [not[1] ? 'NotAction' : 'Action']: action,
    [not[2] ? 'NotResource' : 'Resource']: resource,
    Condition:
      conditions.length === 0
        ? undefined
        : Object.fromEntries(
            conditions.map(([set, base, key, values]) => [
              set + base,
              Object.fromEntries([[key, values.map((value) => (value === Infinity ? 0 : value))]]),
            ]),
          ),
  }));
