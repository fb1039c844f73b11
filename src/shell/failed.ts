// Failed: a command line of AWS that never became a request.
import { failureText, type CliFailure } from '../api/command-line/failure.ts';
import { NO_GLOBALS, type Globals } from '../api/command-line/globals.ts';
import { failing, type Run } from './run.ts';

export const failed = (
  failure: CliFailure,
  { errorFormat }: Pick<Globals, 'errorFormat'> = NO_GLOBALS,
): Run => failing(failureText(failure, errorFormat), failure.exit);
