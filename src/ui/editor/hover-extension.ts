// The adapter between hover and CodeMirror: a note on the word under the pointer, and by a key on the word under the cursor.
import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, type Command } from '@codemirror/view';
import { hoverAt, type Hover } from '../../policy/hover.ts';
import type { Knowing } from './completion-extension.ts';
import { hideTold, showTold } from './told.ts';

const hoverIn = (view: EditorView, at: number, knowing: Knowing): Hover | null => {
  const setting = knowing();
  return setting && hoverAt(view.state.doc.toString(), at, setting);
};

/** Shows what the word under the cursor means; a second time, hides it. */
export const explain =
  (knowing: Knowing): Command =>
  (view) => {
    if (hideTold(view)) return true;
    const { head } = view.state.selection.main;
    const hover = hoverIn(view, head, knowing);
    if (hover) showTold(view, hover.from, cardOf(hover), spoken(hover));
    else
      view.dispatch({ effects: EditorView.announce.of('Nothing is known about what is under the cursor.') });
    return true;
  };

export const policyHover = (knowing: Knowing): Extension => [
  hoverTooltip((view, at) => {
    const hover = hoverIn(view, at, knowing);
    if (!hover || at < hover.from || at > hover.to) return null;
    return { pos: hover.from, end: hover.to, above: true, create: () => ({ dom: cardOf(hover) }) };
  }),
  keymap.of([{ key: 'Ctrl-Shift-Space', run: explain(knowing), preventDefault: true }]),
];

const spoken = ({ title, detail, sentences, lists }: Hover): string =>
  [
    `${title}${detail === '' ? '' : `, ${detail}`}.`,
    ...sentences,
    ...lists.map(
      ({ heading, items, more }) => `${heading}: ${items.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    ),
  ].join(' ');

function cardOf({ title, detail, sentences, lists }: Hover): HTMLElement {
  const card = element('div', 'card');
  // A long one scrolls, and what scrolls can be reached by Tab.
  card.tabIndex = 0;
  card.setAttribute('role', 'note');
  card.setAttribute('aria-label', `About ${title}`);
  const head = element('p', 'card-head');
  head.append(element('b', 'card-title', title));
  if (detail !== '') head.append(' ', element('span', 'card-detail', detail));
  card.append(head, ...sentences.map((sentence) => element('p', '', sentence)));
  for (const { heading, items, more } of lists) {
    const list = element('ul', 'card-list');
    list.append(...items.map((item) => element('li', '', item)));
    if (more > 0) list.append(element('li', 'card-more', `and ${more} more`));
    card.append(element('p', 'card-heading', heading), list);
  }
  return card;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
