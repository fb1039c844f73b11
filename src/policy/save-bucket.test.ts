// Bucket policies as AWS documents them, all of which S3 saves, and what it says of condition keys that do not go with the rest.
import { describe, expect, test } from 'vitest';
import { saveError } from './save.ts';

const ITSELF = 'arn:aws:s3:::amzn-s3-demo-bucket';
const INSIDE = `${ITSELF}/*`;
const BOTH = [ITSELF, INSIDE];
const ACCOUNT = '111122223333';
const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
const KEY = 'aws:kms';

const KEYS = 'Policy has an invalid condition key';
const COMBINATION = 'Conditions do not apply to combination of actions and resources in statement';

type Parts = Readonly<Record<string, unknown>>;

const statement = (Action: unknown, Resource: unknown, more: Parts = {}): Parts => ({
  Effect: 'Allow',
  Principal: '*',
  Action,
  Resource,
  ...more,
});
const when = (operator: string, key: string, value: unknown): Parts => ({
  Condition: { [operator]: { [key]: value } },
});
const deny = (Action: unknown, Resource: unknown, more: Parts = {}): Parts =>
  statement(Action, Resource, { Effect: 'Deny', ...more });
const answer = (...statements: readonly Parts[]): string | null =>
  saveError(JSON.stringify({ Version: '2012-10-17', Statement: statements }), {
    kind: 'bucket',
    bucket: 'amzn-s3-demo-bucket',
  })?.message ?? null;

/**
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
describe('an example of AWS is saved', () => {
  test.each<[string, ...Parts[]]>([
    ['only over HTTPS', deny('s3:*', BOTH, when('Bool', 'aws:SecureTransport', 'false'))],
    ['only with a new TLS', deny('s3:*', BOTH, when('NumericLessThan', 's3:TlsVersion', 1.2))],
    [
      'writes encrypted with KMS',
      deny('s3:PutObject', INSIDE, when('StringNotEquals', 's3:x-amz-server-side-encryption', KEY)),
      deny('s3:PutObject', INSIDE, when('Null', 's3:x-amz-server-side-encryption-aws-kms-key-id', 'true')),
      deny(
        's3:PutObject',
        INSIDE,
        when(
          'ArnNotEqualsIfExists',
          's3:x-amz-server-side-encryption-aws-kms-key-id',
          `arn:aws:kms:us-east-1:${ACCOUNT}:key/01234567-89ab-cdef-0123-456789abcdef`,
        ),
      ),
    ],
    [
      'no keys of customers',
      deny(
        's3:PutObject',
        INSIDE,
        when('Null', 's3:x-amz-server-side-encryption-customer-algorithm', 'false'),
      ),
    ],
    [
      'full control for the owner',
      statement(['s3:PutObject', 's3:PutObjectAcl'], INSIDE, {
        Principal: ROOT,
        ...when('StringEquals', 's3:x-amz-acl', ['public-read', 'bucket-owner-full-control']),
      }),
      deny('s3:PutObject', INSIDE, {
        Principal: ROOT,
        ...when('StringNotEquals', 's3:x-amz-grant-full-control', 'id=0123'),
      }),
    ],
    [
      'addresses',
      statement('s3:*', INSIDE, {
        Condition: {
          IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '2001:DB8:1234:5678::/64'] },
          NotIpAddress: { 'aws:SourceIp': '192.0.2.188/32' },
        },
      }),
    ],
    [
      'a website as referer',
      statement(['s3:GetObject', 's3:GetObjectVersion'], INSIDE, {
        ...when('StringLike', 'aws:Referer', ['http://www.example.com/*', 'http://example.com/*']),
      }),
    ],
    ['an endpoint', deny('s3:*', BOTH, when('StringNotEquals', 'aws:SourceVpce', 'vpce-1a2b3c4d'))],
    ['a VPC', deny('s3:*', BOTH, when('StringNotEquals', 'aws:SourceVpc', 'vpc-111bbb22'))],
    [
      'an organization',
      statement('s3:GetObject', INSIDE, when('StringEquals', 'aws:PrincipalOrgID', 'o-aa')),
    ],
    [
      'paths of an organization',
      statement(['s3:GetObject', 's3:PutObject'], INSIDE, {
        ...when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', ['o-a1/r-ab12/ou-ab12-1/*']),
      }),
    ],
    [
      'one folder',
      statement('s3:ListBucket', ITSELF, {
        Principal: ROOT,
        Condition: { StringLike: { 's3:prefix': ['', 'home/*'] }, StringEquals: { 's3:delimiter': ['/'] } },
      }),
      deny('s3:ListBucket', ITSELF, when('StringNotEquals', 's3:prefix', 'projects')),
    ],
    [
      'short lists',
      statement(
        ['s3:ListBucket', 's3:ListBucketVersions'],
        ITSELF,
        when('NumericLessThanEquals', 's3:max-keys', 10),
      ),
    ],
    [
      'tags of objects',
      statement(
        ['s3:GetObject', 's3:GetObjectVersion'],
        INSIDE,
        when('StringEquals', 's3:ExistingObjectTag/environment', 'production'),
      ),
      statement('s3:PutObjectTagging', INSIDE, {
        ...when('ForAllValues:StringLike', 's3:RequestObjectTagKeys', ['Owner', 'CreationDate']),
      }),
      statement(['s3:PutObject', 's3:PutObjectTagging'], INSIDE, {
        ...when('StringEquals', 's3:RequestObjectTag/Department', 'Finance'),
      }),
    ],
    [
      'MFA for a folder',
      deny('s3:*', `${ITSELF}/taxdocuments/*`, when('Null', 'aws:MultiFactorAuthAge', true)),
      deny('s3:*', `${ITSELF}/taxdocuments/*`, when('NumericGreaterThan', 'aws:MultiFactorAuthAge', 3600)),
      statement(['s3:GetObject'], INSIDE),
    ],
    [
      'one version',
      statement('s3:GetObjectVersion', `${ITSELF}/file.txt`, when('StringEquals', 's3:VersionId', 'abc')),
    ],
    [
      'copies from one folder',
      statement('s3:PutObject', INSIDE, {
        Condition: {
          StringLike: { 's3:x-amz-copy-source': 'amzn-s3-demo-bucket/public/*' },
          StringNotEquals: { 's3:x-amz-metadata-directive': 'REPLACE' },
        },
      }),
    ],
    [
      'a storage class',
      statement('s3:PutObject', INSIDE, when('StringEquals', 's3:x-amz-storage-class', 'X')),
    ],
    [
      'no overwriting',
      deny('s3:PutObject', INSIDE, {
        Condition: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
      }),
    ],
    [
      'long retention',
      deny(
        's3:PutObjectRetention',
        INSIDE,
        when('NumericGreaterThan', 's3:object-lock-remaining-retention-days', '10'),
      ),
    ],
    ['signed in the header', deny('s3:*', INSIDE, when('StringNotEquals', 's3:authType', 'REST-HEADER'))],
    ['signed with version 4', deny('s3:*', INSIDE, when('StringNotEquals', 's3:signatureversion', 'AWS4'))],
    ['signed a short while ago', deny('*', INSIDE, when('NumericGreaterThan', 's3:signatureAge', 600000))],
    [
      'handed on to access points',
      statement('*', BOTH, when('StringEquals', 's3:DataAccessPointAccount', ACCOUNT)),
      statement(['s3:GetObject', 's3:ListBucket'], BOTH, {
        ...when('ArnLike', 's3:DataAccessPointArn', `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/*`),
      }),
      deny('s3:GetObject', INSIDE, when('StringNotEquals', 's3:AccessPointNetworkOrigin', 'VPC')),
    ],
    [
      'CloudTrail',
      statement('s3:GetBucketAcl', ITSELF, {
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        ...when('StringEquals', 'aws:SourceArn', `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/all`),
      }),
      statement('s3:PutObject', `${ITSELF}/AWSLogs/${ACCOUNT}/*`, {
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        ...when('StringEquals', 's3:x-amz-acl', 'bucket-owner-full-control'),
      }),
    ],
    [
      'logs and inventory of S3',
      statement('s3:PutObject', [INSIDE], {
        Principal: { Service: ['logging.s3.amazonaws.com', 's3.amazonaws.com'] },
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-source-bucket' },
          StringEquals: { 'aws:SourceAccount': ACCOUNT, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      }),
      deny('s3:PutInventoryConfiguration', ITSELF, {
        ...when('ForAnyValue:StringEquals', 's3:InventoryAccessibleOptionalFields', ['Size']),
      }),
    ],
    [
      'CloudFront',
      statement('s3:GetObject', INSIDE, {
        Principal: { Service: 'cloudfront.amazonaws.com' },
        ...when('StringEquals', 'AWS:SourceArn', `arn:aws:cloudfront::${ACCOUNT}:distribution/EDFDVBD6`),
      }),
      statement('s3:GetObject', INSIDE, {
        Principal: { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC' },
      }),
    ],
    [
      'replication',
      statement(
        [
          's3:ReplicateObject',
          's3:ReplicateDelete',
          's3:ReplicateTags',
          's3:ObjectOwnerOverrideToBucketOwner',
        ],
        INSIDE,
        { Principal: ROOT },
      ),
      statement(['s3:List*', 's3:GetBucketVersioning', 's3:PutBucketVersioning'], ITSELF, {
        Principal: ROOT,
      }),
    ],
    [
      'everybody but some',
      deny('s3:*', BOTH, {
        Principal: undefined,
        NotPrincipal: { AWS: [`arn:aws:iam::${ACCOUNT}:user/Dave`, `arn:aws:iam::${ACCOUNT}:root`] },
      }),
      deny('s3:*', BOTH, when('StringNotLike', 'aws:userId', ['AROAEXAMPLEID:*', ACCOUNT])),
    ],
    [
      'everything but some',
      deny(undefined, BOTH, { NotAction: ['s3:GetObject', 's3:Put*'], ...when('Null', 's3:prefix', 'true') }),
      statement('s3:GetObject', undefined, { NotResource: `${ITSELF}/secret/*` }),
    ],
    [
      'identity providers and tags of callers',
      statement('s3:GetObject', `${ITSELF}/\${aws:PrincipalTag/team}/*`, {
        Condition: {
          StringEquals: {
            'aws:PrincipalTag/team': 'a',
            'saml:aud': 'https://signin.aws.amazon.com/saml',
            'www.amazon.com:app_id': 'a',
            'cognito-identity.amazonaws.com:aud': 'a',
          },
          ArnEquals: { 'ec2:SourceInstanceARN': 'a' },
        },
      }),
    ],
    ['wildcards', statement(['s3:*', 's3:PutObj?ct'], `${ITSELF}*`, when('Null', 's3:x-amz-acl', true))],
  ])('%s', (_name, ...statements) =>
    expect(statements.map((one) => answer(one))).toEqual(statements.map(() => null)),
  );
});

describe('condition keys', () => {
  test.each([
    ['s3:x-acl'],
    ['s3:Team'],
    ['s3:ExistingObjectTag'],
    ['s3:ExistingObjectTag/'],
    ['SecureTransport'],
    ['aws:'],
    ['iam:PassedToService'],
    ['kms:ViaService'],
    ['shop:Team'],
  ])('%s is none', (key) =>
    expect(answer(statement('s3:GetObject', INSIDE, when('StringEquals', key, 'a')))).toBe(KEYS),
  );

  test.each<[string, unknown, unknown]>([
    ['s3:prefix', 's3:GetObject', INSIDE],
    ['s3:prefix', ['s3:ListBucket', 's3:GetObject'], BOTH],
    ['s3:prefix', ['s3:ListBucket', 's3:GetBucketLocation'], ITSELF],
    ['s3:prefix', ['s3:ListBucket', 's3:ListBucketMultipartUploads'], ITSELF],
    ['s3:prefix', 's3:Get*', BOTH],
    ['s3:prefix', 's3:*', INSIDE],
    ['s3:x-amz-acl', 's3:GetObject', INSIDE],
    ['s3:x-amz-server-side-encryption', ['s3:GetObject', 's3:PutObject'], INSIDE],
    ['s3:ExistingObjectTag/team', 's3:PutObject', INSIDE],
    ['s3:ExistingObjectTag/team', 's3:GetObjectRetention', INSIDE],
    ['s3:RequestObjectTag/team', ['s3:PutObjectAcl', 's3:PutObjectTagging'], INSIDE],
    ['s3:ExistingJobPriority', 's3:*', BOTH],
  ])('%s has nothing to do with %j on %j', (key, Action, Resource) =>
    expect(answer(statement(Action, Resource, when('StringEquals', key, 'a')))).toBe(COMBINATION),
  );

  test('go with patterns of which one action has them, and with any letter case', () => {
    expect(answer(statement('s3:*', BOTH, when('StringLike', 'S3:Prefix', 'a')))).toBeNull();
    expect(answer(statement('S3:LISTBUCKET', ITSELF, when('StringLike', 's3:PREFIX', 'a')))).toBeNull();
  });
});
