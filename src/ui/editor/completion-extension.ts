// The adapter between completion and CodeMirror: the list under the cursor, its keys, and the words beside it.
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
  pickedCompletion,
  startCompletion,
  type Completion as Option,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, type Command, type Rect } from '@codemirror/view';
import { complete } from '../../policy/completion/complete.ts';
import type { Candidate } from '../../policy/completion/candidate.ts';
import { isNextClear } from '../../policy/completion/next-element.ts';
import { WHOLE } from '../../policy/completion/ranking.ts';
import type { HoverSetting } from '../../policy/hover.ts';
import { closingSigns } from './closing-signs.ts';
import { uncovered } from './covered.ts';
import { roomBelow } from './list-room.ts';
import { hideTold, isTold, showTold } from './told.ts';

/** What completion and hover go by; null while it is not there yet. */
export type Knowing = () => HoverSetting | null;

/** Editors whose list was asked for by whoever writes, and is still being made. */
const asked = new WeakSet<EditorView>();

/** Editors whose list was asked for before the names of AWS were there. */
const waiting = new WeakSet<EditorView>();

/** Where a list opened by itself behind a value. Whoever types on does not want it: there it is as if it had never been. */
const offered = new WeakMap<EditorView, number>();

/** Opens the list of what may stand at the cursor; where that is nothing, says so. */
export const suggest: Command = (view) => {
  asked.add(view);
  offered.delete(view);
  return startCompletion(view);
};

/** Opens the list that was asked for too early, now that the names may be there; not where somebody went on meanwhile. */
export function suggestWaiting(view: EditorView): void {
  if (waiting.delete(view) && isTold(view, 'suggestion')) suggest(view);
}

function listed(knowing: Knowing, context: CompletionContext): CompletionResult | null {
  const { view } = context;
  const isAsked = view !== undefined && asked.delete(view);
  const wasReady = knowing() !== null;
  const result = context.state.readOnly ? null : listedAt(knowing, context);
  // Not while CodeMirror is at work.
  if (isAsked)
    queueMicrotask(() => {
      if (result === null && !wasReady && knowing() !== null) suggest(view);
      else if (result === null) showNothing(view, wasReady);
      else if (isTold(view, 'suggestion')) hideTold(view);
    });
  return result;
}

/** @param isReady Whether the names of AWS are there. */
function showNothing(view: EditorView, isReady: boolean): void {
  if (!isReady) waiting.add(view);
  const text = isReady ? 'Nothing to suggest here.' : 'The names of AWS are on their way.';
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = text;
  showTold(view, 'suggestion', view.state.selection.main.head, note, text);
}

function listedAt(knowing: Knowing, context: CompletionContext): CompletionResult | null {
  const setting = knowing();
  if (setting === null) return null;
  const place = context.view && offered.get(context.view);
  const isWanted = context.explicit && (place === undefined || place === context.pos);
  const { from, candidates, more } = complete(context.state.doc.toString(), context.pos, setting);
  // As one types, only within a word: not at every brace and new line.
  if (!isWanted && from === context.pos) return null;
  if (candidates.length === 0) return null;
  return {
    from,
    // Chosen and put in order already.
    filter: false,
    options: [
      ...candidates.map((candidate) => optionOf(candidate, { from, to: context.pos }, knowing)),
      ...(more === '' ? [] : [{ label: more, type: MORE, apply: () => undefined }]),
    ],
  };
}

/** The last line of a list that is cut: it says so, and chosen it does nothing. */
const MORE = 'more';

function optionOf(candidate: Candidate, asked: { from: number; to: number }, knowing: Knowing): Option {
  const { label, detail, kind } = candidate;
  return {
    label,
    ...(detail !== '' && { detail }),
    type: kind,
    info: () => panelOf(candidate, knowing()),
    apply: (view, option, from, to) => {
      accept(view, option, candidate, { from: from - asked.from, to: to - asked.to });
      offerNext(view, candidate, knowing());
    },
  };
}

/** @param moved How far the two ends of what is completed have moved since the candidate was made. */
function accept(
  view: EditorView,
  option: Option,
  candidate: Candidate,
  moved: { from: number; to: number },
): void {
  const { insert, select } = candidate;
  const from = Math.max(0, candidate.from + moved.from);
  const to = Math.min(Math.max(from, candidate.to + moved.to), view.state.doc.length);
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + select[0], head: from + select[1] },
    scrollIntoView: true,
    userEvent: 'input.complete',
    annotations: pickedCompletion.of(option),
  });
}

/** Opens the list of what comes next, where that is clear. */
function offerNext(view: EditorView, { goesOn }: Candidate, setting: HoverSetting | null): void {
  offered.delete(view);
  const { doc, selection } = view.state;
  const { empty, head } = selection.main;
  if (!goesOn) {
    if (!setting || !empty || !isNextClear(doc.toString(), head, setting.type)) return;
    offered.set(view, head);
  }
  startCompletion(view);
}

/** What is said of the selected candidate: our own words, or AWS's. */
function panelOf({ kind, label, info }: Candidate, setting: HoverSetting | null): Node | null {
  const text = info ?? wordsOfAws(kind, label, setting);
  if (!text) return null;
  const dom = document.createElement('p');
  dom.textContent = text;
  return dom;
}

function wordsOfAws(
  kind: Candidate['kind'],
  label: string,
  setting: HoverSetting | null,
): string | undefined {
  if (kind === 'action') return setting?.descriptions?.action(label);
  return kind === 'key' || kind === 'variable' ? setting?.descriptions?.conditionKey(label) : undefined;
}

/** Beside the list where there is room, else below or above it, never over it. In pixels of the window. */
function placeOfInfo(
  view: EditorView,
  list: Rect,
  info: Rect,
  space: Rect,
): { style: string; class: string } {
  const width = info.right - info.left;
  if (space.right - list.right >= width) return { style: 'top: 0; left: 100%', class: 'info-beside' };
  if (list.left - space.left >= width) return { style: 'top: 0; right: 100%', class: 'info-beside' };
  const line = view.coordsAtPos(view.state.selection.main.head);
  const isAboveLine = line !== null && line.top >= list.bottom - 1;
  const below = !isAboveLine && space.bottom - list.bottom >= info.bottom - info.top;
  return { style: `${below ? 'top' : 'bottom'}: 100%; left: 0; right: 0`, class: 'info-across' };
}

/** Enter and Tab accept what is selected while the list is open; otherwise Tab moves on, as everywhere on the page. */
const KEYS = Prec.highest(
  keymap.of([
    ...completionKeymap.map((one) => (one.run === startCompletion ? { ...one, run: suggest } : one)),
    { key: 'Tab', run: acceptCompletion },
  ]),
);

/** The list scrolls, so it is in the order of Tab like everything that does; arrows in the text move through it as well. */
const reachable = EditorView.updateListener.of(({ view }) => {
  view.dom.querySelector('.cm-tooltip-autocomplete > ul')?.setAttribute('tabindex', '0');
});

/** In pixels: as high as the theme lets it be, with what is said of one of its lines where that has no room beside it. */
const listHeight = (): number =>
  Math.min(280, window.innerHeight * 0.3) + 12 + (window.innerWidth <= SIDELESS ? 64 : 0);
const SIDELESS = 900;

/**
 * Scrolls before the list is placed, which happens when the page is drawn next. Not by `coordsAtPos`, which would place it
 * at once.
 */
const roomForList = EditorView.updateListener.of(({ startState, state, view }) => {
  if (completionStatus(state) !== 'active' || completionStatus(startState) === 'active') return;
  const line = view.lineBlockAt(state.selection.main.head);
  const { top: from, bottom: to } = uncovered();
  const by = roomBelow({
    top: view.documentTop + line.top,
    bottom: view.documentTop + line.bottom,
    from,
    to,
    list: listHeight(),
  });
  if (by === 0) return;
  const before = window.scrollY;
  window.scrollBy({ top: by, behavior: 'instant' });
  // At the end of the page, the text itself may still give way.
  view.scrollDOM.scrollTop += by - (window.scrollY - before);
});

export const policyCompletion = (knowing: Knowing): Extension => [
  autocompletion({
    override: [(context) => listed(knowing, context)],
    defaultKeymap: false,
    icons: false,
    // All that are given: what an arrow reaches is there to be seen, and to be counted by a screen reader.
    maxRenderedOptions: WHOLE + 6,
    optionClass: ({ type }) => (type === MORE ? 'more' : ''),
    activateOnTypingDelay: 30,
    // No new line is ever wanted within a word of JSON, so a quick Enter is meant for the list.
    interactionDelay: 0,
    positionInfo: (view, list, _option, info, space) => placeOfInfo(view, list, info, space),
  }),
  reachable,
  roomForList,
  KEYS,
  closingSigns,
  closeBrackets(),
  keymap.of(closeBracketsKeymap),
];
