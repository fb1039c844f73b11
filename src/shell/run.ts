// Run: what a command does while it runs: it prints, and it may ask.
import type { ApiOutcome } from '../api/call.ts';

export type Chunk =
  | { readonly kind: 'out' | 'err'; readonly text: string }
  /** Output that is no text. */
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'clear' }
  /** Show the decision on this call. */
  | { readonly kind: 'explain'; readonly outcome: ApiOutcome }
  /** What comes next needs something that is under way. */
  | { readonly kind: 'wait'; readonly until: Promise<void> }
  /** A command line of a script begins: where it can be stopped, and how far it has come. */
  | { readonly kind: 'line'; readonly text: string; readonly number: number; readonly of: number }
  /** Once more around a loop: where others may have their turn, and it can be stopped. */
  | { readonly kind: 'turn' };

/** A question, whose answer is handed in with `next`. */
export interface Ask {
  readonly kind: 'ask';
  readonly prompt: string;
}

/** Yields what is printed and asked; returns the exit status. Whoever runs it may stop between any two steps. */
export type Run = Generator<Chunk | Ask, number, string | undefined>;

export const out = (text: string): Chunk => ({ kind: 'out', text });
export const problem = (text: string): Chunk => ({ kind: 'err', text });

/** A command that prints and is done. */
export function* printing(text: string, status = 0): Run {
  if (text !== '') yield out(text);
  return status;
}

/** A command that fails with a sentence. */
export function* failing(text: string, status: number): Run {
  yield problem(text.endsWith('\n') ? text : `${text}\n`);
  return status;
}
