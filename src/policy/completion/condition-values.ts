// Values of condition keys: those that occur here, those that AWS gives the key, and what an operator asks for.
import { REGIONS } from '../../aws/regions.ts';
import type { ConditionKeyType } from '../../aws/vocabulary.ts';
import { parseOperator } from '../operators.ts';
import type { Idea, Setting } from './candidate.ts';
import { globalKey } from './global-keys.ts';
import { ranked } from './ranking.ts';
import { SERVICE_PRINCIPALS } from './service-principals.ts';
import { keyType } from './statement-actions.ts';

/** The values that AWS itself gives a key, by its name in lower case. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  'aws:principaltype': ['User', 'AssumedRole', 'FederatedUser', 'Account', 'Anonymous'],
  'aws:requestedregion': REGIONS,
  'aws:multifactorauthage': ['3600', '900', '43200'],
  's3:x-amz-acl': [
    'private',
    'bucket-owner-full-control',
    'public-read',
    'public-read-write',
    'authenticated-read',
    'bucket-owner-read',
  ],
  's3:x-amz-server-side-encryption': ['aws:kms', 'AES256', 'aws:kms:dsse'],
  's3:x-amz-storage-class': ['STANDARD', 'STANDARD_IA', 'INTELLIGENT_TIERING', 'GLACIER', 'DEEP_ARCHIVE'],
  's3:locationconstraint': REGIONS,
  's3:delimiter': ['/'],
  's3:signatureversion': ['AWS4-HMAC-SHA256'],
  's3:authtype': ['REST-HEADER', 'REST-QUERY-STRING', 'POST'],
  'ec2:metadatahttptokens': ['required', 'optional'],
  'lambda:functionurlauthtype': ['AWS_IAM', 'NONE'],
  'sns:protocol': ['sqs', 'lambda', 'email', 'https', 'http', 'sms', 'application', 'firehose'],
  'kms:grantoperations': [
    'Encrypt',
    'Decrypt',
    'GenerateDataKey',
    'ReEncryptFrom',
    'ReEncryptTo',
    'DescribeKey',
  ],
  'saml:aud': ['https://signin.aws.amazon.com/saml'],
};

const SERVICES = new Set([
  'iam:passedtoservice',
  'iam:awsservicename',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalservicename',
  'aws:principalservicenameslist',
]);

export function conditionValueIdeas(
  setting: Setting,
  operator: string,
  key: string,
  typed: string,
  present: readonly string[],
): readonly Idea[] {
  const base = parseOperator(operator)?.base;
  const type = base === 'Null' || base === 'Bool' ? 'Bool' : (keyType(setting.vocabulary, key) ?? 'String');
  const seen = new Set(present);
  const ideas: Idea[] = [];
  for (const idea of [...valuesOf(setting, key.toLowerCase(), type), ...variables(operator, key)]) {
    const text = idea.text ?? idea.label;
    if (seen.has(text)) continue;
    seen.add(text);
    ideas.push(idea);
  }
  return ranked(typed, ideas);
}

function valuesOf({ known, vocabulary }: Setting, key: string, type: ConditionKeyType): readonly Idea[] {
  if (type === 'Bool')
    return [
      { kind: 'value', label: 'true', detail: '' },
      { kind: 'value', label: 'false', detail: '' },
    ];
  const here = known
    .values(key)
    .map(({ value, detail }): Idea => ({ kind: 'value', label: value, also: detail, detail }));
  const given = (GIVEN[key] ?? []).map((label): Idea => ({ kind: 'value', label, detail: '' }));
  const services = SERVICES.has(key)
    ? SERVICE_PRINCIPALS.map(([label, name]): Idea => ({ kind: 'value', label, also: name, detail: name }))
    : [];
  const through =
    key === 'kms:viaservice'
      ? ['s3', 'dynamodb', 'sqs', 'sns', 'lambda', 'secretsmanager', 'ec2', 'rds'].map((prefix): Idea => ({
          kind: 'value',
          label: `${prefix}.${known.region}.amazonaws.com`,
          detail: vocabulary.services.get(prefix) ?? '',
        }))
      : [];
  return [...here, ...given, ...services, ...through];
}

/** Only these operators read variables; a key is not compared with itself. */
function variables(operator: string, key: string): readonly Idea[] {
  const base = parseOperator(operator)?.base;
  if (base === undefined || !/^(String|Arn)/.test(base)) return [];
  return ['aws:username', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:PrincipalArn']
    .filter((name) => name.toLowerCase() !== key.toLowerCase())
    .filter((name) => base.startsWith('Arn') === (globalKey(name)?.type === 'ARN'))
    .map((name) => ({
      kind: 'variable',
      label: `\${${name}}`,
      detail: 'as the request has it',
      info: globalKey(name)?.meaning ?? '',
    }));
}
