// Tests for showing diagnostics: places that fit the text, severities, and suggestions as actions.
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../policy/diagnostic.ts';
import { changesOf, shownDiagnostics } from './diagnostics.ts';

const found: Diagnostic = { code: 'X', severity: 'error', message: 'Wrong.', from: 2, to: 5 };

test.each([
  [
    { from: 2, to: 5 },
    { from: 2, to: 5 },
  ],
  [
    { from: 8, to: 99 },
    { from: 8, to: 10 },
  ],
  [
    { from: 50, to: 60 },
    { from: 10, to: 10 },
  ],
  [
    { from: -1, to: -1 },
    { from: 0, to: 0 },
  ],
])('%j is shown at %j of ten characters', (span, shown) => {
  expect(shownDiagnostics([{ ...found, ...span }], 10)[0]).toMatchObject(shown);
});

test('help follows the message, and warnings of security are warnings', () => {
  const [shown] = shownDiagnostics([{ ...found, severity: 'securityWarning', help: 'Mend it.' }], 10);
  expect(shown).toMatchObject({ severity: 'warning', message: 'Wrong. Mend it.' });
});

test('at most three fixes become actions', () => {
  const fixes = ['a', 'b', 'c', 'd'].map((label) => ({ label, edits: [] }));
  const [shown] = shownDiagnostics([{ ...found, fixes }], 10);
  expect(shown?.actions?.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

test('edits move with the text before them, and stay in the text', () => {
  const edits = [
    { from: 2, to: 3, text: 'x' },
    { from: 8, to: 9, text: '' },
  ];
  expect(changesOf(edits, 1, 9)).toEqual([
    { from: 3, to: 4, insert: 'x' },
    { from: 9, to: 9, insert: '' },
  ]);
});
