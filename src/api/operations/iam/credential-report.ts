// The age of a credential report, which decides whether it is shown and whether another is made.
import type { CredentialReport } from '../../../account/world.ts';
import { addSeconds, hasPassed, type Instant } from '../../../aws/instant.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html */
const HOURS = 4;

export const isFresh = ({ generated }: CredentialReport, now: Instant): boolean =>
  !hasPassed(addSeconds(generated, HOURS * 60 * 60), now);
