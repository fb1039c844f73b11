// The editor for policy documents: CodeMirror in a shadow root, where its styles need no exception from the page's policy.
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  isolateHistory,
  redo,
  undo,
} from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from '@codemirror/language';
import { forceLinting, linter, lintGutter, lintKeymap, setDiagnosticsEffect } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, StateEffect, type Extension, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  tooltips,
  type Command,
} from '@codemirror/view';
import type { Diagnostic, Fix } from '../../policy/diagnostic.ts';
import { layout } from '../../policy/format.ts';
import type { Span } from '../../policy/span.ts';
import { policyCompletion, suggest, suggestWaiting, type Knowing } from './completion-extension.ts';
import { changesOf, shownDiagnostics } from './diagnostics.ts';
import { commonFixes } from './common-fixes.ts';
import { coveredOf, uncovered } from './covered.ts';
import { difference } from './difference.ts';
import { faultKeys, goToFirstFault, type MendAll } from './faults-extension.ts';
import { withoutHalfTyped } from './half-typed.ts';
import { hanging } from './hanging.ts';
import { explain, policyHover } from './hover-extension.ts';
import { markDrawing, setMarks } from './marks-extension.ts';
import type { Mark } from './marks.ts';
import type { Past } from './past.ts';
import { pageScroll } from './page-scroll.ts';
import { searchPanel } from './search-extension.ts';
import { theme } from './theme.ts';
import { hideTold, told } from './told.ts';
import { typeOver } from './type-over.ts';
import { finishTyping, isWriting, typedAt, typing } from './typing.ts';

export interface EditorOptions {
  readonly text: string;
  readonly readonly: boolean;
  /** What a screen reader calls the text. */
  readonly label: string;
  /** Called again by `judgeAgain` and a moment after each change. Null: what is shown stays, a newer call has the answer. */
  readonly diagnose: (text: string) => readonly Diagnostic[] | Promise<readonly Diagnostic[] | null>;
  /**
   * Told what is wrong whenever that was found out, and what of it is to be shown now: not what somebody is still typing.
   * Answers with what is signed in the text.
   */
  readonly tell: (
    text: string,
    all: readonly Diagnostic[],
    now: readonly Diagnostic[],
  ) => readonly Diagnostic[];
  readonly onChange: (text: string) => void;
  /** What completion and hover go by. */
  readonly knowing: Knowing;
  /** Where the history of the text comes from, and where it can be had. */
  readonly past?: Past | undefined;
}

export interface OpenEditor {
  /** Replaces the text, unless it is that already, in one step to undo; does not call `onChange`. */
  setText(text: string): void;
  /** Take back the last change of the text, or make it again; false when there is none. */
  undo(): boolean;
  redo(): boolean;
  setReadonly(readonly: boolean): void;
  setMarks(marks: readonly Mark[]): void;
  /** Puts the cursor at the start of a stretch, in the middle of what is seen. */
  goTo(span: Span): void;
  /** Goes to the first error, or whatever else was found first, and says there what is wrong; or to where the cursor was. */
  goToFault(): void;
  /**
   * Brings the start of a stretch into sight, in the middle if that can be, and leaves focus and cursor alone. `above`
   * stays in sight too where there is room for both.
   */
  show(span: Span, above: Element | null): void;
  /**
   * Changes the text as a fix says, in one step to undo, puts the cursor behind the last change, and judges the text at
   * once: the next fix counts from its places. Does nothing when `text`, in which the fault was found, is no longer there.
   */
  apply(fix: Fix, text: string): void;
  judgeAgain(): void;
  /** Opens the list of what may stand at the cursor. */
  suggest(): void;
  /** Shows what the word under the cursor means. */
  explain(): void;
  /** Takes away what was explained, to make room for something else. */
  hush(): void;
  /** Lays the text out, in one step to undo. */
  format(): void;
  close(): void;
}

const judge = StateEffect.define<null>();

/** Milliseconds of rest after typing before the text is judged. */
const REST = 150;

type Shown = ReturnType<typeof shownDiagnostics>;

/** Tab is left alone on purpose: it moves on, as everywhere else on the page, and the editor is no trap. */
const KEYS = keymap.of([
  { key: 'Escape', run: hideTold },
  { key: 'Shift-Alt-f', run: (view) => format(view), preventDefault: true },
  ...defaultKeymap,
  ...searchKeymap,
  ...historyKeymap,
  ...foldKeymap,
  ...lintKeymap,
]);

const format: Command = (view) => {
  if (view.state.readOnly) return false;
  const changes = layout(view.state.doc.toString()).map(({ from, to, text }) => ({ from, to, insert: text }));
  view.dispatch({ changes, scrollIntoView: true, userEvent: 'input.format' });
  return true;
};

/** Where nothing is wider than this, lines are broken, gutters are as narrow as can be, and what folds as large as a finger needs. */
const PHONE = '(max-width: 640px)';
const asWideAs = (isPhone: boolean): Extension =>
  isPhone ? [EditorView.lineWrapping, hanging, foldGutter()] : foldGutter();

export function openEditor(host: HTMLElement, options: EditorOptions): OpenEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const editable = new Compartment();
  const editability = (readonly: boolean): Extension => [
    EditorState.readOnly.of(readonly),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': options.label,
      'aria-readonly': String(readonly),
    }),
    readonly ? [] : placeholder('Write JSON, or press Suggest (Ctrl+Space).'),
  ];
  /** What was found last, and what of it is shown. */
  let last: {
    readonly doc: Text;
    readonly all: readonly Diagnostic[];
    readonly found: readonly Diagnostic[];
  } | null = null;
  /** Whether it has to be found out anew although the text is the same. */
  let isStale = false;
  const shown = (v: EditorView, doc: Text, all: readonly Diagnostic[]): Shown => {
    const text = doc.toString();
    const at = typedAt(v.state);
    const now = at === null ? all : withoutHalfTyped(text, at, all, last?.found ?? []);
    const found = options.tell(text, all, now);
    last = { doc, all, found };
    return shownDiagnostics(found, doc.length);
  };
  const judged = (v: EditorView): Shown | Promise<Shown> => {
    const { doc } = v.state;
    if (!isStale && last?.doc === doc) return shown(v, doc, last.all);
    isStale = false;
    const found = options.diagnose(doc.toString());
    if (!(found instanceof Promise)) return shown(v, doc, found);
    // CodeMirror drops an answer about another text, and leaves what it shows for as long as there is none.
    return found.then((later) =>
      later && v.state.doc === doc ? shown(v, doc, later) : new Promise<Shown>(() => {}),
    );
  };
  const mendAll: MendAll = ({ state }, at) => {
    if (!last?.doc.eq(state.doc)) return null;
    const common = commonFixes(last.found);
    const here = last.found.find((fault) => fault.from <= at && at <= fault.to && common.has(fault));
    return (here && common.get(here)) ?? null;
  };
  /** What is done once it is known what is wrong. */
  let awaited: Command | null = null;
  const toFault: Command = () => {
    const unread = last?.found.find(({ code }) => code === 'JSON_SYNTAX_ERROR');
    if (!goToFirstFault(view, mendAll, unread)) view.dispatch({ scrollIntoView: true });
    return true;
  };
  /** Who asks for what is wrong is told all of it: what was typed counts as finished. */
  const whenAllIsTold =
    (command: Command): Command =>
    (v) => {
      if (typedAt(v.state) === null) return command(v);
      finishTyping(v);
      awaited = command;
      forceLinting(v);
      return true;
    };
  const narrow = new Compartment();
  const phone = window.matchMedia(PHONE);
  const turned = (): void => view.dispatch({ effects: narrow.reconfigure(asWideAs(phone.matches)) });
  phone.addEventListener('change', turned);
  let fromOutside = false;
  const view = new EditorView({
    root,
    parent: root,
    state: stateOf(options, [
      lintGutter(),
      lineNumbers(),
      narrow.of(asWideAs(phone.matches)),
      codeFolding(),
      markDrawing,
      json(),
      history(),
      drawSelection(),
      highlightSpecialChars(),
      bracketMatching(),
      indentOnInput(),
      indentUnit.of('  '),
      searchPanel,
      highlightSelectionMatches({ minSelectionLength: 3 }),
      tooltips({ tooltipSpace: uncovered }),
      EditorView.scrollMargins.of(({ scrollDOM }) => ({ top: coveredOf(scrollDOM) })),
      policyCompletion(options.knowing),
      policyHover(options.knowing),
      told,
      typing(),
      faultKeys(mendAll, applied, whenAllIsTold),
      KEYS,
      typeOver,
      theme,
      editable.of(editability(options.readonly)),
      linter(judged, {
        delay: REST,
        tooltipFilter: (faults, state) => (isWriting(state) ? [] : [...faults]),
        hideOn: ({ state }) => isWriting(state) || null,
        needsRefresh({ transactions, startState, state, docChanged }) {
          const isJudgedAnew = transactions.some((t) => t.effects.some((e) => e.is(judge)));
          if (isJudgedAnew) isStale = true;
          return isJudgedAnew || (!docChanged && typedAt(startState) !== typedAt(state));
        },
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) awaited = null;
        const command = awaited;
        if (command && update.transactions.some((t) => t.effects.some((e) => e.is(setDiagnosticsEffect)))) {
          awaited = null;
          // Not while CodeMirror is at work.
          queueMicrotask(() => command(view));
        }
        if (update.docChanged && !fromOutside) options.onChange(update.state.doc.toString());
      }),
    ]),
  });
  const read = (): unknown => view.state.toJSON({ history: historyField });
  if (options.past) options.past.read = read;
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      fromOutside = true;
      const changes = difference(view.state.doc.toString(), text);
      view.dispatch({ changes, annotations: isolateHistory.of('full') });
      fromOutside = false;
    },
    undo: () => undo(view),
    redo: () => redo(view),
    setReadonly: (readonly) => view.dispatch({ effects: editable.reconfigure(editability(readonly)) }),
    setMarks: (marks) => view.dispatch({ effects: setMarks.of(marks) }),
    goTo({ from }) {
      const anchor = Math.min(from, view.state.doc.length);
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    goToFault() {
      view.focus();
      if (last?.doc.eq(view.state.doc)) return void whenAllIsTold(toFault)(view);
      // What is wrong in the text as it is now is not known yet.
      finishTyping(view);
      awaited = toFault;
      forceLinting(view);
    },
    show: ({ from }, above) => show(view, from, above),
    apply(fix, text) {
      if (view.state.doc.toString() !== text) return;
      applied(view, fix);
      view.focus();
    },
    suggest() {
      view.focus();
      suggest(view);
    },
    explain() {
      view.focus();
      explain(options.knowing)(view);
    },
    hush: () => void hideTold(view),
    format() {
      format(view);
      view.focus();
    },
    judgeAgain() {
      view.dispatch({ effects: judge.of(null) });
      suggestWaiting(view);
    },
    close() {
      if (options.past?.read === read) options.past.read = null;
      phone.removeEventListener('change', turned);
      view.destroy();
    },
  };
}

/** The text as it is to be, with the history that another editor had of it. */
function stateOf({ text, past }: EditorOptions, extensions: Extension): EditorState {
  if (past?.before) {
    const state = EditorState.fromJSON(past.before, { extensions }, { history: historyField });
    if (state.doc.toString() === text) return state;
  }
  return EditorState.create({ doc: text, extensions });
}

/** The text as a fix changes it, judged at once. */
function applied(view: EditorView, { edits }: Fix): void {
  const changes = view.state.changes(changesOf(edits, 0, view.state.doc.length));
  view.dispatch({
    changes,
    selection: { anchor: changes.mapPos(edits.at(-1)?.to ?? 0, 1) },
    scrollIntoView: true,
    userEvent: 'input.complete',
  });
  forceLinting(view);
}

/**
 * Scrolls the editor, and then the page where that is needed too. Not left to CodeMirror, which would move the page also
 * when the line is in good sight, and take what stands above the text out of it.
 */
function show(view: EditorView, at: number, above: Element | null): void {
  view.requestMeasure({
    read: () => middleOf(view, at) - view.scrollDOM.clientHeight / 2,
    write: (top) => {
      view.scrollDOM.scrollTo({ top });
      view.requestMeasure({
        read: () => ({
          height: window.innerHeight,
          line: view.documentTop + middleOf(view, at),
          above: above && above.getBoundingClientRect().top - scrollMarginTop(above),
        }),
        write: (measured) => window.scrollBy({ top: pageScroll(measured) }),
      });
    },
  });
}

/** How far below the top of the text the middle of a line is, in pixels. */
function middleOf(view: EditorView, at: number): number {
  const { top, height } = view.lineBlockAt(Math.min(at, view.state.doc.length));
  return top + height / 2;
}

/** In pixels: what a header that stays in place covers. */
const scrollMarginTop = (element: Element): number =>
  Number.parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
