// The signs of a text that is not JSON: what is open, what separates, and each fault where it is come upon.
import type { Fix } from './diagnostic.ts';
import { GapReader } from './gaps.ts';
import type { JsonFault } from './json.ts';
import { removal } from './checks/mend.ts';
import type { Way } from './quoted-text.ts';
import type { Span } from './span.ts';

export interface MendableFault extends JsonFault {
  readonly fixes: readonly Fix[];
  /** It may be what comes of another fault. */
  readonly isDoubtful?: boolean;
}

/** A policy needs seven levels. */
const MAX_DEPTH = 64;

/** More faults than anyone reads at a time: then the rest of the text is left alone. */
const MOST_FAULTS = 100;

/** Leaves the reading; it is never seen by who asked for it. */
export class Enough extends Error {}

export interface Open extends Span {
  readonly close: '}' | ']' | ')';
}

/** One thing of the text as it is marked: a string, a word or a sign. */
const THING = /["'“‘`][^"'”’`\n]*["'”’`]?|[^\s,{}[\]"']+|[\s\S]/y;

/** What may come of a sign that is missing somewhere else. */
const DOUBTFUL =
  /missing|expected|separates values|closes nothing|never closed|follows no name|has to stand|may follow|closing quote|a number is not/;

export class SignReader {
  /** In the order in which they were come upon. */
  readonly faults: MendableFault[] = [];
  protected readonly text: string;
  protected readonly open: Open[] = [];
  protected at = 0;
  /** The end of what was read last, before any space. */
  protected end = 0;
  readonly #gaps: GapReader;
  #isToldOpen = false;

  constructor(text: string) {
    this.text = text;
    this.#gaps = new GapReader(text, (what, span, ways) => this.fault(what, span, ...ways));
  }

  protected enter(close: Open['close']): number {
    if (this.open.length === MAX_DEPTH) throw new Enough();
    const from = this.at;
    this.open.push({ from, to: from + 1, close });
    this.step(1);
    return from;
  }

  protected leave(): number {
    this.open.pop();
    this.step(1);
    return this.end;
  }

  /** Whether what comes next closes something further out, and nothing here. */
  protected endsOuter(own: Open['close']): boolean {
    const letter = this.text[this.at];
    if (letter === undefined || !/[}\])]/.test(letter) || letter === own) return false;
    return this.open.slice(0, -1).some(({ close }) => close === letter);
  }

  protected unclosed(isAtEnd: boolean, comma: Span | null): void {
    const open = this.open.pop();
    if (open === undefined || this.#isToldOpen) return;
    // At the end all that is open lacks the same: that is told once.
    const all = isAtEnd ? [...this.open, open].toReversed() : [open];
    this.#isToldOpen = isAtEnd;
    const closing = all.map(({ close }) => (close === ')' ? ']' : close)).join('');
    const at = comma ? comma.from : this.end;
    const edit = { from: at, to: comma ? comma.to : at, text: closing };
    if (all.length > 1)
      this.fault(`${closing} is missing at the end`, { from: Math.max(0, this.end - 1), to: this.end }, [
        `Add ${closing}`,
        edit,
      ]);
    else
      this.fault(
        `the ${open.close === '}' ? 'brace {' : open.close === ']' ? 'bracket [' : 'bracket ('} that opens here is never closed`,
        open,
        [`Close it ${isAtEnd ? 'at the end' : 'where the next one closes'}`, edit],
      );
  }

  protected comma(isSurplus: boolean): Span {
    const span = { from: this.at, to: this.at + 1 };
    if (isSurplus) this.fault('there is a comma too many', span, ['Remove the comma', { ...span, text: '' }]);
    this.step(1);
    return span;
  }

  /** A sign that stands for a comma where one belongs, and otherwise for nothing. */
  protected notComma(sign: string, comma: Span | null, isFirst: boolean): Span | null {
    const span = { from: this.at, to: this.at + 1 };
    this.at = span.to;
    this.skip();
    const next = this.text[this.at];
    if (comma || isFirst || next === undefined || /[,;:}\])]/.test(next)) {
      this.fault(sign === ':' ? 'this colon follows no name' : `JSON has no ${sign}`, span, [
        `Remove ${sign}`,
        { ...span, text: '' },
      ]);
      return comma;
    }
    this.end = span.to;
    this.fault(`a comma separates values, not ${sign}`, span, [
      `Use , instead of ${sign}`,
      { ...span, text: ',' },
    ]);
    return span;
  }

  protected trailing(comma: Span | null): void {
    if (comma && !this.faults.some(({ from, to }) => from === comma.from && to === comma.to))
      this.fault('no comma may stand after the last value', comma, [
        'Remove the comma',
        { ...comma, text: '' },
      ]);
  }

  protected missingComma(): void {
    this.fault('a comma is missing before this', this.thing(), [
      'Add a comma',
      { from: this.end, to: this.end, text: ',' },
    ]);
  }

  protected stray(): void {
    const span = { from: this.at, to: this.at + 1 };
    const letter = this.text[this.at] ?? '';
    const what = letter === ':' ? 'this colon follows no name' : `this ${letter} closes nothing`;
    this.fault(what, span, [`Remove ${letter}`, { ...span, text: '' }]);
    this.step(1);
  }

  protected skip(): void {
    this.at = this.#gaps.after(this.at);
  }

  /** Three dots in the place of a value or of a member, with the comma that belongs to them. */
  protected isLeftOut(): boolean {
    const [dots = ''] = /^(?:\.{2,}|…)/.exec(this.text.slice(this.at, this.at + 16)) ?? [];
    if (dots === '') return false;
    const span = { from: this.at, to: this.at + dots.length };
    this.fault('three dots stand for something that was left out', span, [
      'Remove the dots',
      removal(this.text, span),
    ]);
    this.at = span.to;
    return true;
  }

  protected thing(): Span {
    THING.lastIndex = this.at;
    const [thing = ''] = THING.exec(this.text) ?? [];
    return { from: this.at, to: this.at + thing.length };
  }

  protected step(length: number): void {
    this.at += length;
    this.end = this.at;
  }

  protected fault(what: string, { from, to }: Span, ...ways: readonly Way[]): void {
    if (this.faults.length === MOST_FAULTS) throw new Enough();
    const fixes = ways.map(([label, ...edits]) => ({ label, edits }));
    this.faults.push({ what, from, to, fixes, isDoubtful: DOUBTFUL.test(what) });
  }
}
