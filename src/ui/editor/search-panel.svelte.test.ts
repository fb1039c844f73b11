// Tests for the search in a text: what is counted, and what the fields do.
import { SearchQuery } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { countOf } from './search-panel.ts';

const text = '"Action": "s3:GetObject", "action": "s3:*"';
const at = (from: number, to: number) =>
  EditorState.create({ doc: text, selection: { anchor: from, head: to } });

test.each([
  [{ search: '' }, 0, 0, ''],
  [{ search: 'nothing' }, 0, 0, 'Not found'],
  [{ search: 'action' }, 0, 0, '2 matches'],
  [{ search: 'action' }, 1, 7, '1 of 2'],
  [{ search: 'action', caseSensitive: true }, 0, 0, '1 match'],
  [{ search: 's3:[A-Z]', regexp: true }, 0, 0, '1 match'],
  [{ search: '[', regexp: true }, 0, 0, 'This is not a regular expression.'],
  [{ search: 'Get', wholeWord: true }, 0, 0, 'Not found'],
] as const)('%j, with %i to %i selected: %s', (asked, from, to, said) => {
  expect(countOf(at(from, to), new SearchQuery(asked))).toBe(said);
});

test('nobody counts further than 999', () => {
  const state = EditorState.create({ doc: 'x'.repeat(2_000) });
  expect(countOf(state, new SearchQuery({ search: 'x' }))).toBe('more than 999 matches');
});
