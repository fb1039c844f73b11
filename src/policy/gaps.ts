// What stands between the values of a text: space, and what is not part of JSON but means nothing either.
import type { Report } from './quoted-text.ts';
import { isInvisible } from './quoted-text.ts';

export class GapReader {
  readonly #text: string;
  readonly #report: Report;

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
  }

  /** Where the next value or sign begins, at `from` or later. */
  after(from: number): number {
    let at = from;
    for (;;) {
      const letter = this.#text[at];
      if (letter === undefined) return at;
      if (/[ \t\n\r]/.test(letter)) at++;
      else if (isInvisible(letter)) at = this.#invisible(at);
      else {
        const end = this.#comment(at);
        if (end === at) return at;
        at = end;
      }
    }
  }

  #invisible(from: number): number {
    let at = from;
    while (isInvisible(this.#text[at] ?? 'a')) at++;
    const span = { from, to: at };
    this.#report('an invisible character stands here', span, [
      ['Remove it', { ...span, text: from === 0 ? '' : ' ' }],
    ]);
    return at;
  }

  #comment(from: number): number {
    const to = this.#endOfComment(from);
    if (to === from) return from;
    const span = { from, to };
    this.#report('comments are not part of JSON', span, [['Remove the comment', { ...span, text: '' }]]);
    return to;
  }

  #endOfComment(from: number): number {
    const start = this.#text.slice(from, from + 4);
    const upTo = (end: string, length: number): number => {
      const at = this.#text.indexOf(end, from + 2);
      return at < 0 ? this.#text.length : at + length;
    };
    if (start.startsWith('/*')) return upTo('*/', 2);
    if (start === '<!--') return upTo('-->', 3);
    if (start.startsWith('#')) {
      const end = this.#text.indexOf('\n', from);
      return end < 0 ? this.#text.length : end;
    }
    return /^(?:\/\/|--(?!\d))/.test(start) ? upTo('\n', 0) : from;
  }
}
