// awsErrorText: an error that AWS answered, as the AWS CLI puts it on standard error.
import type { PlainJson } from '../../../aws/json.ts';
import type { AwsError } from '../../aws-error.ts';
import { splitOperation } from '../../operations.ts';
import { isUnanswered } from '../endpoint.ts';
import { printed } from './printed.ts';

/** How `--cli-error-format` has errors told. */
export type StructuredFormat = 'json' | 'yaml' | 'text' | 'table';
type ErrorFormat = StructuredFormat | 'enhanced' | 'legacy';

/**
 * @param operation `iam:GetUser`, or the name alone.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html
 */
export function awsErrorText(operation: string, error: AwsError, format: ErrorFormat): string {
  const { code, message, details = {} } = error;
  const line = `\naws: [ERROR]: ${lineOf(operation, error)}\n`;
  if (isUnanswered(error)) return line;
  switch (format) {
    case 'legacy':
      return line;
    case 'enhanced': {
      const more = Object.entries(details).map(([field, value]) => `${field}: ${value}\n`);
      return more.length === 0 ? line : `${line}\nAdditional error details:\n${more.join('')}`;
    }
    default:
      return structuredError({ Code: code, Message: message, ...details }, format);
  }
}

/** The sentence alone, as commands of several calls put it behind words of their own. */
export const lineOf = (operation: string, error: AwsError): string =>
  isUnanswered(error) ? error.message : answeredLine(operation, error);

/** What the SDK finds wrong before it sends anything is no answer, and has no code. */
const answeredLine = (operation: string, { code, message }: AwsError): string =>
  code === 'ParamValidation'
    ? message
    : `An error occurred (${code}) when calling the ${splitOperation(operation).name} operation: ${message}`;

/** An error as an object, also one that the command line found itself. */
export const structuredError = (
  fields: Readonly<Record<string, PlainJson>>,
  format: StructuredFormat,
): string => printed(format, 'error', fields).text;
