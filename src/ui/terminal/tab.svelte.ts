// Tab: one shell of the terminal: what was typed, what came of it, and what is still running.
import type { ApiOutcome } from '../../api/call.ts';
import type { Shell } from '../../shell/shell.ts';
import { streamText } from '../../shell/stream.ts';

export interface Part {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/** A command line and what it printed. */
export interface Entry {
  readonly id: number;
  /** Who signed it. */
  readonly prompt: string;
  readonly line: string;
  readonly parts: readonly Part[];
  /** Null while it runs. */
  readonly status: number | null;
}

export interface Progress {
  readonly number: number;
  readonly of: number;
}

interface Hooks {
  readonly prompt: (shell: Shell) => string;
  readonly explain: (outcome: ApiOutcome) => void;
  /** A script begins, and ends or is stopped: what it changes is one step. */
  readonly script: (runs: boolean) => void;
}

/** As many entries as stay on the screen. */
const MOST_ENTRIES = 500;
/** Characters of one command that are shown; more would stop the page. */
const MOST_SHOWN = 200_000;

export class Tab {
  readonly id: number;
  readonly shell: Shell;
  #entries = $state.raw<readonly Entry[]>([]);
  /** What a command asks; null while none does. */
  #question = $state<string | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #running = $state(false);
  #stopped = false;
  #answer: ((text: string | null) => void) | null = null;
  #next = 1;
  readonly #hooks: Hooks;

  constructor(id: number, shell: Shell, hooks: Hooks) {
    this.id = id;
    this.shell = shell;
    this.#hooks = hooks;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }
  get question(): string | null {
    return this.#question;
  }
  /** The serial number of the MFA device whose code a command asks for; null while none does. */
  get device(): string | null {
    return /^Enter MFA code for (.+): $/.exec(this.#question ?? '')?.[1] ?? null;
  }
  get progress(): Progress | null {
    return this.#progress;
  }
  get running(): boolean {
    return this.#running;
  }

  /** Runs a line or a script; each command of a script is an entry of its own. */
  async run(source: string): Promise<void> {
    if (this.#running || source.trim() === '') return;
    const { shell } = this;
    shell.remember(source.trimEnd());
    this.#running = true;
    this.#stopped = false;
    let entry = this.#begin(source.trimEnd());
    let isScript = false;
    const run = shell.run(source);
    let turns = 0;
    try {
      let step = run.next();
      while (!step.done) {
        const chunk = step.value;
        let answer: string | undefined;
        switch (chunk.kind) {
          case 'out':
          case 'err':
            entry = this.#print(entry, { stream: chunk.kind, text: chunk.text });
            break;
          case 'bytes':
            entry = this.#print(entry, { stream: 'out', text: streamText(chunk.base64) });
            break;
          case 'clear':
            // The line itself goes too, unless more of it is to come.
            this.#entries = [];
            break;
          case 'explain':
            this.#hooks.explain(chunk.outcome);
            break;
          case 'line':
            if (isScript) {
              this.#end(entry, shell.status);
              entry = this.#begin(chunk.text.trimEnd());
            } else {
              this.#rename(entry, chunk.text.trimEnd());
              this.#hooks.script(true);
            }
            isScript = true;
            this.#progress = { number: chunk.number, of: chunk.of };
            await painted();
            break;
          case 'turn':
            if (++turns % TURNS_AT_ONCE === 0) await painted();
            break;
          case 'wait':
            await chunk.until;
            break;
          case 'ask': {
            const given = await this.#ask(chunk.prompt);
            entry = this.#print(entry, { stream: 'out', text: `${chunk.prompt}${given ?? ''}\n` });
            answer = given ?? undefined;
            break;
          }
        }
        if (this.#stopped) {
          this.#print(entry, { stream: 'err', text: '^C\n' });
          run.return(STOPPED);
          break;
        }
        step = run.next(answer);
      }
      this.#end(entry, this.#stopped ? STOPPED : shell.status);
    } finally {
      if (isScript) this.#hooks.script(false);
      this.#running = false;
      this.#progress = null;
      this.#question = null;
    }
  }

  /** Ends what runs, before its next command. */
  stop(): void {
    this.#stopped = true;
    this.#answer?.(null);
  }

  /** Hands in what was asked for. */
  answer(text: string): void {
    this.#answer?.(text);
  }

  clear(): void {
    this.#entries = [];
  }

  async #ask(prompt: string): Promise<string | null> {
    this.#question = prompt;
    const given = await new Promise<string | null>((resolve) => (this.#answer = resolve));
    this.#answer = null;
    this.#question = null;
    return given;
  }

  #begin(line: string): number {
    const id = this.#next++;
    const entry = { id, prompt: this.#hooks.prompt(this.shell), line, parts: [], status: null };
    this.#entries = [...this.#entries, entry].slice(-MOST_ENTRIES);
    return id;
  }

  #change(id: number, change: (entry: Entry) => Entry): void {
    this.#entries = this.#entries.map((entry) => (entry.id === id ? change(entry) : entry));
  }

  #rename(id: number, line: string): void {
    this.#change(id, (entry) => ({ ...entry, line }));
  }

  /** The entry that it stands in: a new one where the screen was cleared behind the line. */
  #print(line: number, part: Part): number {
    const id = this.#entries.some((entry) => entry.id === line) ? line : this.#begin('');
    this.#change(id, (entry) => {
      const shown = entry.parts.reduce((sum, { text }) => sum + text.length, 0);
      if (shown > MOST_SHOWN) return entry;
      const room = MOST_SHOWN - shown;
      const text =
        part.text.length > room
          ? `${part.text.slice(0, room)}\n${restText(part.text.length - room)}`
          : part.text;
      const last = entry.parts.at(-1);
      return last?.stream === part.stream
        ? { ...entry, parts: [...entry.parts.slice(0, -1), { ...last, text: last.text + text }] }
        : { ...entry, parts: [...entry.parts, { ...part, text }] };
    });
    return id;
  }

  #end(id: number, status: number): void {
    this.#change(id, (entry) => ({ ...entry, status }));
  }
}

const restText = (characters: number): string =>
  `… ${characters.toLocaleString('en')} more characters are not shown. --query and --max-items print less of it, and > answer.json keeps all of it in a file.\n`;

/** The exit status of what was stopped with Ctrl-C. */
const STOPPED = 130;

/** Rounds of a loop that may keep the page to themselves: some ten milliseconds. */
const TURNS_AT_ONCE = 20;

/** Lets the screen and the database catch up, and presses of Stop be heard. */
const painted = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
