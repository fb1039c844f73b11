// How long the diagnostics of a policy at the size limit of its type take, with the whole vocabulary.
import { packVocabulary } from '../../src/app/build/aws-data.ts';
import { readVocabulary } from '../../src/aws/packed-vocabulary.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { isTooLong, SIZE_LIMITS } from '../../src/policy/size.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { median } from './median.ts';

interface Kind {
  readonly type: PolicyType;
  readonly resource?: ResourceKind;
  readonly name: string;
  /** One statement of many sorts: names, patterns, ARNs, variables, conditions. */
  readonly statement: (index: number) => object;
}

const WIDE = ['ec2:Describe*', 'dynamodb:*Item', 's3:Get*', 'sqs:SendMessage', 'lambda:Invoke*', 'iam:List*'];

const permission = (index: number): object => ({
  Sid: `S${index}`,
  Effect: index % 3 === 0 ? 'Deny' : 'Allow',
  Action: [WIDE[index % WIDE.length], 's3:PutObject', `ec2:StartInstance${index % 2 === 0 ? 's' : ''}`],
  Resource: [`arn:aws:s3:::shelf-${index}/\${aws:username}/*`, 'arn:aws:ec2:*:111122223333:instance/*'],
  Condition: {
    StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' },
    IpAddress: { 'aws:SourceIp': [`203.0.113.${index % 256}/32`, '198.51.100.0/24'] },
  },
});

const KINDS: readonly Kind[] = [
  { type: 'identity', name: 'identity-based policy', statement: permission },
  { type: 'scp', name: 'service control policy', statement: permission },
  {
    type: 'resource',
    resource: 'bucket',
    name: 'bucket policy',
    statement: (index) => ({
      Sid: `Shelf ${index}`,
      Effect: 'Allow',
      Principal: { AWS: [`arn:aws:iam::111122223333:role/reader-${index}`, '444455556666'] },
      Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:List*'],
      Resource: [`arn:aws:s3:::bookshop/shelf-${index}/*`, 'arn:aws:s3:::bookshop'],
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } },
    }),
  },
  {
    type: 'rcp',
    name: 'resource control policy',
    statement: (index) => ({ ...permission(index), Effect: 'Deny', Principal: '*' }),
  },
  {
    type: 'trust',
    name: 'role trust policy',
    statement: (index) => ({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::111122223333:role/reader-${index}` },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: { StringEquals: { 'sts:ExternalId': `${index}` } },
    }),
  },
];

/** As many statements as fit. */
function largest({ type, statement }: Kind): string {
  const statements: object[] = [];
  for (;;) {
    const next = JSON.stringify({
      Version: '2012-10-17',
      Statement: [...statements, statement(statements.length)],
    });
    if (isTooLong(next, SIZE_LIMITS[type]))
      return JSON.stringify({ Version: '2012-10-17', Statement: statements });
    statements.push(statement(statements.length));
  }
}

export function validationRows(): { readonly name: string; readonly value: number; readonly unit: string }[] {
  const vocabulary = readVocabulary(packVocabulary());
  let runs = 0;
  return KINDS.map((kind) => {
    const text = largest(kind);
    const value = median(() => {
      // Another text each time: what was parsed is remembered.
      const now = text + ' '.repeat(++runs);
      const start = performance.now();
      diagnose(now, kind.type, vocabulary, { resource: kind.resource });
      return performance.now() - start;
    });
    return { name: `diagnostics, largest ${kind.name}`, value, unit: 'ms' };
  });
}
