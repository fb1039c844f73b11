// Tests for the scrolling of the page to a line.
import { expect, test } from 'vitest';
import { pageScroll } from './page-scroll.ts';

test.each([
  ['a line in the middle half stays', { height: 800, line: 500, above: 100 }, 0],
  ['a line below comes to the middle', { height: 800, line: 1400, above: null }, 1000],
  ['a line above too', { height: 800, line: -200, above: null }, -600],
  ['or lower, to keep what stands above the text', { height: 800, line: 1000, above: 336 }, 336],
  ['but not at the edge', { height: 800, line: 1100, above: 336 }, 700],
  ['nothing is pulled down for the sake of what is above', { height: 800, line: 700, above: 600 }, 300],
])('%s', (_, measured, pixels) => expect(pageScroll(measured)).toBe(pixels));
