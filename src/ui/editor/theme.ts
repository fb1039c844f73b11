// The look of the editor: design tokens only, which reach into the shadow root by inheritance, so light and dark need no code.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const tones = ['allow', 'implicit', 'explicit'] as const;

type Rule = readonly [selector: string, style: Record<string, string>];

const marked = Object.fromEntries(
  tones.flatMap((tone): Rule[] => [
    [`.cm-line.marked-${tone}, .cm-gutterElement.marked-${tone}`, { backgroundColor: `var(--${tone}-wash)` }],
    [`.cm-gutter:first-child .cm-gutterElement.marked-${tone}`, { boxShadow: `inset 3px 0 var(--${tone})` }],
    [`.sign-${tone}`, { color: `var(--${tone})` }],
    [
      `.stretch-${tone}`,
      {
        textDecoration: `underline ${tone === 'allow' ? 'solid' : 'wavy'} var(--${tone}) 1px`,
        textUnderlineOffset: '4px',
      },
    ],
  ]),
);

/** By the severities of CodeMirror, in its lists and in notes. */
const severities = Object.fromEntries(
  (
    [
      ['error', 'var(--explicit)', 'wavy'],
      ['warning', 'var(--implicit)', 'wavy'],
      ['info', 'var(--line-strong)', 'dotted'],
      ['hint', 'var(--line-strong)', 'dotted'],
    ] as const
  ).flatMap(([severity, colour, line]): Rule[] => [
    [`.note-${severity}, .cm-diagnostic-${severity}`, { borderLeft: `4px solid ${colour}` }],
    [
      `.cm-lintRange-${severity}`,
      { backgroundImage: 'none', textDecoration: `underline ${line} ${colour} 1px` },
    ],
  ]),
);

/** A button or field within the editor, which the styles of the page do not reach. */
const control = {
  border: '1px solid var(--line)',
  borderRadius: 'var(--r1)',
  background: 'var(--surface)',
};
/** A sign in the middle of its gutter. */
const centred = { display: 'grid', placeItems: 'center' };
const shortened = { overflow: 'hidden', textOverflow: 'ellipsis' };
/** Lists and what they say of one of their lines; narrower on a phone. */
const widestList = 'min(640px, 96vw)';

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--surface)', font: 'var(--t1)/20px var(--mono)' },
  // The ring is drawn around the whole editor, over gutters and washes.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', overflow: 'auto', maxHeight: 'var(--editor-height)' },
  '.cm-content': { padding: 'var(--s2) 0', caretColor: 'var(--ink)' },
  '.cm-placeholder': { color: 'var(--ink-soft)' },
  '.cm-line': { padding: '0 var(--s4) 0 var(--s1)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent)',
  },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-soft)', border: '0' },
  '.cm-gutterElement': { padding: '0' },
  '.cm-lineNumbers .cm-gutterElement': {
    minWidth: '40px',
    padding: '0 var(--s2) 0 var(--s2)',
    fontSize: 'var(--t0)',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-gutter-marks': { width: '20px' },
  '.cm-gutter-marks .cm-gutterElement': centred,
  '.cm-gutter-lint': { width: '18px' },
  '.cm-gutter-lint .cm-gutterElement': centred,
  '.cm-lint-marker': { boxSizing: 'border-box', width: '11px', height: '11px' },
  '.cm-lint-marker-error': {
    content: 'normal',
    backgroundColor: 'var(--explicit)',
    clipPath: 'polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%)',
  },
  '.cm-lint-marker-warning': {
    content: 'normal',
    backgroundColor: 'var(--implicit)',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
  },
  '.cm-lint-marker-info': {
    content: 'normal',
    borderRadius: '50%',
    border: '2px solid var(--line-strong)',
  },
  '.sign svg': { display: 'block', width: '14px', height: '14px' },
  '.sign-neutral': { color: 'var(--ink-soft)' },
  '.stretch-neutral': {
    textDecoration: 'underline dotted var(--line-strong) 1px',
    textUnderlineOffset: '4px',
  },
  ...marked,
  '.cm-matchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-wash)',
    outline: '1px solid var(--accent)',
  },
  '.cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--explicit-wash)' },
  '.cm-searchMatch': { backgroundColor: 'var(--accent-wash)', outline: '1px solid var(--accent)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--accent) 35%, transparent)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)', fontFamily: 'var(--sans)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  // Below the header of the page, wherever the text is read.
  '.cm-panels.cm-panels-top': { top: 'var(--head, 0px)', borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    position: 'relative',
    display: 'grid',
    gap: 'var(--s2)',
    padding: 'var(--s2) 44px var(--s3) var(--s3)',
    font: 'var(--t1)/1.45 var(--sans)',
    scrollMarginTop: '112px',
  },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': {
    margin: '0',
    fontSize: 'var(--t1)',
  },
  '.search-row, .search-buttons': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--s2) var(--s3)',
  },
  '.search-buttons': { gap: 'var(--s2)' },
  '.search-options': { gap: 'var(--s1) var(--s4)' },
  '.search-field': {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr)',
    alignItems: 'center',
    flex: '1 1 240px',
    maxWidth: '440px',
    fontWeight: '600',
  },
  '.search-input': {
    minWidth: '0',
    minHeight: '32px',
    margin: '0',
    padding: '0 var(--s2)',
    ...control,
    borderColor: 'var(--line-strong)',
    color: 'inherit',
    font: 'var(--t1)/1.3 var(--mono)',
  },
  '.search-option': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 'var(--s2)',
    minHeight: '28px',
    cursor: 'pointer',
  },
  '.search-option input': { width: '16px', height: '16px', margin: '0', accentColor: 'var(--accent)' },
  '.search-button': {
    minHeight: '32px',
    padding: '0 var(--s3)',
    ...control,
    color: 'inherit',
    font: 'var(--t1)/1.3 var(--sans)',
    cursor: 'pointer',
  },
  '.search-button:hover': { borderColor: 'var(--line-strong)' },
  '.search-button:active': { background: 'var(--sunken)' },
  '.search-count': { color: 'var(--ink-soft)', fontVariantNumeric: 'tabular-nums' },
  '.cm-panel.cm-search .search-close': {
    position: 'absolute',
    top: 'var(--s2)',
    right: 'var(--s2)',
    width: '32px',
    padding: '0',
    border: '1px solid transparent',
    background: 'none',
    fontSize: 'var(--t3)',
  },
  '.cm-panel.cm-search .search-close:hover': { background: 'var(--surface)' },
  '.cm-panel.cm-search :focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-tooltip': {
    maxWidth: 'min(420px, 90vw)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--r2)',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    font: 'var(--t1)/1.45 var(--sans)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete': { padding: 'var(--s1) 0', maxWidth: widestList },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: 'min(280px, 30vh)',
    minWidth: 'min(320px, 92vw)',
    maxWidth: widestList,
    font: 'var(--t1)/20px var(--mono)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'baseline',
    gap: 'var(--s4)',
    justifyContent: 'space-between',
    padding: 'var(--s1) var(--s3)',
    lineHeight: '20px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent-wash)',
    color: 'var(--ink)',
    boxShadow: 'inset 3px 0 var(--accent)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li.more': {
    color: 'var(--ink-soft)',
    fontFamily: 'var(--sans)',
  },
  // Names that begin alike are told apart by their ends.
  '.cm-completionLabel': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  '.cm-completionDetail': {
    flex: '0 0 auto',
    maxWidth: '60%',
    ...shortened,
    marginLeft: '0',
    color: 'var(--ink-soft)',
    font: 'var(--t0)/20px var(--sans)',
    fontStyle: 'normal',
  },
  '.cm-tooltip.cm-completionInfo': {
    maxWidth: 'min(320px, 92vw)',
    padding: 'var(--s2) var(--s3)',
    overflowWrap: 'anywhere',
  },
  '.cm-tooltip.info-across': { width: 'auto', maxWidth: 'none', margin: '2px 0' },
  '.cm-completionInfo p': { margin: '0' },
  '.card': {
    display: 'grid',
    gap: 'var(--s2)',
    maxHeight: 'min(420px, 60vh)',
    padding: 'var(--s3)',
    overflow: 'auto',
    overflowWrap: 'anywhere',
  },
  '.card:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.card p': { margin: '0' },
  '.card-title': { fontFamily: 'var(--mono)', fontWeight: '600' },
  '.card-detail, .card-more': { color: 'var(--ink-soft)' },
  '.card-heading': { fontWeight: '600', fontSize: 'var(--t0)' },
  '.card-list': {
    margin: 'calc(-1 * var(--s1)) 0 0',
    padding: '0',
    listStyle: 'none',
    font: 'var(--t0)/18px var(--mono)',
  },
  '.card-more': { fontFamily: 'var(--sans)' },
  '.card-all': {
    minHeight: '24px',
    padding: '0 var(--s2)',
    ...control,
    color: 'var(--accent)',
    font: 'var(--t0)/18px var(--sans)',
    cursor: 'pointer',
  },
  '.card-all:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.note-way': { color: 'var(--ink-soft)' },
  '.cm-foldGutter .cm-gutterElement': {
    minWidth: '14px',
    color: 'var(--ink-soft)',
    textAlign: 'center',
    cursor: 'pointer',
  },
  '.cm-foldPlaceholder': {
    padding: '0 var(--s1)',
    ...control,
    borderColor: 'var(--line-strong)',
    background: 'var(--sunken)',
    color: 'var(--ink-soft)',
  },
  '.note, .cm-diagnostic': { padding: 'var(--s2) var(--s3)', whiteSpace: 'normal' },
  '.note p': { margin: '0' },
  '.note p + p': { marginTop: 'var(--s1)' },
  '.cm-diagnosticAction': {
    margin: 'var(--s1) var(--s2) 0 0',
    padding: '2px var(--s2)',
    ...control,
    color: 'var(--accent)',
    font: 'inherit',
  },
  ...severities,
  '@media (pointer: coarse)': {
    '.cm-foldGutter .cm-gutterElement': { minWidth: '24px', fontSize: 'var(--t3)' },
    '.cm-line, .cm-gutterElement': { lineHeight: '24px' },
  },
  '@media (max-width: 640px)': {
    '.cm-line': { padding: '0 var(--s2) 0 var(--s1)' },
    '.cm-lineNumbers .cm-gutterElement': { minWidth: '24px', padding: '0 var(--s1)', fontSize: '11px' },
    // Not in the way of the few lines that are in sight.
    '.cm-panels.cm-panels-top': { position: 'static' },
    '.cm-panel.cm-search': { paddingRight: 'var(--s3)' },
    '.search-field': { gridTemplateColumns: 'minmax(0, 1fr)', flexBasis: '100%', maxWidth: 'none' },
    '.search-row:first-child .search-field > span': { lineHeight: '32px' },
    '.cm-panel.cm-search .search-close': { top: 'var(--s1)' },
    // What a name is stands under it where there is no room for both.
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { flexWrap: 'wrap', gap: '0 var(--s3)' },
    '.cm-completionDetail': { maxWidth: '100%', whiteSpace: 'normal' },
    '.cm-gutter-marks': { width: '16px' },
    '.cm-gutter-lint': { width: '14px' },
    '.cm-foldGutter .cm-gutterElement': { minWidth: '24px', fontSize: 'var(--t3)' },
  },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--allow)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--implicit)' },
  { tag: tags.invalid, color: 'var(--explicit)' },
]);

export const theme: Extension = [look, syntaxHighlighting(colours)];
