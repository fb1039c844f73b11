// The search in a text: its panel at the top, in sight when it opens, and what CodeMirror says of it in the words of this app.
import { search, searchPanelOpen } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { searchPanelOf } from './search-panel.ts';

const WORDS = EditorState.phrases.of({
  'current match': 'Current match',
  'replaced match on line $': 'Replaced the match on line $',
  'replaced $ matches': 'Replaced $ matches',
  'Go to line': 'Go to line',
  go: 'Go',
});

/** It stands at the top of the text, which the header of the page may cover. */
const inSight = EditorView.updateListener.of(({ startState, state, view }) => {
  if (!searchPanelOpen(state) || searchPanelOpen(startState)) return;
  view.dom.querySelector('.cm-search')?.scrollIntoView({ block: 'nearest' });
});

export const searchPanel: Extension = [search({ top: true, createPanel: searchPanelOf }), WORDS, inSight];
