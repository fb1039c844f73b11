// What the phone says about its clock: whether AWS takes the codes, not what the clock is set to.
import { expect, test } from 'vitest';
import { clockHint } from './clock-words.ts';

const device = (ahead: number, inStep: boolean, holder: string | null = 'noor') => ({
  ahead,
  inStep,
  holder,
});

test.each([
  ['right', [device(0, true)], /^$/],
  ['off, and AWS does not know', [device(-600, false)], /AWS refuses them until you resync/],
  ['off, and AWS knows', [device(-600, true)], /^AWS knows how far/],
  ['right again, and AWS knows it as off', [device(0, false)], /AWS refuses them until you resync/],
  ['off, and AWS knows of one of two', [device(600, true), device(600, false)], /refuses some of them/],
  ['off before the device is set up', [device(600, false, null)], /that set a device up/],
  [
    'off, one device in use and one not set up yet',
    [device(600, true), device(600, false, null)],
    /that set a/,
  ],
])('a clock that is %s', (_what, devices, words) => expect(clockHint(devices)).toMatch(words));
