// DryRun: the question whether a call would succeed, asked by making it.
import { err, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Performed } from '../../operation.ts';

export const DRY_RUN = { type: 'boolean', event: 'dryRun', required: false } as const;

/** What would succeed answers with an error too, and changes nothing. */
export const unlessDry = <Output>(
  DryRun: boolean | undefined,
  performed: Result<Performed<Output>, AwsError>,
): Result<Performed<Output>, AwsError> =>
  DryRun === true && performed.ok
    ? err(awsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.'))
    : performed;
