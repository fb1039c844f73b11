// The adapter between hover and CodeMirror: a note on the word under the pointer, and by a key on the word under the cursor.
import type { Extension } from '@codemirror/state';
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  repositionTooltips,
  type Command,
} from '@codemirror/view';
import { hoverAt, type Hover, type HoverList } from '../../policy/hover.ts';
import type { Knowing } from './completion-extension.ts';
import { hideTold, isTold, showTold } from './told.ts';
import { isWriting } from './typing.ts';

/** As many items of a list are shown, and read out, before all are asked for. */
const MOST = 12;

const hoverIn = (view: EditorView, at: number, knowing: Knowing): Hover | null => {
  const setting = knowing();
  return setting && hoverAt(view.state.doc.toString(), at, setting);
};

/** Shows what the word under the cursor means; a second time, hides it. */
export const explain =
  (knowing: Knowing): Command =>
  (view) => {
    // A fault that was gone to with F8 gives way to the word it is about.
    if (isTold(view, 'word')) return hideTold(view);
    const { head } = view.state.selection.main;
    const hover = hoverIn(view, head, knowing);
    if (hover) showTold(view, 'word', hover.from, cardOf(view, hover), spoken(hover));
    else
      view.dispatch({ effects: EditorView.announce.of('Nothing is known about what is under the cursor.') });
    return true;
  };

/** Takes away what the pointer opened, a fault's note too; false when there is nothing. */
const closeHover: Command = (view) => {
  if (!hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: closeHoverTooltips });
  return true;
};

/** What came by the pointer is not in the way of who moves on by Tab; what was asked for by a key may be entered. */
const passBy: Command = (view) => {
  closeHover(view);
  return false;
};

export const policyHover = (knowing: Knowing): Extension => [
  hoverTooltip(
    (view, at) => {
      // The pointer that was left lying over the text asks for nothing.
      if (isWriting(view.state)) return null;
      const hover = hoverIn(view, at, knowing);
      if (!hover || at < hover.from || at > hover.to) return null;
      return { pos: hover.from, end: hover.to, above: true, create: () => ({ dom: cardOf(view, hover) }) };
    },
    { hideOnChange: true, hideOn: ({ state }) => isWriting(state) },
  ),
  keymap.of([
    { key: 'Ctrl-Shift-Space', run: explain(knowing), preventDefault: true },
    { key: 'Escape', run: closeHover },
    { key: 'Tab', run: passBy, shift: passBy },
  ]),
];

const spoken = ({ title, detail, sentences, lists }: Hover): string =>
  [
    `${title}${detail === '' ? '' : `, ${detail}`}.`,
    ...sentences,
    ...lists.map((list) => {
      const { shown, more } = begun(list);
      return `${list.heading}: ${shown.join(', ')}${more > 0 ? `, and ${number(more)} more` : ''}.`;
    }),
  ].join(' ');

function cardOf(view: EditorView, { title, detail, sentences, lists }: Hover): HTMLElement {
  const card = element('div', 'card');
  // A long one scrolls, and what scrolls can be reached by Tab.
  card.tabIndex = 0;
  card.setAttribute('role', 'note');
  card.setAttribute('aria-label', `About ${title}`);
  const head = element('p', 'card-head');
  head.append(element('b', 'card-title', title));
  if (detail !== '') head.append(' ', element('span', 'card-detail', detail));
  card.append(head, ...sentences.map((sentence) => element('p', '', sentence)));
  for (const list of lists) card.append(element('p', 'card-heading', list.heading), listOf(view, list));
  return card;
}

/** A long list begins with a few, and all of it can be had. */
function listOf(view: EditorView, list: HoverList): HTMLElement {
  const { shown, more } = begun(list);
  const made = element('ul', 'card-list');
  const add = (items: readonly string[]) => made.append(...items.map((item) => element('li', '', item)));
  add(shown);
  if (more === 0) return made;
  const opener = element('button', 'card-all', `Show all ${number(list.items.length)}`);
  opener.type = 'button';
  opener.setAttribute('aria-label', `Show all ${number(list.items.length)}: ${list.heading}`);
  opener.addEventListener('click', () => {
    const card = opener.closest<HTMLElement>('.card');
    opener.parentElement?.remove();
    add(list.items.slice(shown.length));
    // From here the list is scrolled by keys.
    card?.focus({ preventScroll: true });
    repositionTooltips(view);
  });
  const last = element('li', 'card-more', `and ${number(more)} more `);
  last.append(opener);
  made.append(last);
  return made;
}

const begun = ({ items }: HoverList): { shown: readonly string[]; more: number } => ({
  shown: items.slice(0, MOST),
  more: Math.max(0, items.length - MOST),
});

const number = (value: number): string => value.toLocaleString('en-US');

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
