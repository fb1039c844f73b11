// HEAD: what the command line says where the answer has no body to say it.
import { awsError } from '../../errors.ts';

export const BAD_REQUEST = awsError('400', 'Bad Request');
export const FORBIDDEN = awsError('403', 'Forbidden');
export const NOT_FOUND = awsError('404', 'Not Found');
