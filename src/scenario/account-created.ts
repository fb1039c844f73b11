// accountCreated: how old an account is at least, by the dates of what is in it.

/** When something began of which nothing says when. */
export const LONG_AGO = '2026-01-01T00:00:00Z';

/**
 * The earliest creation date of what an account has: its entities, and the password and the access keys of its root user.
 * No account is younger than that. They may be anything; with nothing among them that tells a date, it is `LONG_AGO`.
 * A migration stands on this: what it says of what is there does not change.
 */
export function accountCreated(things: readonly unknown[]): string {
  let earliest: string | null = null;
  for (const thing of things) {
    const date =
      typeof thing === 'object' && thing !== null && 'created' in thing && !Array.isArray(thing)
        ? thing.created
        : null;
    if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) continue;
    if (earliest === null || Date.parse(date) < Date.parse(earliest)) earliest = date;
  }
  return earliest ?? LONG_AGO;
}
