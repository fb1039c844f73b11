// How long a message is shown, and what sends it away.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from './announcer.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const state = ({ text, shown }: Announcer) => [text, shown];

test('a few words are shown for three seconds', () => {
  const announcer = new Announcer();
  announcer.say('Signed out');
  vi.advanceTimersByTime(2999);
  expect(state(announcer)).toEqual(['Signed out', true]);
  vi.advanceTimersByTime(1);
  expect(state(announcer)).toEqual(['', false]);
});

test('a long message stays until it can have been read', () => {
  const announcer = new Announcer();
  announcer.say('x'.repeat(100));
  vi.advanceTimersByTime(4999);
  expect(announcer.shown).toBe(true);
  vi.advanceTimersByTime(1);
  expect(announcer.shown).toBe(false);
});

test('what is hidden is still read out, and the next message is shown again', () => {
  const announcer = new Announcer();
  announcer.say('one');
  announcer.hide();
  expect(state(announcer)).toEqual(['one', false]);
  announcer.say('two');
  expect(state(announcer)).toEqual(['two', true]);
});

test('a message does not follow to another place', () => {
  const announcer = new Announcer();
  announcer.say('here');
  announcer.moved();
  expect(announcer.shown).toBe(false);
});

test('one that is said on the way is shown where the way ends, and no further', () => {
  const announcer = new Announcer();
  announcer.say('Signed in', { onward: true });
  announcer.moved();
  expect(announcer.shown).toBe(true);
  announcer.moved();
  expect(announcer.shown).toBe(false);
});
