// Arguments for random calls that are drawn from the world as it is by then, or that only some service takes.
import { namesOf, tableOf, valuesOf, withValue, type Table } from '../../src/account/table.ts';
import type { Account, World } from '../../src/account/world.ts';
import { keyArn } from '../../src/api/operations/kms/key.ts';
import { secretArn } from '../../src/api/operations/secretsmanager/secret.ts';
import { oidcProviderArn } from '../../src/api/operations/iam/oidc-provider.ts';
import {
  functionArn,
  filed,
  lambdaFunction,
  queue,
  queueUrl,
  serviceRole,
  topic,
  topicArn,
} from '../fixtures/messaging.ts';
import { samlMetadata } from '../fixtures/saml-metadata.ts';
import { allow, BOOKSHOP, NEIGHBOUR, policyText, withBookshop } from '../fixtures/world.ts';
import { kmsKey, MAC_KEY, SIGN_KEY } from './rows/kms-world.ts';
import { github, HOST, staff, THUMBPRINT } from './rows/provider-world.ts';

const RUNNER = serviceRole('Runner', 'lambda.amazonaws.com');

/** The world with something in every table that calls can begin with. */
export const furnished = (world: World): World =>
  withBookshop(
    (account) => ({
      ...account,
      roles: withValue(account.roles, RUNNER.name, RUNNER),
      kmsKeys: [
        kmsKey(MAC_KEY, { usage: 'GENERATE_VERIFY_MAC', spec: 'HMAC_256' }),
        kmsKey(SIGN_KEY, { usage: 'SIGN_VERIFY', spec: 'ECC_NIST_P256' }),
      ].reduce((keys, key) => withValue(keys, key.id, key), account.kmsKeys),
      samlProviders: tableOf({ [staff.name]: staff }),
      oidcProviders: tableOf({ [HOST]: github }),
      queues: filed(queue('one')),
      topics: filed(topic('one')),
      functions: filed(lambdaFunction('one', RUNNER)),
    }),
    world,
  );

type Pool = Readonly<Record<string, readonly unknown[]>>;

const SCP = policyText({ Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' });
const PUBLIC = (resource: string, action: string): string =>
  policyText({ Effect: 'Allow', Principal: { AWS: NEIGHBOUR }, Action: action, Resource: resource });

/** What does not depend on the world. */
const FIXED: Pool = {
  Url: ['https://id.maple-books.example', 'https://id.maple-books.example/shop', `https://${HOST}`],
  ThumbprintList: [[THUMBPRINT]],
  SAMLMetadataDocument: [samlMetadata()],
  AddPrivateKey: [undefined],
  RemovePrivateKey: [undefined],
  ClientID: ['shop', 'desk'],
  AWSServiceName: ['autoscaling.amazonaws.com', 'elasticloadbalancing.amazonaws.com'],
  ServicePrincipal: ['iam.amazonaws.com', 'access-analyzer.amazonaws.com'],
  ActionNames: [['s3:GetObject'], ['iam:ListUsers', 's3:ListBucket']],
  PolicyInputList: [[policyText(allow('s3:*'))]],
  ResourceArns: [undefined],
  CallerArn: [undefined],
  PermissionsBoundaryPolicyInputList: [undefined],
  'sts.SerialNumber': [undefined],
  TokenCode: [undefined],
  PolicyArns: [undefined],
  ProviderId: [undefined],
  RoleSessionName: ['shift', 'night'],
  SourceIdentity: ['lena'],
  TransitiveTagKeys: [undefined],
  ExternalId: ['maple'],
  DurationSeconds: [900, 3600],
  'organizations.Type': ['SERVICE_CONTROL_POLICY'],
  PolicyType: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'],
  'organizations.Filter': ['SERVICE_CONTROL_POLICY'],
  ChildType: ['ACCOUNT', 'ORGANIZATIONAL_UNIT'],
  'organizations.Content': [
    SCP,
    policyText({
      Effect: 'Allow',
      Principal: { AWS: NEIGHBOUR },
      Action: 'organizations:List*',
      Resource: '*',
    }),
  ],
  'organizations.Name': ['Presses', 'Spare'],
  ACL: ['private'],
  GranteePrincipal: [
    `arn:aws:iam::${BOOKSHOP}:user/noor`,
    `arn:aws:iam::${BOOKSHOP}:role/service-role/Runner`,
  ],
  RetiringPrincipal: [`arn:aws:iam::${BOOKSHOP}:user/amira`],
  'kms.Operations': [['Decrypt', 'DescribeKey']],
  'kms.Constraints': [undefined],
  GrantTokens: [undefined],
  KeySpec: ['AES_256'],
  NumberOfBytes: [undefined],
  MacAlgorithm: ['HMAC_SHA_256'],
  SigningAlgorithm: ['ECDSA_SHA_256'],
  'kms.Message': ['AAEC'],
  MessageType: ['RAW'],
  DryRun: [false, undefined],
  'sqs.Attributes': [{ DelaySeconds: '5' }, { VisibilityTimeout: '60' }],
  'sqs.AttributeNames': [['All']],
  'sqs.Label': ['share', 'lend'],
  'sqs.AWSAccountIds': [[NEIGHBOUR]],
  'sqs.Actions': [['SendMessage']],
  'sns.AttributeName': ['DisplayName'],
  'sns.Label': ['share', 'lend'],
  'sns.AWSAccountId': [[NEIGHBOUR]],
  'sns.ActionName': [['Publish']],
  'sns.Attributes': [{ DisplayName: 'One' }],
  'sns.TargetArn': [undefined],
  'sns.PhoneNumber': [undefined],
  Protocol: ['sqs', 'email'],
  Code: [{ ZipFile: 'UEsDBA==' }],
  ZipFile: ['UEsDBA=='],
  Runtime: ['nodejs22.x'],
  Handler: ['index.handler'],
  StatementId: ['mine', 'yours'],
  'lambda.Action': ['lambda:InvokeFunction'],
  'lambda.Principal': [NEIGHBOUR, 's3.amazonaws.com'],
  'lambda.SourceAccount': [BOOKSHOP],
  'lambda.SourceArn': [undefined],
  'lambda.RevisionId': [undefined],
  'lambda.PrincipalOrgID': [undefined],
  'lambda.FunctionUrlAuthType': [undefined],
  'lambda.InvokedViaFunctionUrl': [undefined],
  'lambda.Qualifier': [undefined],
  'lambda.Environment': [{ Variables: { shelf: 'a' } }],
  AuthType: ['NONE', 'AWS_IAM'],
  IamInstanceProfile: [{ Name: 'Till' }],
  'dynamodb.KeyConditionExpression': ['a = :a'],
  'dynamodb.Query.ExpressionAttributeValues': [{ ':a': { S: 'a' } }],
  ConsistentRead: [true],
  'dynamodb.BatchGetItem.RequestItems': [{ books: { Keys: [{ a: { S: 'a' } }] } }],
  'dynamodb.BatchWriteItem.RequestItems': [{ books: [{ PutRequest: { Item: { a: { S: 'a' } } } }] }],
  ExpectedRevisionId: [undefined],
  'iam.ServiceNamespace': ['s3', 'iam'],
};

const iam = (account: Account, kind: string, { path, name }: { path: string; name: string }): string =>
  `arn:aws:iam::${account.id}:${kind}${path}${name}`;

/** What is there. */
function found(account: Account, { organization }: World): Pool {
  const users = valuesOf(account.users);
  const roles = valuesOf(account.roles);
  const names = (table: Table<{ readonly name: string }>): string[] =>
    valuesOf(table).map(({ name }) => name);
  const userArns = users.map((user) => iam(account, 'user', user));
  const roleArns = roles.map((role) => iam(account, 'role', role));
  const policies = valuesOf(account.policies).map((policy) => iam(account, 'policy', policy));
  const keys = valuesOf(account.kmsKeys);
  const keysFor = (usage: string): string[] => keys.filter((key) => key.usage === usage).map(({ id }) => id);
  const buckets = valuesOf(account.buckets);
  const topics = names(account.topics).map((name) => topicArn(name));
  const functions = names(account.functions);
  const jobs = namesOf(account.accessJobs);
  const secrets = valuesOf(account.secrets);
  const inline = [...users, ...roles, ...valuesOf(account.groups)].flatMap((one) => Object.keys(one.inline));
  const units = organization ? valuesOf(organization.units).map(({ id }) => id) : [];
  const root = organization ? [organization.root] : [];
  const controls = organization ? valuesOf(organization.policies).map(({ id }) => id) : [];
  return {
    UserName: users.map(({ name }) => name),
    RoleName: roles.map(({ name }) => name),
    GroupName: names(account.groups),
    InstanceProfileName: names(account.instanceProfiles),
    PolicyArn: policies,
    PermissionsBoundary: policies,
    'iam.GetUserPolicy.PolicyName': inline,
    'iam.GetRolePolicy.PolicyName': inline,
    'iam.DeleteUserPolicy.PolicyName': inline,
    'iam.DeleteGroupPolicy.PolicyName': inline,
    'iam.DeleteRolePolicy.PolicyName': inline,
    AccessKeyId: users.flatMap(({ accessKeys }) => accessKeys.map(({ id }) => id)),
    JobId: jobs,
    DeletionTaskId: namesOf(account.deletionTasks),
    SerialNumber: valuesOf(account.mfaDevices).map(({ serial }) => serial),
    AliasName: namesOf(account.kmsAliases).map((name) => name.slice(name.indexOf('/') + 1)),
    SubscriptionArn: valuesOf(account.topics).flatMap(({ name, subscriptions }) =>
      namesOf(subscriptions).map((id) => `${topicArn(name)}:${id}`),
    ),
    'iam.Arn': [...userArns, ...roleArns],
    PolicySourceArn: [...userArns, ...roleArns],
    RoleArn: roleArns,
    'lambda.Role': [iam(account, 'role', RUNNER)],
    SAMLProviderArn: names(account.samlProviders).map(
      (name) => `arn:aws:iam::${account.id}:saml-provider/${name}`,
    ),
    OpenIDConnectProviderArn: valuesOf(account.oidcProviders).map(({ url }) =>
      oidcProviderArn(account.id, url),
    ),
    Bucket: buckets.map(({ name }) => name),
    'iam.EntityPath': organization ? [`${organization.id}/${organization.root}`] : [],
    CopySource: buckets.flatMap(({ name, objects }) => valuesOf(objects).map(({ key }) => `${name}/${key}`)),
    'kms.KeyId': keysFor('ENCRYPT_DECRYPT'),
    TargetKeyId: keys.map(({ id }) => id),
    'kms.CreateAlias.AliasName': ['alias/one', 'alias/two'],
    'kms.ScheduleKeyDeletion.KeyId': keys.map(({ id }) => id),
    'kms.CancelKeyDeletion.KeyId': keys.map(({ id }) => id),
    'kms.GenerateMac.KeyId': keysFor('GENERATE_VERIFY_MAC'),
    'kms.VerifyMac.KeyId': keysFor('GENERATE_VERIFY_MAC'),
    'kms.Sign.KeyId': keysFor('SIGN_VERIFY'),
    'kms.Verify.KeyId': keysFor('SIGN_VERIFY'),
    'kms.GetPublicKey.KeyId': keysFor('SIGN_VERIFY'),
    DestinationKeyId: keysFor('ENCRYPT_DECRYPT'),
    SourceKeyId: keysFor('ENCRYPT_DECRYPT'),
    GrantId: keys.flatMap(({ grants }) => namesOf(grants)),
    QueueUrl: names(account.queues).map((name) => queueUrl(name)),
    TopicArn: topics,
    'sns.ResourceArn': topics,
    Endpoint: [`arn:aws:sqs:us-east-1:${BOOKSHOP}:one`, 'lena@maple-books.example'],
    FunctionName: functions,
    'lambda.CreateFunction.FunctionName': ['one', 'two'],
    'lambda.Resource': functions.map((name) => functionArn(name)),
    SecretId: secrets.map((secret) => secretArn(account.id, secret)),
    ParentId: [...root, ...units],
    SourceParentId: [...root, ...units],
    DestinationParentId: [...root, ...units],
    OrganizationalUnitId: units,
    RootId: root,
    ChildId: [NEIGHBOUR, ...units],
    'organizations.PolicyId': controls,
    'organizations.TargetId': [NEIGHBOUR, BOOKSHOP, ...root, ...units],
    'organizations.AccountId': [NEIGHBOUR],
    CreateAccountRequestId: organization ? namesOf(organization.creations) : [],
    's3.Policy': buckets.map(({ name }) => PUBLIC(`arn:aws:s3:::${name}/*`, 's3:GetObject')),
    'kms.Policy': keys.map(({ id, region }) => PUBLIC(keyArn(account.id, region, id), 'kms:DescribeKey')),
  };
}

/** Most calls leave the world as it is. */
const pools = new WeakMap<World, Pool>();

function poolOf(world: World): Pool {
  const known = pools.get(world);
  if (known) return known;
  const account = world.accounts[BOOKSHOP];
  const pool: Pool = { ...FIXED, ...(account && found(account, world)) };
  pools.set(world, pool);
  return pool;
}

/** What a parameter of an operation may be given: of the operation itself, of its service, or of that name at all. */
export function argumentsFor(world: World, operation: string, parameter: string): readonly unknown[] {
  const pool = poolOf(world);
  const [service = '', name = ''] = operation.split(':');
  const key = [`${service}.${name}.${parameter}`, `${service}.${parameter}`, parameter].find((one) =>
    Object.hasOwn(pool, one),
  );
  return key === undefined ? [] : (pool[key] ?? []);
}
