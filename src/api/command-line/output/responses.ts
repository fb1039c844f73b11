// Responses: what every simulated operation answers with, as AWS's service models have it.
import type { OperationName } from '../../call.ts';
import { splitOperation } from '../../operations.ts';
import type { ResponseTable } from './response-table.ts';
import { DYNAMODB_RESPONSES } from './responses/dynamodb.ts';
import { EC2_RESPONSES } from './responses/ec2.ts';
import { IAM_RESPONSES } from './responses/iam.ts';
import { KMS_RESPONSES } from './responses/kms.ts';
import { LAMBDA_RESPONSES } from './responses/lambda.ts';
import { ORGANIZATIONS_RESPONSES } from './responses/organizations.ts';
import { S3_RESPONSES } from './responses/s3.ts';
import { S3CONTROL_RESPONSES } from './responses/s3control.ts';
import { SECRETSMANAGER_RESPONSES } from './responses/secretsmanager.ts';
import { SNS_RESPONSES } from './responses/sns.ts';
import { SQS_RESPONSES } from './responses/sqs.ts';
import { STS_RESPONSES } from './responses/sts.ts';

const TABLES = new Map<string, ResponseTable>([
  ['dynamodb', DYNAMODB_RESPONSES],
  ['ec2', EC2_RESPONSES],
  ['iam', IAM_RESPONSES],
  ['kms', KMS_RESPONSES],
  ['lambda', LAMBDA_RESPONSES],
  ['organizations', ORGANIZATIONS_RESPONSES],
  ['s3', S3_RESPONSES],
  ['s3control', S3CONTROL_RESPONSES],
  ['secretsmanager', SECRETSMANAGER_RESPONSES],
  ['sns', SNS_RESPONSES],
  ['sqs', SQS_RESPONSES],
  ['sts', STS_RESPONSES],
]);

export type MemberShape =
  | { readonly type: 'plain' | 'date' | 'policy' }
  | { readonly type: 'structure'; readonly members: () => readonly Member[] };

export interface Member {
  readonly name: string;
  readonly shape: MemberShape;
  /** An empty list is left out. */
  readonly flat: boolean;
}

/** The members of an answer, in their order; none for operations that answer with nothing. */
export function responseMembers(operation: OperationName): readonly Member[] {
  const table = TABLES.get(splitOperation(operation).service);
  return table ? membersIn(table, table.operations[operation] ?? '') : [];
}

function membersIn(table: ResponseTable, text: string): readonly Member[] {
  return text.split(' ').flatMap((word) => {
    const [left = '', kind] = word.split(':');
    const flat = left.endsWith('?');
    const name = flat ? left.slice(0, -1) : left;
    return name === '' ? [] : [{ name, flat, shape: shapeIn(table, kind) }];
  });
}

function shapeIn(table: ResponseTable, kind: string | undefined): MemberShape {
  if (kind === undefined) return { type: 'plain' };
  if (kind === 'date' || kind === 'policy') return { type: kind };
  let members: readonly Member[] | undefined;
  return {
    type: 'structure',
    members: () => (members ??= membersIn(table, table.structures[kind] ?? '')),
  };
}
