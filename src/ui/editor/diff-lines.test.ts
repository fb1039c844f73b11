// Tests of the difference of two texts by lines.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundChanges, diffLines } from './diff-lines.ts';

const signs = (before: string, after: string): string =>
  diffLines(before, after)
    .map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`)
    .join('\n');

test.each([
  ['nothing changed', 'a\nb', 'a\nb', ' a\n b'],
  ['a line changed', 'a\nb\nc', 'a\nx\nc', ' a\n-b\n+x\n c'],
  ['a line came', 'a\nc', 'a\nb\nc', ' a\n+b\n c'],
  ['a line went', 'a\nb\nc', 'a\nc', ' a\n-b\n c'],
  ['the last line came', 'a', 'a\nb', ' a\n+b'],
  ['everything changed', 'a', 'b', '-a\n+b'],
])('%s', (_, before, after, expected) => {
  expect(signs(before, after)).toBe(expected);
});

const someText = fc
  .array(fc.constantFrom('a', 'b', '', '{', '}'), { maxLength: 12 })
  .map((lines) => lines.join('\n'));

test('both texts can be read off, with their line numbers', () => {
  fc.assert(
    fc.property(someText, someText, (before, after) => {
      const lines = diffLines(before, after);
      const ofBefore = lines.filter(({ kind }) => kind !== 'added');
      const ofAfter = lines.filter(({ kind }) => kind !== 'removed');
      expect(ofBefore.map(({ text }) => text).join('\n')).toBe(before);
      expect(ofAfter.map(({ text }) => text).join('\n')).toBe(after);
      expect(ofBefore.map((line) => line.before)).toEqual(ofBefore.map((_, at) => at + 1));
      expect(ofAfter.map((line) => line.after)).toEqual(ofAfter.map((_, at) => at + 1));
    }),
  );
});

test('what is far from a change is counted', () => {
  const before = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  const after = before.map((line, at) => (at === 10 ? 'other' : line));
  const shown = aroundChanges(diffLines(before.join('\n'), after.join('\n')));
  expect(shown.at(0)).toEqual({ kind: 'skipped', count: 7 });
  expect(shown.at(-1)).toEqual({ kind: 'skipped', count: 6 });
  expect(shown).toHaveLength(2 + 3 + 2 + 3);
});

test('long texts with nothing in common are not lined up, and nothing of them is lost', () => {
  const text = (word: string) => Array.from({ length: 2_000 }, (_, at) => `${word} ${at}`).join('\n');
  const lines = diffLines(`{\n${text('a')}`, `{\n${text('b')}`);
  expect(lines).toHaveLength(4_001);
  expect(lines.slice(1, 2_001).every(({ kind }) => kind === 'removed')).toBe(true);
  expect(lines.at(-1)).toEqual({ kind: 'added', text: 'b 1999', before: null, after: 2_001 });
});

test('a few lines that became many are lined up', () => {
  const many = Array.from({ length: 3_000 }, (_, at) => `b ${at}`).join('\n');
  expect(diffLines('{\n}', `{\n${many}\n}`).filter(({ kind }) => kind === 'same')).toHaveLength(2);
});

test('long texts that differ by more than can be lined up at once are held together by lines that stand once in both', () => {
  const text = (numbers: readonly number[]) =>
    numbers.flatMap((at) => ['{', `  "Sid": ${at}`, '}']).join('\n');
  const all = Array.from({ length: 1_500 }, (_, at) => at);
  const odd = all.filter((at) => at % 2 === 1);
  const lines = diffLines(text(all), text(odd));
  expect(lines.filter(({ kind }) => kind === 'same')).toHaveLength(odd.length * 3);
  expect(lines.filter(({ kind }) => kind === 'added')).toHaveLength(0);
});

test('of lines that changed places, as many stay as can', () => {
  const text = (numbers: readonly number[]) => numbers.map((at) => `line ${at}`).join('\n');
  const all = Array.from({ length: 1_500 }, (_, at) => at);
  const turned = [...all.slice(1_000), ...all.slice(0, 1_000)];
  expect(diffLines(text(all), text(turned)).filter(({ kind }) => kind === 'same')).toHaveLength(1_000);
});
