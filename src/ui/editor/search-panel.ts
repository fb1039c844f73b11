// The panel of the search in a text: fields with their names in sight, what was found counted, and buttons like those of the page.
import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  selectMatches,
  setSearchQuery,
} from '@codemirror/search';
import type { EditorState } from '@codemirror/state';
import { runScopeHandlers, type Command, type EditorView, type Panel } from '@codemirror/view';

/** As many matches are counted; nobody counts further. */
const MOST = 999;

/** `2 of 7` for a match that is selected, else how many there are; empty while nothing is looked for. */
export function countOf(state: EditorState, query: SearchQuery): string {
  if (query.search === '') return '';
  if (!query.valid) return 'This is not a regular expression.';
  const { from, to } = state.selection.main;
  let count = 0;
  let current = 0;
  const cursor = query.getCursor(state);
  for (let next = cursor.next(); !next.done && count <= MOST; next = cursor.next()) {
    count += 1;
    if (next.value.from === from && next.value.to === to) current = count;
  }
  const all = count > MOST ? `more than ${MOST}` : String(count);
  if (count === 0) return 'Not found';
  return current > 0 ? `${current} of ${all}` : `${all} ${count === 1 ? 'match' : 'matches'}`;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function textField(name: string): HTMLInputElement {
  const input = element('input', 'search-input');
  input.name = name;
  input.autocomplete = 'off';
  input.autocapitalize = 'none';
  input.spellcheck = false;
  return input;
}

function box(): HTMLInputElement {
  const input = element('input', '');
  input.type = 'checkbox';
  return input;
}

export function searchPanelOf(view: EditorView): Panel {
  let query = getSearchQuery(view.state);
  /** What was counted last. */
  let counted = query;
  const { readOnly } = view.state;
  const find = textField('search');
  find.setAttribute('main-field', 'true');
  const replace = textField('replace');
  const [exact, words, regexp] = [box(), box(), box()];
  const count = element('span', 'search-count');
  count.setAttribute('role', 'status');

  const button = (text: string, run: Command): HTMLButtonElement => {
    const made = element('button', 'search-button', text);
    made.type = 'button';
    made.addEventListener('click', () => run(view));
    return made;
  };
  const close = button('×', closeSearchPanel);
  close.classList.add('search-close');
  close.setAttribute('aria-label', 'Close the search');
  close.title = 'Close the search (Escape)';
  const field = (label: string, input: HTMLInputElement): HTMLElement =>
    element('label', 'search-field', element('span', '', label), input);
  const option = (label: string, input: HTMLInputElement): HTMLElement =>
    element('label', 'search-option', input, label);

  const show = (): void => {
    find.value = query.search;
    replace.value = query.replace;
    exact.checked = query.caseSensitive;
    words.checked = query.wholeWord;
    regexp.checked = query.regexp;
  };
  const recount = (): void => {
    const text = countOf(view.state, query);
    if (count.textContent !== text) count.textContent = text;
  };
  const commit = (): void => {
    const next = new SearchQuery({
      search: find.value,
      replace: replace.value,
      caseSensitive: exact.checked,
      wholeWord: words.checked,
      regexp: regexp.checked,
    });
    if (next.eq(query)) return;
    query = next;
    view.dispatch({ effects: setSearchQuery.of(next) });
  };

  const dom = element(
    'div',
    'cm-search',
    element(
      'div',
      'search-row',
      field('Find', find),
      element('div', 'search-buttons', button('Previous', findPrevious), button('Next', findNext), count),
    ),
    ...(readOnly
      ? []
      : [
          element(
            'div',
            'search-row',
            field('Replace with', replace),
            element(
              'div',
              'search-buttons',
              button('Replace', replaceNext),
              button('Replace all', replaceAll),
            ),
          ),
        ]),
    element(
      'div',
      'search-row search-options',
      option('Match case', exact),
      option('Whole words', words),
      option('Regular expression', regexp),
      button('Select all', selectMatches),
    ),
    close,
  );
  dom.setAttribute('role', 'search');
  dom.setAttribute('aria-label', 'Search in the text');
  dom.addEventListener('input', commit);
  dom.addEventListener('keydown', (event) => {
    if (runScopeHandlers(view, event, 'search-panel')) event.preventDefault();
    else if (event.key === 'Enter' && event.target === find) {
      event.preventDefault();
      (event.shiftKey ? findPrevious : findNext)(view);
    } else if (event.key === 'Enter' && event.target === replace) {
      event.preventDefault();
      replaceNext(view);
    }
  });
  show();
  recount();

  return {
    dom,
    top: true,
    mount: () => find.select(),
    update({ state, docChanged, selectionSet }) {
      const now = getSearchQuery(state);
      const isOther = !now.eq(query);
      if (isOther) {
        query = now;
        show();
      }
      // What was typed is in the query already, and is counted anew with each change of it.
      if (docChanged || selectionSet || isOther || counted !== now) {
        counted = now;
        recount();
      }
    },
  };
}
