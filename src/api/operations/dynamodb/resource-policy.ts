// What the operations on the policy of a table share: the table by its ARN, and the revision that a caller expects.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { revisionOf } from './policy.ts';
import { existingTable, type FoundTable } from './table.ts';

export const EXPECTED_REVISION = {
  type: 'text',
  event: 'expectedRevisionId',
  required: false,
  min: 1,
  max: 255,
} as const;

export const policyNotFound = (arn: string): AwsError =>
  awsError('PolicyNotFoundException', `Resource-based policy not found for the provided ResourceArn: ${arn}`);

/** What a caller expects who wants to write the first policy. */
const NO_POLICY = 'NO_POLICY';

/** The table, if its policy is the one that the caller expects. */
export function tableAtRevision(
  scene: Scene,
  arn: string,
  expected: string | undefined,
): Result<FoundTable, AwsError> {
  const found = existingTable(scene, arn);
  if (!found.ok || expected === undefined) return found;
  const { policy } = found.value.table;
  const revision = policy === null ? NO_POLICY : revisionOf(policy);
  return revision === expected ? ok(found.value) : err(policyNotFound(arn));
}
