// Interpreter: a script as a tree, run statement by statement.
import type {
  AndOr,
  Assignment,
  Command,
  CompoundList,
  For,
  If,
  ParsedScript,
  Pipeline,
  Redirection,
  Statement,
  Word,
} from 'unbash';
import type { Invocation } from './builtin.ts';
import { holds } from './double-brackets.ts';
import { expandParts, expandPattern, expandWord, expandWords, type Values } from './expand.ts';
import { arithmetic } from './arithmetic.ts';
import { NotSimulated } from './not-simulated.ts';
import { problem, type Ask, type Chunk, type Run } from './run.ts';
import { joined, streamOf, streamText, textStream } from './stream.ts';

export interface Machine {
  readonly variables: { get(name: string): string | undefined; set(name: string, value: string): void };
  /** `$?` */
  status: number;
  /** `exit` was called. */
  readonly ended: () => boolean;
  readonly run: (invocation: Invocation) => Run;
  readonly readFile: (path: string) => string | null;
  /** From where one is. */
  readonly paths: () => readonly string[];
  /** `test`; null for what it does not know. */
  readonly condition: (words: readonly string[]) => boolean | null;
  /** The error is a sentence such as a shell has it. */
  readonly writeFile: (path: string, base64: string) => string | null;
}

/** More turns of a loop than this are a mistake. */
const MOST_TURNS = 10_000;

export function* runScript(script: ParsedScript, machine: Machine): Run {
  return yield* runList(script.commands, machine);
}

function* runList(statements: readonly Statement[], machine: Machine): Run {
  for (const statement of statements) {
    if (machine.ended()) break;
    yield* runStatement(statement, machine);
  }
  return machine.status;
}

export function* runStatement({ command, background }: Statement, machine: Machine): Run {
  if (background)
    yield problem('Commands in the background (&) are not simulated; this one runs as any other.\n');
  machine.status = yield* guarded(runNode(command, machine, null));
  return machine.status;
}

/** What cannot be simulated ends the command, not the shell. */
function* guarded(run: Run): Run {
  try {
    return yield* run;
  } catch (fault) {
    if (!(fault instanceof NotSimulated)) throw fault;
    yield problem(`rolecall: ${fault.message}\n`);
    return 1;
  }
}

type Node = Statement['command'];

/** Where the here documents of a command end, which lie behind it; null for one that is still open. */
function hereDocEnds(node: Node): readonly (number | null)[] {
  switch (node.type) {
    case 'Command':
      return node.redirects.flatMap((one) => (one.type === 'HereDoc' ? [one.closing?.end ?? null] : []));
    case 'AndOr':
    case 'Pipeline':
      return node.commands.flatMap(hereDocEnds);
    default:
      return [];
  }
}

/** Whether the last command waits for the rest of a here document. */
export const hasOpenHereDoc = (statements: readonly Statement[]): boolean =>
  statements.some(({ command }) => hereDocEnds(command).includes(null));

/** Where a statement ends, the here documents that belong to it included. */
export const endOf = ({ command, end }: Statement): number =>
  Math.max(end, ...hereDocEnds(command).map((one) => one ?? end));

/** @param input What is piped in, as base64. */
function* runNode(node: Node, machine: Machine, input: string | null): Run {
  switch (node.type) {
    case 'Command':
      return yield* guarded(runCommand(node, machine, input));
    case 'AndOr':
      return yield* runAndOr(node, machine);
    case 'Pipeline':
      return yield* runPipeline(node, machine);
    case 'For':
      return yield* runFor(node, machine);
    case 'If':
      return yield* runIf(node, machine);
    case 'BraceGroup':
    case 'Subshell':
      return yield* runBody(node.body, machine);
    case 'TestCommand':
      return Number(!(yield* holds(node.expression, testedIn(machine))));
    case 'ArithmeticCommand': {
      const values = valuesOf(machine);
      const operands = { ...values, expanded: (word: Word) => expandWord(word, values) };
      return Number(!node.expression || (yield* arithmetic(node.expression, operands)) === 0);
    }
    default:
      yield problem(`rolecall: ${INSTEAD[node.type] ?? `${node.type} is not simulated in this shell`}\n`);
      return 2;
  }
}

/** What is not simulated, and what to write instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  While:
    'a while loop is not simulated in this shell: nothing changes while a command waits. To go through a list, write for name in one two; do …; done',
  Case: 'case is not simulated in this shell: write if [ "$name" = one ]; then …; elif …; fi',
  Function:
    'functions are not simulated in this shell: a script that is pasted, or opened with Run a script, can be run again',
  ArithmeticFor:
    'a for loop that counts is not simulated in this shell: write for number in 1 2 3; do …; done',
  Select: 'select is not simulated in this shell: write for name in one two; do …; done',
  Coproc: 'coproc is not simulated in this shell: each command ends before the next one begins',
  Redirected:
    'the redirection of a whole block is not simulated in this shell: redirect the commands in it, with >> for all but the first',
};

const testedIn = (machine: Machine) => {
  const values = valuesOf(machine);
  return {
    expanded: (word: Word) => expandWord(word, values),
    pattern: (word: Word) => expandPattern(word, values),
    condition: (words: readonly string[]) => machine.condition(words),
  };
};

function* runBody(body: CompoundList, machine: Machine): Run {
  machine.status = 0;
  return yield* runList(body.commands, machine);
}

function* runAndOr({ commands, operators }: AndOr, machine: Machine): Run {
  let status = 0;
  for (const [at, command] of commands.entries()) {
    const operator = at === 0 ? null : operators[at - 1];
    if (machine.ended()) break;
    if ((operator === '&&' && status !== 0) || (operator === '||' && status === 0)) continue;
    status = yield* runNode(command, machine, null);
    machine.status = status;
  }
  return status;
}

function* runPipeline({ commands, prefixes }: Pipeline, machine: Machine): Run {
  let input: string | null = null;
  let status = 0;
  for (const [at, command] of commands.entries()) {
    if (at === commands.length - 1) status = yield* runNode(command, machine, input);
    else input = (yield* captured(runNode(command, machine, input))).stream;
  }
  return prefixes.some(({ type }) => type === 'Negation') ? Number(status === 0) : status;
}

/** Runs, keeps the standard output, and lets everything else through. */
export function* captured(
  run: Run,
): Generator<Chunk | Ask, { readonly stream: string; readonly status: number }, string | undefined> {
  const kept: Chunk[] = [];
  let step = run.next();
  while (!step.done) {
    const chunk = step.value;
    if (chunk.kind === 'out' || chunk.kind === 'bytes') {
      kept.push(chunk);
      step = run.next();
    } else step = run.next(yield chunk);
  }
  return { stream: streamOf(kept), status: step.value };
}

function* runFor({ name, wordlist, body }: For, machine: Machine): Run {
  const words = yield* expandWords(wordlist ?? [], valuesOf(machine));
  if (words.length > MOST_TURNS) throw new NotSimulated('a loop of so many turns is not simulated');
  machine.status = 0;
  for (const word of words) {
    if (machine.ended()) break;
    machine.variables.set(name.value, word);
    yield { kind: 'turn' };
    yield* runList(body.commands, machine);
  }
  return machine.status;
}

function* runIf({ clause, then, elif, else: otherwise }: If, machine: Machine): Run {
  for (const branch of [{ clause, then }, ...elif]) {
    yield* runBody(branch.clause, machine);
    if (machine.status === 0) return yield* runBody(branch.then, machine);
  }
  machine.status = 0;
  return otherwise ? yield* runBody(otherwise, machine) : 0;
}

function* runCommand(command: Command, machine: Machine, piped: string | null): Run {
  const values = valuesOf(machine);
  const assignments = command.prefix.filter((part): part is Assignment => part.type === 'Assignment');
  const given = new Map<string, string>();
  const environment = new Map<string, string>();
  const words = command.name
    ? yield* expandWords([command.name, ...command.args.map((argument) => asWord(argument))], values)
    : [];
  let substituted = 0;
  for (const { name, value, append, index } of assignments) {
    if (value.type === 'ArrayValue' || index)
      throw new NotSimulated(
        `${name}: arrays are not simulated: a list is a text with blanks in it, and for goes through it`,
      );
    machine.status = 0;
    const text = (append ? (machine.variables.get(name) ?? '') : '') + (yield* expandWord(value, values));
    substituted = machine.status;
    given.set(name, text);
  }
  const redirected = yield* redirections(command.redirects, values, machine);
  if (redirected.failed !== null) {
    yield problem(`rolecall: ${redirected.failed}\n`);
    return 1;
  }
  if (words.length === 0) {
    for (const [name, text] of given) machine.variables.set(name, text);
    return substituted;
  }
  for (const [name, text] of given) environment.set(name, text);
  const run = machine.run({ words, environment, input: redirected.input ?? piped });
  return yield* redirected.targets.length === 0 ? run : sentTo(redirected.targets, run, machine);
}

/** `export A=b` and the like come as assignments among the arguments. */
function asWord(argument: Command['args'][number]): Word {
  if (argument.type === 'Word') return argument;
  const { value, name, append, text, pos, end } = argument;
  if (value.type === 'ArrayValue')
    throw new NotSimulated(
      `${name}: arrays are not simulated: a list is a text with blanks in it, and for goes through it`,
    );
  const sign = `${name}${append ? '+' : ''}=`;
  const literal = { type: 'Literal', pos, end: pos + sign.length, value: sign, text: sign } as const;
  const quoted = {
    type: 'Literal',
    pos: value.pos,
    end: value.end,
    value: value.value,
    text: value.text,
  } as const;
  return {
    type: 'Word',
    text,
    value: sign + value.value,
    pos,
    end,
    parts: [literal, ...(value.parts ?? [quoted])],
  };
}

interface Target {
  readonly stream: 'out' | 'err' | 'both';
  /** Null: away with it. */
  readonly path: string | null;
  readonly append: boolean;
}

interface Redirected {
  readonly input: string | null;
  readonly targets: readonly Target[];
  readonly failed: string | null;
}

function* redirections(
  all: readonly Redirection[],
  values: Values,
  machine: Machine,
): Generator<Chunk | Ask, Redirected, string | undefined> {
  let input: string | null = null;
  const targets: Target[] = [];
  for (const one of all) {
    if (one.type === 'HereDoc') {
      input = textStream(one.body.parts ? yield* expandParts(one.body.parts, values) : one.body.text);
      continue;
    }
    const word = one.target ? yield* expandWord(one.target, values) : '';
    if (one.type === 'HereString') {
      input = textStream(`${word}\n`);
      continue;
    }
    const number = one.descriptor?.type === 'FileDescriptor' ? one.descriptor.value : null;
    switch (one.operator) {
      case '<':
        input = machine.readFile(word);
        if (input === null) return { input, targets, failed: `${word}: No such file or directory` };
        break;
      case '>':
      case '>|':
      case '>>':
      case '&>':
      case '&>>':
        targets.push({
          stream: one.operator.startsWith('&') ? 'both' : number === 2 ? 'err' : 'out',
          path: word === '/dev/null' ? null : word,
          append: one.operator.endsWith('>>'),
        });
        break;
      case '>&':
        if (word === '1' && number === 2) {
          const last = targets.findLast(({ stream }) => stream === 'out');
          if (last) targets.push({ ...last, stream: 'both' });
          break;
        }
        if (word === '2' && number !== 2) break;
        throw new NotSimulated(`the redirection ${one.operator}${word} is not simulated`);
      default:
        throw new NotSimulated(`the redirection ${one.operator} is not simulated`);
    }
  }
  return { input, targets, failed: null };
}

/** What goes to files instead of the screen. */
function* sentTo(targets: readonly Target[], run: Run, machine: Machine): Run {
  const to = (stream: 'out' | 'err'): Target | null =>
    targets.findLast((target) => target.stream === stream || target.stream === 'both') ?? null;
  const [outTarget, errTarget] = [to('out'), to('err')];
  const written = new Map<string, { append: boolean; parts: string[] }>();
  const note = (target: Target, base64: string): void => {
    if (target.path === null) return;
    const file = written.get(target.path) ?? { append: target.append, parts: [] };
    file.parts.push(base64);
    written.set(target.path, file);
  };
  for (const target of [outTarget, errTarget]) if (target) note(target, '');
  let step = run.next();
  while (!step.done) {
    const chunk = step.value;
    if (outTarget && (chunk.kind === 'out' || chunk.kind === 'bytes')) {
      note(outTarget, streamOf([chunk]));
      step = run.next();
    } else if (errTarget && chunk.kind === 'err') {
      note(errTarget, textStream(chunk.text));
      step = run.next();
    } else step = run.next(yield chunk);
  }
  for (const [path, { append, parts }] of written) {
    const before = append ? (machine.readFile(path) ?? '') : '';
    const refused = machine.writeFile(path, joined([before, ...parts].filter((part) => part !== '')));
    if (refused !== null) {
      yield problem(`rolecall: ${path}: ${refused}\n`);
      return 1;
    }
  }
  return step.value;
}

/** What words expand to in this machine. */
export const valuesOf = (machine: Machine): Values => ({
  variable: (name) => (name === '?' ? `${machine.status}` : machine.variables.get(name)),
  assign: (name, value) => machine.variables.set(name, value),
  paths: () => machine.paths(),
  *substitute(script) {
    const { stream, status } = yield* captured(runScript(script, machine));
    machine.status = status;
    return streamText(stream).replace(/\n+$/, '');
  },
});
