// Changes of keys, and what operations answer when they are only tried out.
import type { Change } from '../../../account/change.ts';
import type { KmsKey } from '../../../account/resources.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Performed } from '../../operation.ts';
import type { FoundKey } from './key.ts';

export const keyPatched = ({ account, key }: FoundKey, patch: Partial<KmsKey>): Change => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'kmsKeys',
  name: key.id,
  patch,
});

/** With DryRun, KMS says what would have come of the call, and always as an error. */
export const unlessDryRun = <Output>(
  dryRun: boolean | undefined,
  performed: Performed<Output>,
): Result<Performed<Output>, AwsError> =>
  dryRun
    ? err(
        awsError(
          'DryRunOperationException',
          'The request would have succeeded, but the DryRun option is set.',
        ),
      )
    : ok(performed);
