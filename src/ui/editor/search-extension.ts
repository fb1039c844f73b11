// The search in a text: CodeMirror's panel in the words of this app, in sight when it opens.
import { search, searchPanelOpen } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const WORDS = EditorState.phrases.of({
  Find: 'Find',
  Replace: 'Replace with',
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close the search',
  'current match': 'Current match',
  'replaced match on line $': 'Replaced the match on line $',
  'replaced $ matches': 'Replaced $ matches',
  'Go to line': 'Go to line',
  go: 'Go',
});

/** It stands at the top of the text, which the header of the page may cover. */
const inSight = EditorView.updateListener.of(({ startState, state, view }) => {
  if (!searchPanelOpen(state) || searchPanelOpen(startState)) return;
  const panel = view.dom.querySelector('.cm-search');
  panel?.setAttribute('role', 'search');
  panel?.setAttribute('aria-label', 'Search in the text');
  panel?.scrollIntoView({ block: 'nearest' });
});

export const searchPanel: Extension = [search({ top: true }), WORDS, inSight];
