// Builtin: a command that the shell knows, and how it is run.
import type { Host } from './host.ts';
import type { Run } from './run.ts';

/** What a simple command is run with. */
export interface Invocation {
  readonly words: readonly string[];
  /** Variables set for this command alone. */
  readonly environment: ReadonlyMap<string, string>;
  /** Base64; null: nothing was piped in. */
  readonly input: string | null;
}

export interface Builtin {
  readonly run: (shell: Host, invocation: Invocation) => Run;
  /** What `help` says of it, one line. */
  readonly help: string;
}
