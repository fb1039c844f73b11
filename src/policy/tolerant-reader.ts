// Reads a text that is not JSON as it stands, from its start to its end, and tells each fault where it is come upon.
import { removal } from './checks/mend.ts';
import { bareWord, noValue } from './bare-word.ts';
import type { Edit } from './diagnostic.ts';
import { readJson, type Json, type JsonMember } from './json.ts';
import { isDoubtful, type MendableFault } from './mendable-fault.ts';
import { isInvisible, QuotedReader } from './quoted-text.ts';
import type { Span, Spanned } from './span.ts';

/** A policy needs seven levels. */
const MAX_DEPTH = 64;

/** More faults than anyone reads at a time: then the rest of the text is left alone. */
const MOST_FAULTS = 100;

/** As many letters that were left unread weigh as much as one fault; and what a reading weighs besides that hardly began. */
const LETTERS_A_FAULT = 20;
const MUCH = 5;

/** Leaves the reading; never this file. */
class Enough extends Error {}

interface Open extends Span {
  readonly close: '}' | ']';
}

/** One thing of the text as it is marked: a string, a word or a sign. */
const THING = /["'“‘`][^"'”’`\n]*["'”’`]?|[^\s,{}[\]"']+|[\s\S]/y;

export class TolerantReader {
  /** In the order in which they were come upon. */
  readonly faults: MendableFault[] = [];
  readonly #text: string;
  readonly #open: Open[] = [];
  #isToldOpen = false;
  readonly #strings: QuotedReader;
  #at = 0;
  /** The end of what was read last, before any space. */
  #end = 0;
  /** About how many faults were left untold: in what was not read any more. */
  untold = 0;

  constructor(text: string) {
    this.#text = text;
    this.#strings = new QuotedReader(text, (what, span, fixes) => this.#fault(what, span, ...fixes));
  }

  /** Null where not even the start of a value could be made out, or nothing more was read after too many faults. */
  read(): Json | null {
    try {
      return this.#document();
    } catch (error) {
      if (error instanceof Enough) return null;
      throw error;
    }
  }

  #document(): Json | null {
    this.#skip();
    if (this.#at === this.#text.length) return null;
    if (!/^(["{[]|true|false|null|-?\d)/.test(this.#text.slice(this.#at, this.#at + 5))) {
      this.#fault('a policy begins with an opening brace {', this.#thing());
      this.untold += MUCH + this.#text.length / LETTERS_A_FAULT;
      return null;
    }
    const value = this.#value();
    for (;;) {
      this.#skip();
      if (this.#at === this.#text.length) return value;
      const rest = { from: this.#at, to: this.#text.length };
      const letter = this.#text[this.#at];
      if (letter === '}' || letter === ']') this.#stray();
      else if (letter === ';') this.#notComma(letter, null, true);
      else {
        // What was read was not the document, but the first name in it.
        if (letter === ':') this.untold += MUCH;
        const cut: Edit = { from: this.#end, to: rest.to, text: '' };
        // Whatever is whole by itself was not torn off what stands before it.
        if (!readJson(this.#text.slice(rest.from)).ok) this.untold += (rest.to - rest.from) / LETTERS_A_FAULT;
        const what =
          letter === '{' || letter === '['
            ? 'a second document begins here, and there can only be one'
            : 'nothing may follow the end of the document';
        this.#fault(what, this.#thing(), ['Remove all that follows', cut]);
        return value;
      }
    }
  }

  /** @param element The name whose value it is. */
  #value(element?: string): Json | null {
    const letter = this.#text[this.#at] ?? '';
    if (letter === '{') return this.#object();
    if (letter === '[') return this.#array();
    if (this.#strings.opens(letter)) return { kind: 'string', ...this.#string() };
    return this.#word(element);
  }

  #object(): Json {
    const from = this.#enter('}');
    const members: JsonMember[] = [];
    const names = new Set<string>();
    let isWhole = true;
    let isEmpty = true;
    let comma: Span | null = null;
    for (;;) {
      this.#skip();
      const letter = this.#text[this.#at];
      if (letter === undefined || this.#endsOuter('}')) {
        this.#unclosed(letter === undefined, comma);
        return { kind: 'object', members, from, to: this.#end, cutOff: true };
      }
      if (letter === '}') break;
      if (letter === ',') comma = this.#comma(comma !== null || isEmpty);
      else if (letter === ';') comma = this.#notComma(letter, comma, isEmpty);
      else if (letter === ']' || letter === ':') this.#stray();
      else {
        if (!isEmpty && comma === null) this.#missingComma();
        comma = null;
        isEmpty = false;
        const member = this.#member(names);
        if (member === null) isWhole = false;
        else members.push(member);
      }
    }
    this.#trailing(comma);
    const to = this.#leave();
    return { kind: 'object', members, from, to, ...(!isWhole && { cutOff: true }) };
  }

  #array(): Json {
    const from = this.#enter(']');
    const items: Json[] = [];
    let comma: Span | null = null;
    for (;;) {
      this.#skip();
      const letter = this.#text[this.#at];
      if (letter === undefined || this.#endsOuter(']')) {
        this.#unclosed(letter === undefined, comma);
        return { kind: 'array', items, from, to: this.#end, cutOff: true };
      }
      if (letter === ']') break;
      if (letter === ',') comma = this.#comma(comma !== null || items.length === 0);
      else if (letter === ';' || letter === ':') comma = this.#notComma(letter, comma, items.length === 0);
      else if (letter === '}') this.#stray();
      else {
        if (items.length > 0 && comma === null) this.#missingComma();
        comma = null;
        const item = this.#nothing() ? null : this.#value();
        if (item) items.push(item);
      }
    }
    this.#trailing(comma);
    return { kind: 'array', items, from, to: this.#leave() };
  }

  /** A name, a colon and a value; null where the value is missing. */
  #member(names: Set<string>): JsonMember | null {
    const letter = this.#text[this.#at] ?? '';
    if (letter === '{' || letter === '[') {
      this.#fault('a name in double quotes is expected here', this.#thing());
      this.#value();
      return null;
    }
    const name = this.#strings.opens(letter) ? this.#string() : this.#bareName();
    const isKnown = names.has(name.value);
    names.add(name.value);
    this.#skip();
    if (this.#text[this.#at] === ':') this.#step(1);
    else if (this.#text[this.#at] === '=') {
      const length = this.#text[this.#at + 1] === '>' ? 2 : 1;
      const sign = { from: this.#at, to: this.#at + length };
      this.#fault('a name and its value are joined by a colon', sign, [
        'Use a colon',
        { ...sign, text: ':' },
      ]);
      this.#step(length);
    } else if (this.#isEndOfValue()) {
      this.#fault('a colon and a value are missing after this name', name);
      return null;
    } else
      this.#fault('a colon is missing before this', this.#thing(), [
        'Add a colon',
        { from: this.#end, to: this.#end, text: ':' },
      ]);
    this.#skip();
    if (this.#isEndOfValue()) {
      this.#fault(`the value of ${JSON.stringify(name.value)} is missing`, {
        from: name.from,
        to: this.#end,
      });
      return null;
    }
    if (name.value !== 'Version' && this.#nothing(name)) return null;
    const value = this.#value(name.value);
    if (isKnown)
      this.#fault(`the name ${JSON.stringify(name.value)} occurs twice in this object`, name, [
        'Remove this one',
        removal(this.#text, { from: name.from, to: this.#end }),
      ]);
    return value && { name, value, from: name.from, to: value.to };
  }

  #isEndOfValue(): boolean {
    const letter = this.#text[this.#at];
    return letter === undefined || letter === ',' || letter === '}' || letter === ']';
  }

  #string(): Spanned<string> {
    const read = this.#strings.read(this.#at);
    this.#step(read.to - read.from);
    return read;
  }

  /** A name without quotes, which ends at its colon: `Effect: Allow`. */
  #bareName(): Spanned<string> {
    const [run = ''] = /^[^\s"'{}[\],]+/.exec(this.#text.slice(this.#at, this.#at + 256)) ?? [];
    const last = run.endsWith(':') ? run.length - 1 : run.indexOf(':');
    const value =
      last > 0 ? run.slice(0, last) : run === '' ? (this.#text[this.#at] ?? '') : run.replace(/=+>?$/, '');
    const span = { from: this.#at, to: this.#at + Math.max(1, value.length) };
    const text = JSON.stringify(value);
    this.#fault('a name has to stand in double quotes', span, [`Use ${text}`, { ...span, text }]);
    this.#step(span.to - span.from);
    return { value, ...span };
  }

  /** What other languages have for no value, which no element of a policy can have: it goes, with its name if it has one. */
  #nothing(name?: Spanned<string>): boolean {
    const word = noValue(this.#text.slice(this.#at, this.#at + 10));
    if (word === null) return false;
    const span = { from: this.#at, to: this.#at + word.length };
    this.#step(word.length);
    this.#fault('what has no value is left out', span, [
      `Remove ${name ? JSON.stringify(name.value) : 'it'}`,
      removal(this.#text, { from: name?.from ?? span.from, to: span.to }),
    ]);
    return true;
  }

  /** A literal, or a word without quotes. */
  #word(element: string | undefined): Json {
    const [run = ''] = /^[^\s"'{}[\],;]+/.exec(this.#text.slice(this.#at, this.#at + 4_096)) ?? [];
    const word = run === '' ? (this.#text[this.#at] ?? '') : run;
    const span = { from: this.#at, to: this.#at + word.length };
    this.#step(word.length);
    const { kind, value, fault } = bareWord(word, element);
    if (fault) this.#fault(fault.what, span, [`Use ${fault.text}`, { ...span, text: fault.text }]);
    return { kind, value, ...span };
  }

  #enter(close: Open['close']): number {
    if (this.#open.length === MAX_DEPTH) throw new Enough();
    const from = this.#at;
    this.#open.push({ from, to: from + 1, close });
    this.#step(1);
    return from;
  }

  #leave(): number {
    this.#open.pop();
    this.#step(1);
    return this.#end;
  }

  /** Whether what comes next closes something further out, and nothing here. */
  #endsOuter(own: Open['close']): boolean {
    const letter = this.#text[this.#at];
    if ((letter !== '}' && letter !== ']') || letter === own) return false;
    return this.#open.slice(0, -1).some(({ close }) => close === letter);
  }

  #unclosed(isAtEnd: boolean, comma: Span | null): void {
    const open = this.#open.pop();
    if (open === undefined || this.#isToldOpen) return;
    // At the end all that is open lacks the same: that is told once.
    const all = isAtEnd ? [...this.#open, open].toReversed() : [open];
    this.#isToldOpen = isAtEnd;
    const closing = all.map(({ close }) => close).join('');
    const at = comma ? comma.from : this.#end;
    const edit = { from: at, to: comma ? comma.to : at, text: closing };
    if (all.length > 1)
      this.#fault(`${closing} is missing at the end`, { from: Math.max(0, this.#end - 1), to: this.#end }, [
        `Add ${closing}`,
        edit,
      ]);
    else
      this.#fault(
        `the ${open.close === '}' ? 'brace {' : 'bracket ['} that opens here is never closed`,
        open,
        [`Close it ${isAtEnd ? 'at the end' : 'where the next one closes'}`, edit],
      );
  }

  #comma(isSurplus: boolean): Span {
    const span = { from: this.#at, to: this.#at + 1 };
    if (isSurplus)
      this.#fault('there is a comma too many', span, ['Remove the comma', { ...span, text: '' }]);
    this.#step(1);
    return span;
  }

  /** A sign that stands for a comma where one belongs, and otherwise for nothing. */
  #notComma(sign: ';' | ':', comma: Span | null, isFirst: boolean): Span | null {
    const span = { from: this.#at, to: this.#at + 1 };
    this.#at = span.to;
    this.#skip();
    const next = this.#text[this.#at];
    if (comma || isFirst || next === undefined || /[,;:}\]]/.test(next)) {
      this.#fault(sign === ';' ? 'JSON has no ;' : 'this colon follows no name', span, [
        `Remove ${sign}`,
        { ...span, text: '' },
      ]);
      return comma;
    }
    this.#end = span.to;
    this.#fault(`a comma separates values, not ${sign}`, span, [
      `Use , instead of ${sign}`,
      { ...span, text: ',' },
    ]);
    return span;
  }

  #trailing(comma: Span | null): void {
    if (comma && !this.faults.some(({ from, to }) => from === comma.from && to === comma.to))
      this.#fault('no comma may stand after the last value', comma, [
        'Remove the comma',
        { ...comma, text: '' },
      ]);
  }

  #missingComma(): void {
    this.#fault('a comma is missing before this', this.#thing(), [
      'Add a comma',
      { from: this.#end, to: this.#end, text: ',' },
    ]);
  }

  #stray(): void {
    const span = { from: this.#at, to: this.#at + 1 };
    const letter = this.#text[this.#at] ?? '';
    const what = letter === ':' ? 'this colon follows no name' : `this ${letter} closes nothing`;
    this.#fault(what, span, [`Remove ${letter}`, { ...span, text: '' }]);
    this.#step(1);
  }

  /** Space, and what is not part of JSON but means nothing either. */
  #skip(): void {
    for (;;) {
      const letter = this.#text[this.#at];
      if (letter === undefined) return;
      if (/[ \t\n\r]/.test(letter)) this.#at++;
      else if (isInvisible(letter)) this.#invisible();
      else if (!this.#comment()) return;
    }
  }

  #invisible(): void {
    const from = this.#at;
    while (isInvisible(this.#text[this.#at] ?? 'a')) this.#at++;
    const span = { from, to: this.#at };
    this.#fault('an invisible character stands here', span, [
      'Remove it',
      { ...span, text: from === 0 ? '' : ' ' },
    ]);
  }

  #comment(): boolean {
    const from = this.#at;
    const start = this.#text.slice(from, from + 2);
    if (start === '/*') {
      const end = this.#text.indexOf('*/', from + 2);
      this.#at = end < 0 ? this.#text.length : end + 2;
    } else if (start === '//' || start.startsWith('#')) {
      const end = this.#text.indexOf('\n', from);
      this.#at = end < 0 ? this.#text.length : end;
    } else return false;
    const span = { from, to: this.#at };
    this.#fault('comments are not part of JSON', span, ['Remove the comment', { ...span, text: '' }]);
    return true;
  }

  #thing(): Span {
    THING.lastIndex = this.#at;
    const [thing = ''] = THING.exec(this.#text) ?? [];
    return { from: this.#at, to: this.#at + thing.length };
  }

  #step(length: number): void {
    this.#at += length;
    this.#end = this.#at;
  }

  #fault(what: string, { from, to }: Span, ...ways: readonly (readonly [label: string, edit: Edit])[]): void {
    if (this.faults.length === MOST_FAULTS) throw new Enough();
    const fixes = ways.map(([label, edit]) => ({ label, edits: [edit] }));
    this.faults.push({ what, from, to, fixes, isDoubtful: isDoubtful(what) });
  }
}
