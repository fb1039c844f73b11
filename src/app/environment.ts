// The environment of a request: the moment, randomness and where it comes from, as the simulated AWS sees it.
import type { Directories } from '../account/directories.ts';
import type { Activity } from '../account/activity.ts';
import { DEFAULT_REGION } from '../account/resource.ts';
import type { Env } from '../api/env.ts';
import { clockIn, type MfaClock } from '../api/mfa-clock.ts';
import { publishedKeys } from '../api/published-keys.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { Instant } from '../aws/instant.ts';
import { newId, randomBytes } from './ids.ts';

/** An address reserved for documentation (RFC 5737): nothing about the real network is known here, nor asked. */
const SOURCE_IP = '203.0.113.10';
const USER_AGENT = 'Rolecall console';

export const environment = (
  now: Instant,
  managedPolicies: ManagedPolicies,
  activity: Activity,
  directories: Directories,
  clocks: readonly MfaClock[],
): Env => ({
  now,
  newId,
  randomBytes,
  managedPolicies,
  activity,
  region: DEFAULT_REGION,
  sourceIp: SOURCE_IP,
  userAgent: USER_AGENT,
  issuerKeys: publishedKeys(directories),
  mfaClock: clockIn(clocks),
});
