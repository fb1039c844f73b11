// Requester: makes the calls of one command, all of them signed by the same credentials.
import { DEFAULT_REGION } from '../account/resource.ts';
import type { AwsError } from '../api/aws-error.ts';
import type { ApiCall, ApiOutcome, OperationName, Operations } from '../api/call.ts';
import { addressFault, isUnanswered, regionFault, unanswered } from '../api/command-line/endpoint.ts';
import { failureText, otherFailure, wrongValue } from '../api/command-line/failure.ts';
import type { Globals } from '../api/command-line/globals.ts';
import { awsErrorText } from '../api/command-line/output/failure.ts';
import { splitOperation } from '../api/operations.ts';
import { takesPassword } from '../api/password.ts';
import { unknownKeyError, wrongSecretError, wrongTokenError } from '../api/services.ts';
import { isElsewhere } from '../aws/regions.ts';
import { err, ok, type Result } from '../aws/result.ts';
import type { Ask, Chunk } from './run.ts';
import type { Host } from './host.ts';
import { signerOf, unknownKeys } from './signer.ts';

export interface Requester {
  /** Of the profile or the environment. */
  readonly output: string | null;
  /** That calls are sent to. */
  readonly region: string;
  readonly call: <Name extends OperationName>(
    call: ApiCall<Name>,
  ) => Result<Operations[Name]['output'], AwsError>;
  /** Makes a call that takes a password ahead of `call`, which then answers what came of it; null where that is not needed. */
  readonly ahead: (call: ApiCall) => Promise<void> | null;
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
        return ok(turnedAway(shell, error.error, error.wrongToken));
    }
  }
  const { caller, region, output } = signer.value;
  const address = endpointFor(service, globals, shell.environment(environment));
  const fault = (region && regionFault(region)) ?? (address && addressFault(address));
  if (fault) return err({ text: failureText(otherFailure(fault), globals.errorFormat), status: 255 });
  if (region === null && !GLOBAL.includes(service)) {
    const failure = otherFailure(
      'You must specify a region. You can also configure your region by running "aws configure".',
      'NoRegion',
    );
    return err({ text: failureText(failure, globals.errorFormat), status: failure.exit });
  }
  if (region !== null && isElsewhere(region)) return ok(turnedAway(shell, UNKNOWN_KEY));
  let early: ApiOutcome | null = null;
  return ok({
    output,
    region: region ?? DEFAULT_REGION,
    ahead: (call) => {
      const { requestWithPasswords } = shell.around;
      const isQuick = !requestWithPasswords || !takesPassword(call.operation);
      if (isQuick || unanswered(call, region ?? DEFAULT_REGION, address)) return null;
      return requestWithPasswords(caller, call, region ?? DEFAULT_REGION).then((outcome) => {
        early = outcome;
      });
    },
    call: <Name extends OperationName>(call: ApiCall<Name>) => {
      const silence = unanswered(call, region ?? DEFAULT_REGION, address);
      if (silence) {
        shell.unasked = 'Nobody answered, so no policy was read.';
        return err(silence);
      }
      const outcome =
        (early as ApiOutcome<Name> | null) ?? shell.around.request(caller, call, region ?? DEFAULT_REGION);
      early = null;
      shell.last = outcome;
      shell.unasked = null;
      const { result } = outcome;
      return result.ok ? ok(result.output) : result;
    },
  });
}

/** With keys that AWS does not know, every call is answered the same, and none is recorded in an account. */
const turnedAway = (shell: Host, error: AwsError, wrongToken = false): Requester => ({
  output: null,
  region: DEFAULT_REGION,
  ahead: () => null,
  call: ({ operation }) => {
    const { service } = splitOperation(operation);
    shell.unasked = unknownKeys(error);
    return err(
      error.code === 'InvalidClientTokenId'
        ? (wrongToken ? wrongTokenError : unknownKeyError)(service)
        : error.code === 'SignatureDoesNotMatch'
          ? wrongSecretError(service)
          : error,
    );
  },
});

/** In other partitions these accounts are not known. */
const UNKNOWN_KEY = unknownKeyError('sts');

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
function endpointFor(
  service: string,
  { endpoint }: Globals,
  environment: ReadonlyMap<string, string>,
): string | null {
  const name = (service === 's3api' ? 's3' : service).toUpperCase().replaceAll('-', '_');
  return (
    endpoint ?? environment.get(`AWS_ENDPOINT_URL_${name}`) ?? environment.get('AWS_ENDPOINT_URL') ?? null
  );
}

/** An error that AWS answered, or that nobody did, with its line on standard error. */
export function answered(operation: string, error: AwsError, { errorFormat }: Globals): Failure {
  if (error.code === 'ParamValidation') {
    const failure = wrongValue(error.message);
    return { text: failureText(failure, errorFormat), status: failure.exit };
  }
  return {
    text: awsErrorText(operation, error, errorFormat ?? 'enhanced'),
    status: isUnanswered(error) ? 255 : 254,
  };
}
