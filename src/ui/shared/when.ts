// When: an instant in words, in the time zone and with the clock of the reader.
import type { Instant } from '../../aws/instant.ts';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const shortDay = new Intl.DateTimeFormat('en-GB', DAY);
const longDay = new Intl.DateTimeFormat('en-GB', { ...DAY, year: 'numeric' });
const shortClock = new Intl.DateTimeFormat('en-GB', CLOCK);
const longClock = new Intl.DateTimeFormat('en-GB', { ...CLOCK, second: '2-digit' });

export type TimeStyle = 'short' | 'exact' | 'day' | 'long';

/**
 * `short`: 22 Nov 10:14. `exact`: 22 Nov 10:14:05. `day`: 22 Nov 2026. `long`: 22 Nov 2026 10:14:05. Text that is no date is
 * returned as it is.
 */
export function inWords(instant: Instant | number, style: TimeStyle): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant);
  switch (style) {
    case 'day':
      return longDay.format(date);
    case 'short':
      return `${shortDay.format(date)} ${shortClock.format(date)}`;
    case 'exact':
      return `${shortDay.format(date)} ${longClock.format(date)}`;
    case 'long':
      return `${longDay.format(date)} ${longClock.format(date)}`;
  }
}

/** ISO 8601 in UTC, for `datetime` and titles; undefined when the text is no date. */
export function isoOf(instant: Instant | number): string | undefined {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}
