// Sessions of users and of the root user: the identity stays, only the credentials are others.
import type { Caller } from '../../../account/caller.ts';

const HOUR = 3600;
const DEFAULT = 12 * HOUR;

/**
 * Seconds. For the root user AWS makes an hour of whatever is longer.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const userSessionDuration = (caller: Caller, asked: number = DEFAULT): number =>
  caller.kind === 'root' ? Math.min(asked, HOUR) : asked;
