// Usual actions: those that policies most often name come first among all that there are.
import { parseArn } from '../../aws/arn.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import { isAbout } from '../completion/own-actions.ts';
import type { PolicyType } from '../document.ts';

/** By service, the most usual first. */
const USUAL: Readonly<Record<string, string>> = {
  s3: `GetObject PutObject ListBucket DeleteObject ListAllMyBuckets GetBucketLocation GetObjectVersion PutObjectAcl
    GetObjectTagging PutObjectTagging`,
  dynamodb: 'GetItem PutItem Query Scan UpdateItem DeleteItem BatchGetItem BatchWriteItem DescribeTable',
  lambda: 'InvokeFunction GetFunction ListFunctions CreateFunction UpdateFunctionCode',
  sqs: 'SendMessage ReceiveMessage DeleteMessage GetQueueAttributes GetQueueUrl ListQueues',
  sns: 'Publish Subscribe ListTopics GetTopicAttributes',
  kms: 'Decrypt Encrypt GenerateDataKey DescribeKey ReEncryptFrom ReEncryptTo CreateGrant',
  secretsmanager: 'GetSecretValue DescribeSecret ListSecrets PutSecretValue CreateSecret',
  logs: 'CreateLogGroup CreateLogStream PutLogEvents DescribeLogGroups GetLogEvents',
  ec2: 'DescribeInstances StartInstances StopInstances RunInstances TerminateInstances CreateTags',
  iam: 'GetUser ListUsers GetRole ListRoles PassRole CreateUser ChangePassword CreateAccessKey AttachUserPolicy',
  sts: 'AssumeRole GetCallerIdentity TagSession SetSourceIdentity AssumeRoleWithWebIdentity AssumeRoleWithSAML',
};

/** What a role can be asked for. */
const ASSUMING = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
  'sts:TagSession',
  'sts:SetSourceIdentity',
];

const usualOf = (vocabulary: Vocabulary, prefix: string): readonly string[] =>
  (USUAL[prefix] ?? '').split(/\s+/).flatMap((name) => vocabulary.action(`${prefix}:${name}`)?.name ?? []);

/**
 * What a field for actions suggests. Policies of a resource are about the actions of its service, trust policies about
 * assuming the role; else it is `prefix`, the service in question, or the usual actions of usual services.
 */
export function suggestedActions(
  vocabulary: Vocabulary,
  prefix: string,
  { type, about }: { readonly type: PolicyType; readonly about?: string | undefined },
): readonly string[] {
  if (type === 'trust') return ASSUMING;
  const own = type === 'resource' && about !== undefined ? parseArn(about)?.service : undefined;
  const service = vocabulary.service(own ?? prefix);
  if (!service) return Object.keys(USUAL).flatMap((one) => usualOf(vocabulary, one).slice(0, 4));
  const usual = usualOf(vocabulary, service.prefix);
  const names: readonly string[] = [...service.actions.values()]
    .filter((action) => own === undefined || about === undefined || isAbout(about, action))
    .map(({ name }) => name)
    .toSorted();
  const among = new Set(names);
  return [...usual.filter((name) => among.has(name)), ...names.filter((name) => !usual.includes(name))];
}
