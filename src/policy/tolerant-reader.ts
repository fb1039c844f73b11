// Reads a text that is not JSON as it stands, from its start to its end, as the tree that it was meant to be.
import { removal } from './checks/mend.ts';
import { bareWord } from './bare-word.ts';
import type { Edit } from './diagnostic.ts';
import { readJson, type Json, type JsonMember } from './json.ts';
import {
  endOfList,
  isLikeComma,
  isListInBraces,
  isNamed,
  isNextOfList,
  isPair,
  jointAt,
  whatOfJoint,
  nothingAt,
} from './look-ahead.ts';
import { isValueOfKey, kindOfPrincipal, takesTexts } from './places.ts';
import { QuotedReader, type Way } from './quoted-text.ts';
import { Enough, SignReader, type Open } from './sign-reader.ts';
import type { Span, Spanned } from './span.ts';
import { waysOfTwice } from './twice.ts';

/** As many letters that were left unread weigh as much as one fault; and what a reading weighs besides that hardly began. */
const LETTERS_A_FAULT = 20;
const MUCH = 5;

export class TolerantReader extends SignReader {
  /** About how many faults were left untold: in what was not read any more. */
  untold = 0;
  readonly #strings: QuotedReader;
  /** The names of the members that are being read, outermost first. */
  readonly #path: string[] = [];

  constructor(text: string) {
    super(text);
    this.#strings = new QuotedReader(text, (what, span, ways) => this.fault(what, span, ...ways));
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
    this.skip();
    if (this.at === this.text.length) return null;
    if (!/^(["{[]|true|false|null|-?\d)/.test(this.text.slice(this.at, this.at + 5))) {
      this.fault('a policy begins with an opening brace {', this.thing());
      this.untold += MUCH + this.text.length / LETTERS_A_FAULT;
      return null;
    }
    const value = this.#value();
    for (;;) {
      this.skip();
      if (this.at === this.text.length) return value;
      const rest = { from: this.at, to: this.text.length };
      const letter = this.text[this.at];
      if (letter === '}' || letter === ']') this.stray();
      else if (letter === ';') this.notComma(letter, null, true);
      else {
        // What was read was not the document, but the first name in it.
        if (letter === ':') this.untold += MUCH;
        const cut: Edit = { from: this.end, to: rest.to, text: '' };
        // Whatever is whole by itself was not torn off what stands before it.
        if (!readJson(this.text.slice(rest.from)).ok) this.untold += (rest.to - rest.from) / LETTERS_A_FAULT;
        const what =
          letter === '{' || letter === '['
            ? 'a second document begins here, and there can only be one'
            : 'nothing may follow the end of the document';
        this.fault(what, this.thing(), ['Remove all that follows', cut]);
        return value;
      }
    }
  }

  #value(): Json | null {
    const letter = this.text[this.at] ?? '';
    if (letter === '{')
      return isListInBraces(this.text, this.at, this.#path) ? this.#array('}') : this.#object();
    if (letter === '[') return this.#array(']');
    if (letter === '(') return this.#array(')');
    if (this.#strings.opens(letter)) return { kind: 'string', ...this.#string() };
    return this.#word();
  }

  #object(): Json {
    const from = this.enter('}');
    const members: JsonMember[] = [];
    let isWhole = true;
    let isEmpty = true;
    let comma: Span | null = null;
    for (;;) {
      this.skip();
      const letter = this.text[this.at];
      if (letter === undefined || this.endsOuter('}')) {
        this.unclosed(letter === undefined, comma);
        return { kind: 'object', members, from, to: this.end, cutOff: true };
      }
      if (letter === '}') break;
      if (this.isLeftOut()) comma = this.#afterDots(comma);
      else if (letter === ',') comma = this.comma(comma !== null || isEmpty);
      else if (isLikeComma(letter)) comma = this.notComma(letter, comma, isEmpty);
      else if (letter === ']' || letter === ')' || letter === ':') this.stray();
      else {
        if (!isEmpty && comma === null) this.missingComma();
        comma = null;
        isEmpty = false;
        const member = this.#member(members);
        if (member === null) isWhole = false;
        else members.push(member);
      }
    }
    this.trailing(comma);
    const to = this.leave();
    return { kind: 'object', members, from, to, ...(!isWhole && { cutOff: true }) };
  }

  /** A list: in brackets, or in the signs that other languages have for one. */
  #array(close: Open['close']): Json {
    const from = this.enter(close);
    const items: Json[] = [];
    let comma: Span | null = null;
    for (;;) {
      this.skip();
      const letter = this.text[this.at];
      const isEnd = letter === close || letter === ')' || (letter === ']' && close !== ']');
      if (isEnd) break;
      if (close === ')' && comma !== null && isNamed(this.text, this.at))
        return this.#unclosedRound(items, from, comma);
      if (letter === undefined || this.endsOuter(close)) {
        this.unclosed(letter === undefined, comma);
        return { kind: 'array', items, from, to: this.end, cutOff: true };
      }
      if (this.isLeftOut()) comma = this.#afterDots(comma);
      else if (letter === ',') comma = this.comma(comma !== null || items.length === 0);
      else if (isLikeComma(letter) || letter === ':')
        comma = this.notComma(letter, comma, items.length === 0);
      else if (letter === '}') this.stray();
      else {
        if (items.length > 0 && comma === null) this.missingComma();
        comma = null;
        const nothing = this.#nothing();
        const item = nothing ? null : this.#value();
        if (nothing) this.#left(nothing, nothing, 'Remove it');
        if (item) items.push(item);
      }
    }
    this.trailing(comma);
    const to = this.leave();
    const isOther = [this.text[from] !== '[', this.text[to - 1] !== ']'];
    if (isOther.includes(true))
      this.fault('a list stands in square brackets', { from, to }, [
        'Use square brackets',
        ...(isOther[0] ? [{ from, to: from + 1, text: '[' }] : []),
        ...(isOther[1] ? [{ from: to - 1, to, text: ']' }] : []),
      ]);
    return { kind: 'array', items, from, to };
  }

  /** The comma that counts: what was left out takes its own with it. */
  #afterDots(comma: Span | null): Span | null {
    this.skip();
    if (this.text[this.at] !== ',') return null;
    this.step(1);
    return comma;
  }

  /** `("a", "Resource": …` */
  #unclosedRound(items: readonly Json[], from: number, comma: Span): Json {
    this.open.pop();
    const to = comma.from;
    this.at = to;
    this.end = to;
    this.fault('a list stands in square brackets', { from, to }, [
      'Use square brackets',
      { from, to: from + 1, text: '[' },
      { from: to, to, text: ']' },
    ]);
    return { kind: 'array', items, from, to };
  }

  /** A name, a colon and a value; null where the value is missing. */
  #member(others: readonly JsonMember[]): JsonMember | null {
    const letter = this.text[this.at] ?? '';
    if (letter === '{' || letter === '[') {
      this.fault('a name in double quotes is expected here', this.thing());
      this.#value();
      return null;
    }
    const name = this.#strings.opens(letter) ? this.#string(true) : this.#bareName();
    this.skip();
    const joint = this.#joint(name);
    if (joint === 'kind') return this.#principal(name);
    if (joint === 'none') {
      this.fault('a colon and a value are missing after this name', name);
      return null;
    }
    this.skip();
    if (this.#isEndOfValue()) {
      this.fault(`the value of ${JSON.stringify(name.value)} is missing`, {
        from: name.from,
        to: this.end,
      });
      return null;
    }
    // A policy has a version, whatever stands for it.
    const nothing = name.value === 'Version' ? null : this.#nothing();
    if (nothing) {
      // Without its key, a condition would be met by more than it was.
      const isAsked = isValueOfKey([...this.#path, name.value]);
      this.#left(
        nothing,
        { from: name.from, to: nothing.to },
        ...(isAsked ? [] : [`Remove ${JSON.stringify(name.value)}`]),
      );
      return null;
    }
    this.#path.push(name.value);
    const first = this.#value();
    const value = first && this.#others(first);
    this.#path.pop();
    const member = value && { name, value, from: name.from, to: value.to };
    const other = others.find((one) => one.name.value === name.value);
    if (other && member) {
      const what = `the name ${JSON.stringify(name.value)} occurs twice in this object`;
      this.fault(what, name, ...waysOfTwice(this.text, [...this.#path, name.value], other, member));
    }
    return member;
  }

  /** What joins a name and its value. `kind`: it is a principal itself, whose kind is missing. */
  #joint(name: Spanned<string>): 'some' | 'none' | 'kind' {
    const sign = jointAt(this.text, this.at);
    if (sign === ':') this.step(1);
    else if (sign !== null || isPair(this.text, this.at, this.#path, name.value)) {
      const span = { from: this.at, to: this.at + (sign?.length ?? 1) };
      const what = whatOfJoint(this.text.slice(span.from, span.to));
      this.fault(what, span, ['Use a colon', { ...span, text: ':' }]);
      this.step(span.to - span.from);
    } else if (this.#isEndOfValue()) {
      if (!/^(?:Not)?Principal$/.test(this.#path.at(-1) ?? '')) return 'none';
      return kindOfPrincipal(name.value) === null ? 'none' : 'kind';
    } else
      this.fault('a colon is missing before this', this.thing(), [
        'Add a colon',
        { from: this.end, to: this.end, text: ':' },
      ]);
    return 'some';
  }

  /** `{"ec2.amazonaws.com"}` */
  #principal(text: Spanned<string>): JsonMember {
    const kind = kindOfPrincipal(text.value) ?? 'AWS';
    const { from, to } = text;
    this.fault('the kind of the principal is missing before this', text, [
      `Add "${kind}"`,
      { from, to: from, text: `"${kind}": ` },
    ]);
    return { name: { value: kind, from, to: from }, value: { kind: 'string', ...text }, from, to };
  }

  /** `"Action": "s3:GetObject", "s3:PutObject"`, and statements one after the other. */
  #others(first: Json): Json {
    const { kind, from } = first;
    const isOfTexts = kind === 'string' && takesTexts(this.#path);
    if (!isOfTexts && !(kind === 'object' && this.#path.join() === 'Statement')) return first;
    const items: Json[] = [first];
    const end = endOfList(kind, this.text, this.at, this.#path);
    while (this.at < end && isNextOfList(kind, this.text, this.at)) {
      this.skip();
      if (this.text[this.at] === ',') this.comma(false);
      else this.missingComma();
      this.skip();
      const item = this.#value();
      if (item) items.push(item);
    }
    if (items.length === 1) return first;
    const to = this.end;
    this.skip();
    const isClosed = this.text[this.at] === ']';
    if (isClosed) this.step(1);
    else this.at = to;
    this.fault(
      isClosed ? 'an opening bracket [ is missing before this' : 'a list stands in square brackets',
      isClosed ? { from, to: from + 1 } : { from, to },
      [
        isClosed ? 'Add the bracket' : 'Add the brackets',
        { from, to: from, text: '[' },
        ...(isClosed ? [] : [{ from: to, to, text: ']' }]),
      ],
    );
    return { kind: 'array', items, from, to: this.end };
  }

  #nothing(): Span | null {
    const word = nothingAt(this.text, this.at);
    if (word === null) return null;
    const span = { from: this.at, to: this.at + word.length };
    this.step(word.length);
    return span;
  }

  /** @param labels None where what is compared with nothing may not simply be left out. */
  #left(nothing: Span, whole: Span, ...labels: readonly string[]): void {
    const word = this.text.slice(nothing.from, nothing.to);
    this.fault(
      `${word} is no value, and what has none is left out`,
      nothing,
      ...labels.map((label): Way => [label, removal(this.text, whole)]),
    );
  }

  #isEndOfValue(): boolean {
    const letter = this.text[this.at];
    return letter === undefined || /[,}\])]/.test(letter);
  }

  #string(isName = false): Spanned<string> {
    const read = this.#strings.read(this.at, isName);
    this.step(read.to - read.from);
    return read;
  }

  /** A name without quotes, which ends at its colon: `Effect: Allow`. */
  #bareName(): Spanned<string> {
    const [run = ''] = /^[^\s"'{}[\],]+/.exec(this.text.slice(this.at, this.at + 256)) ?? [];
    const last = run.endsWith(':') ? run.length - 1 : run.indexOf(':');
    const value =
      last > 0 ? run.slice(0, last) : run === '' ? (this.text[this.at] ?? '') : run.replace(/=+>?$/, '');
    const span = { from: this.at, to: this.at + Math.max(1, value.length) };
    const text = JSON.stringify(value);
    this.fault('a name has to stand in double quotes', span, [`Use ${text}`, { ...span, text }]);
    this.step(span.to - span.from);
    return { value, ...span };
  }

  /** A literal, or a word without quotes. */
  #word(): Json {
    const [run = ''] = /^[^\s"'{}[\],;()]+/.exec(this.text.slice(this.at, this.at + 4_096)) ?? [];
    const word = run === '' ? (this.text[this.at] ?? '') : run;
    const span = { from: this.at, to: this.at + word.length };
    this.step(word.length);
    const { kind, value, fault } = bareWord(word, this.#path.at(-1));
    if (fault) this.fault(fault.what, span, [`Use ${fault.text}`, { ...span, text: fault.text }]);
    return { kind, value, ...span };
  }
}
