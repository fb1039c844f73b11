// Shell: what a line of the terminal is run in: its variables, its files, and the commands it knows.
import { parse } from 'unbash';
import type { ApiOutcome } from '../api/call.ts';
import { nearest } from '../policy/nearest.ts';
import { BUILTINS } from './builtins.ts';
import type { Host, KeptCredentials } from './host.ts';
import { remembered, type Memory, type ShellFacts } from './facts.ts';
import { absolute, HOME, shortPath, withFile, withoutFile, type FileTable } from './files.ts';
import type { Invocation } from './builtin.ts';
import { endOf, hasOpenHereDoc, runStatement, type Machine } from './interpret.ts';
import { configFile, isConfigFile, withConfigFile } from './config-files.ts';
import { NOT_KEPT, SECRET_MARK } from './kept-history.ts';
import { insteadOf } from './missing-commands.ts';
import { failing, problem, type Run } from './run.ts';
import type { Surroundings } from './surroundings.ts';
import { condition } from './test-command.ts';

/** What the parser says of what further lines could close. */
const OPEN = /^unterminated|^expected command after|^expected '.*' to close/;

/**
 * A line that asks for one of the history: `!!`, `!-2`, `!aws`, `sudo !!`.
 * @see https://www.gnu.org/software/bash/manual/html_node/Event-Designators.html
 */
const RECALL = /^\s*!(!|[-\w])|^[^'"#\n]*\s!!(\s|$)/;
const RECALLED =
  '! does not bring back lines here: the arrow up key does, and Control R searches for older ones.';

/** What is said where `set -e` ends a script before its last command. */
export const ENDED_BY_FAILURE = 'rolecall: the script ends here (set -e)\n';

const USUAL_VARIABLES: readonly (readonly [string, string])[] = [
  ['HOME', HOME],
  ['PWD', HOME],
  ['USER', 'you'],
  ['SHELL', '/bin/bash'],
];

export class Shell implements Host {
  readonly around: Surroundings;
  readonly variables = new Map(USUAL_VARIABLES);
  readonly exported = new Set(USUAL_VARIABLES.map(([name]) => name));
  /** What the last call came to, for `why`. */
  last: ApiOutcome | null = null;
  unasked: string | null = null;
  exitOnError = false;
  ended = false;
  /** Credentials of roles that profiles have assumed, as the CLI keeps them. */
  readonly kept: KeptCredentials = new Map();
  /** What outlives it; several shells may share it. */
  readonly #memory: Memory;
  #status = 0;

  constructor(memory: Memory, around: Surroundings) {
    this.around = around;
    this.#memory = memory;
  }

  get history(): readonly string[] {
    return this.#memory.facts.history;
  }

  get #files(): FileTable {
    return this.#memory.facts.files;
  }

  #keep(facts: Partial<ShellFacts>): void {
    this.#memory.facts = { ...this.#memory.facts, ...facts };
  }

  /** The exit status of the last command. */
  get status(): number {
    return this.#status;
  }

  /** A line as it was typed, before it is run. */
  remember(line: string): void {
    this.#keep({ history: remembered(this.history, line) });
  }

  forget(): void {
    this.#keep({ history: [] });
  }

  /** Runs one line or a whole script, statement by statement; the exit status is that of the last. */
  *run(source: string): Run {
    if (RECALL.test(source)) {
      this.#status = yield* failing(`rolecall: ${RECALLED}`, 127);
      return this.#status;
    }
    if (source.includes(SECRET_MARK)) {
      this.#status = yield* failing(`rolecall: ${NOT_KEPT}`, 1);
      return this.#status;
    }
    const script = parse(source);
    const [fault] = script.errors ?? [];
    if (fault) {
      const line = source.slice(0, fault.pos).split('\n').length;
      yield problem(`rolecall: line ${line}: ${fault.message}\n`);
      this.#status = 2;
      return 2;
    }
    const machine = this.#machine();
    this.ended = false;
    for (const [at, statement] of script.commands.entries()) {
      if (script.commands.length > 1)
        yield {
          kind: 'line',
          text: source.slice(statement.pos, endOf(statement)),
          number: at + 1,
          of: script.commands.length,
        };
      this.#status = yield* runStatement(statement, machine);
      if (this.ended) break;
      if (this.exitOnError && this.#status !== 0) {
        if (at < script.commands.length - 1) yield problem(ENDED_BY_FAILURE);
        break;
      }
    }
    return this.#status;
  }

  /** Whether a line is not finished: a quote or block is open, or the next line goes on with it. */
  isUnfinished(source: string): boolean {
    if (/(^|[^\\])(\\\\)*\\\n?$/.test(source)) return true;
    const { errors = [], commands } = parse(source);
    if (errors.some(({ message }) => OPEN.test(message))) return true;
    return hasOpenHereDoc(commands);
  }

  /** The statements of a script as they are written, one after the other; what cannot be read stays whole. */
  linesOf(source: string): readonly string[] {
    const script = parse(source);
    if (script.errors?.length) return [source];
    return script.commands.map(({ pos }, at) =>
      source.slice(pos, script.commands[at + 1]?.pos ?? source.length),
    );
  }

  /** Null: there is none of that path. */
  readFile(path: string): string | null {
    const name = absolute(path);
    if (isConfigFile(name)) return configFile(name, this.around.profiles());
    return Object.hasOwn(this.#files, name) ? (this.#files[name] ?? null) : null;
  }

  /** Null, or why it cannot be written. */
  writeFile(path: string, base64: string): string | null {
    const name = absolute(path);
    if (isConfigFile(name)) {
      const profiles = withConfigFile(name, base64, this.around.profiles());
      if (!profiles.ok) return profiles.error;
      this.around.saveProfiles(profiles.value);
      return null;
    }
    const files = withFile(this.#files, path, base64);
    if (!files.ok) return files.error;
    this.#keep({ files: files.value });
    return null;
  }

  deleteFile(path: string): void {
    const name = absolute(path);
    if (isConfigFile(name)) {
      const left = withConfigFile(name, '', this.around.profiles());
      if (left.ok) this.around.saveProfiles(left.value);
      return;
    }
    this.#keep({ files: withoutFile(this.#files, path) });
  }

  /** Absolute paths, sorted. */
  get paths(): readonly string[] {
    return Object.keys(this.#files).sort();
  }

  /** The variables that commands see, with those that were set for this command. */
  environment(own: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
    const seen = [...this.exported].flatMap((name): [string, string][] => {
      const value = this.variables.get(name);
      return value === undefined ? [] : [[name, value]];
    });
    return new Map([...seen, ...own]);
  }

  #machine(): Machine {
    // The machine and the shell have one status between them.
    const status = {
      get: () => this.#status,
      set: (value: number) => {
        this.#status = value;
      },
    };
    return {
      variables: this.variables,
      get status() {
        return status.get();
      },
      set status(value) {
        status.set(value);
      },
      ended: () => this.ended,
      run: (invocation) => this.#command(invocation),
      readFile: (path) => this.readFile(path),
      paths: () => this.paths.map(shortPath),
      condition: (words) => condition(this, words),
      writeFile: (path, base64) => this.writeFile(path, base64),
    };
  }

  #command(invocation: Invocation): Run {
    const [name = ''] = invocation.words;
    const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
    if (builtin) return builtin.run(this, invocation);
    const instead = insteadOf(name);
    if (instead !== null) return failing(`rolecall: ${name} is not in this shell: ${instead}`, 127);
    const [close] = nearest(name, Object.keys(BUILTINS));
    return failing(
      `rolecall: ${name}: command not found${close === undefined ? '' : `. Did you mean ${close}?`}`,
      127,
    );
  }
}
