// Ids of EC2 as calls name them: their form, which is looked at before any policy, and what is said of a wrong one.
import type { AwsError } from '../../aws-error.ts';
import { awsError, type ErrorCode } from '../../errors.ts';

/** Old ids have 8 hexadecimal digits, new ones 17. */
const DIGITS = '[0-9a-f]{8}(?:[0-9a-f]{9})?';

export const isId = (prefix: string, text: string): boolean => new RegExp(`^${prefix}-${DIGITS}$`).test(text);

/** The first id that is none. The words for another prefix than the right one are longer. */
export function malformed(prefix: string, code: ErrorCode, ids: readonly string[] = []): AwsError | null {
  const wrong = ids.find((id) => !isId(prefix, id));
  if (wrong === undefined) return null;
  const expecting = wrong.startsWith(`${prefix}-`) ? '' : ` (expecting "${prefix}-...")`;
  return awsError(code, `Invalid id: "${wrong}"${expecting}`);
}

/** `The instance ID 'i-1' does not exist`, `The instance IDs 'i-1, i-2' do not exist` */
export const missing = (code: ErrorCode, what: string, ids: readonly string[]): AwsError =>
  awsError(
    code,
    ids.length === 1
      ? `The ${what} ID '${ids.join()}' does not exist`
      : `The ${what} IDs '${ids.join(', ')}' do not exist`,
  );
