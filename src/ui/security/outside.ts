// Findings of external access in words, and the places of the resources that they are about.
import type { ExternalAccessFinding, ResourceType } from '../../analysis/external-access.ts';
import { parseArn, type Arn } from '../../aws/arn.ts';
import type { Route } from '../shared/route.ts';

export const TYPE_WORDS: Readonly<Record<ResourceType, string>> = {
  'AWS::S3::Bucket': 'Bucket',
  'AWS::SQS::Queue': 'Queue',
  'AWS::SNS::Topic': 'Topic',
  'AWS::KMS::Key': 'Key',
  'AWS::Lambda::Function': 'Function',
  'AWS::DynamoDB::Table': 'Table',
  'AWS::SecretsManager::Secret': 'Secret',
  'AWS::IAM::Role': 'Role',
};

/** Null for kinds of resources that have no place. */
export function routeOfResource(arn: Arn): Route | null {
  const parts = parseArn(arn);
  return parts?.service === 's3' ? { place: 'bucket', name: parts.resource, prefix: '' } : null;
}

export const principalLine = (principal: ExternalAccessFinding['principal']): string =>
  Object.entries(principal)
    .map(([kind, value]) => (value === '*' ? 'everyone (*)' : kind === 'AWS' ? value : `${kind}: ${value}`))
    .join(', ');

export const conditionLines = (condition: ExternalAccessFinding['condition']): readonly string[] =>
  Object.entries(condition).map(([key, value]) => `${key}: ${value}`);

/** `s3:GetObject and 12 more` */
export const actionsInWords = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} and ${others.length} more`;
