// Failed: a command line of AWS that never became a request.
import { failureText, type CliFailure } from '../api/command-line/failure.ts';
import { failing, type Run } from './run.ts';

export const failed = (failure: CliFailure): Run => failing(failureText(failure), failure.exit);
