// Tests for sequences: what is cut is what would have been cut of the whole list.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined, mapped, merged } from './sequence.ts';

const numbers = fc.array(fc.nat(20), { maxLength: 12 });
const place = fc.nat(30);

test('of lists one after the other', () =>
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 4 }), place, place, (parts, start, end) => {
      const whole = joined(parts);
      expect(whole.length).toBe(parts.flat().length);
      expect(whole.slice(start, end)).toEqual(parts.flat().slice(start, end));
      expect(mapped(whole, String).slice(start, end)).toEqual(parts.flat().map(String).slice(start, end));
    }),
  ));

test('of two lists in order', () =>
  fc.assert(
    fc.property(numbers, numbers, place, place, (one, other, start, end) => {
      const sort = (items: readonly number[], of: string) =>
        items.toSorted((a, b) => a - b).map((at) => ({ at, of }));
      const [first, second] = [sort(one, 'one'), sort(other, 'other')];
      const whole = merged<{ at: number; of: string }>(first, second, (a, b) => a.at - b.at);
      const sorted = [...first, ...second].sort((a, b) => a.at - b.at);
      expect(whole.length).toBe(sorted.length);
      expect(whole.slice(start, end)).toEqual(sorted.slice(start, end));
    }),
  ));
