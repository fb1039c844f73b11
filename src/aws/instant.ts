// Instant: a moment as AWS prints it, ISO 8601 in UTC; rooms without a clock get theirs from callers.

/** ISO 8601 in UTC with at most milliseconds, for example `2026-11-22T10:14:05Z`. */
export type Instant = string;

/** Milliseconds since 1970, for comparing and adding. NaN when the text is not a date. */
export const epochMillis = (instant: Instant): number => Date.parse(instant);

/** AWS prints whole seconds. */
export const instantOf = (millis: number): Instant =>
  new Date(Math.floor(millis / 1000) * 1000).toISOString().replace('.000Z', 'Z');

export const addSeconds = (instant: Instant, seconds: number): Instant =>
  instantOf(epochMillis(instant) + seconds * 1000);

/** Credentials are judged at use: they have expired at the very second they name. */
export const hasPassed = (deadline: Instant, now: Instant): boolean =>
  epochMillis(deadline) <= epochMillis(now);
