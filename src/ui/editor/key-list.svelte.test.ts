// Tests for the names of keys.
import { expect, test } from 'vitest';
import { onMac, spoken } from './key-list.ts';

test.each([
  ['Ctrl+.', 'Cmd+.'],
  ['Ctrl+Shift+.', 'Cmd+Shift+.'],
  ['Ctrl+Shift+Z', 'Cmd+Shift+Z'],
  ['Ctrl+Shift+[', 'Cmd+Option+['],
  ['Ctrl+]', 'Cmd+]'],
  ['Shift+Alt+F', 'Shift+Option+F'],
  ['Ctrl+Shift+Space', 'Ctrl+Shift+Space'],
  ['F8', 'F8'],
])('%s is %s on a Mac', (key, mac) => expect(onMac(key)).toBe(mac));

test.each([
  ['Ctrl+Shift+.', 'Control Shift period'],
  ['Cmd+Z', 'Command Z'],
])('%s is said as %s', (key, said) => expect(spoken(key)).toBe(said));
