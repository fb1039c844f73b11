// Requester: makes the calls of one command, all of them signed by the same credentials.
import { DEFAULT_REGION } from '../account/resource.ts';
import type { AwsError } from '../api/aws-error.ts';
import type { ApiCall, OperationName, Operations } from '../api/call.ts';
import { failureText, otherFailure } from '../api/command-line/failure.ts';
import type { Globals } from '../api/command-line/globals.ts';
import { awsErrorText } from '../api/command-line/output/failure.ts';
import { splitOperation } from '../api/operations.ts';
import { unknownKeyError } from '../api/services.ts';
import { err, ok, type Result } from '../aws/result.ts';
import type { Ask, Chunk } from './run.ts';
import type { Host } from './host.ts';
import { signerOf } from './signer.ts';

export interface Requester {
  /** Of the profile or the environment. */
  readonly output: string | null;
  /** That calls are sent to. */
  readonly region: string;
  readonly call: <Name extends OperationName>(
    call: ApiCall<Name>,
  ) => Result<Operations[Name]['output'], AwsError>;
}

/** What is printed in place of an answer, and the exit status. */
export interface Failure {
  readonly text: string;
  readonly status: number;
}

/** Services that have one endpoint for all Regions; the others have to be told which. */
const GLOBAL = ['iam', 'sts', 'organizations', 's3', 's3api', 's3control'];

/** @param service As the command line calls it. */
export function* requesterOf(
  shell: Host,
  globals: Globals,
  environment: ReadonlyMap<string, string>,
  service: string,
): Generator<Chunk | Ask, Result<Requester, Failure>, string | undefined> {
  const signer = yield* signerOf(shell, globals, environment);
  if (!signer.ok) {
    const { error } = signer;
    switch (error.kind) {
      case 'failure':
        return err({ text: failureText(error.failure, globals.errorFormat), status: error.failure.exit });
      case 'refused':
        return err(answered(error.operation, error.error, globals));
      case 'unknown':
        return ok(turnedAway(shell, error.error));
    }
  }
  const { caller, region, output } = signer.value;
  if (region === null && !GLOBAL.includes(service)) {
    const failure = otherFailure(
      'You must specify a region. You can also configure your region by running "aws configure".',
      'NoRegion',
    );
    return err({ text: failureText(failure, globals.errorFormat), status: failure.exit });
  }
  return ok({
    output,
    region: region ?? DEFAULT_REGION,
    call: (call) => {
      const outcome = shell.around.request(caller, call, region ?? DEFAULT_REGION);
      shell.last = outcome;
      shell.turnedAway = null;
      const { result } = outcome;
      return result.ok ? ok(result.output) : result;
    },
  });
}

/** With keys that AWS does not know, every call is answered the same, and none is recorded in an account. */
const turnedAway = (shell: Host, error: AwsError): Requester => ({
  output: null,
  region: DEFAULT_REGION,
  call: ({ operation }) => {
    const { service } = splitOperation(operation);
    shell.turnedAway = error.message;
    return err(error.code === 'InvalidClientTokenId' ? unknownKeyError(service) : error);
  },
});

/** An error that AWS answered, with its line on standard error. */
export const answered = (operation: string, error: AwsError, { errorFormat }: Globals): Failure => ({
  text: awsErrorText(operation, error, errorFormat ?? 'enhanced'),
  status: 254,
});
