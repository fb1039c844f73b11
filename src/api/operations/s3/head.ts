// HEAD: what the command line says where the answer has no body to say it.
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

export const BAD_REQUEST = awsError('400', 'Bad Request');
export const FORBIDDEN = awsError('403', 'Forbidden');
export const NOT_FOUND = awsError('404', 'Not Found');
const NOT_ALLOWED = awsError('405', 'Method Not Allowed');

/** All that is left of an error is its status. */
export function bareError({ status }: AwsError): AwsError {
  switch (status) {
    case 405:
      return NOT_ALLOWED;
    case 404:
      return NOT_FOUND;
    default:
      return BAD_REQUEST;
  }
}
