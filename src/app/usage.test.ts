// Usage beside a journal: what is new counts, in the order of the journal; what is read later of the past does not.
import { expect, test } from 'vitest';
import { event } from '../../tests/fixtures/event.ts';
import { NO_ACTIVITY } from '../account/activity.ts';
import { withEntries } from '../account/activity-of-events.ts';
import type { JournalEntry } from '../account/journal.ts';
import { Usage } from './usage.ts';

/** A call at a minute of its own. */
const at = (minute: number): JournalEntry => {
  const eventTime = `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z`;
  return { kind: 'call', event: { ...event(`${minute}`), eventTime }, changes: [], inverse: [] };
};
const [past, first, second, theirs, mine] = [at(0), at(1), at(2), at(3), at(4)];
const again = (entry: JournalEntry): JournalEntry => ({ ...entry });
const upTo = (...entries: JournalEntry[]) => withEntries(NO_ACTIVITY, entries);

test('what is new counts', () => {
  const usage = new Usage(upTo(past, first), [first]);
  expect(usage.of([first])).toEqual(upTo(first));
  expect(usage.of([first, second])).toEqual(upTo(second));
});

test('the past, read later, changes nothing', () => {
  const usage = new Usage(upTo(past, first), [first]);
  const known = usage.of([first, second]);
  expect(usage.of([past, first, second])).toBe(known);
});

test('what another tab wrote comes before what was made again behind it', () => {
  const usage = new Usage(NO_ACTIVITY, []);
  usage.of([first, mine]);
  expect(usage.of([first, theirs, again(mine)])).toEqual(upTo(mine));
});

test('in a workspace without a history everything is new', () => {
  const usage = new Usage(NO_ACTIVITY, []);
  expect(usage.of([])).toBe(NO_ACTIVITY);
  expect(usage.of([first])).toEqual(upTo(first));
});
