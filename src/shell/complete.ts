// Completion: what a Tab can put at the end of a line.
import { commandNames, findCommand, serviceNames, type Argument } from '../api/command-line/arguments.ts';
import { GLOBAL_OPTIONS } from '../api/command-line/globals.ts';
import { paginatorOf } from '../api/command-line/output/paginators.ts';
import { HIGH_LEVEL } from '../api/command-line/intent.ts';
import { listShape } from '../api/command-line/value.ts';
import { REGIONS } from '../aws/regions.ts';
import { BUILTINS } from './builtins.ts';
import { shortPath } from './files.ts';
import { namesFor } from './names.ts';
import type { Host } from './host.ts';

export interface Completion {
  /** Where the word begins that is completed, in the line. */
  readonly from: number;
  /** Whole words in place of it, sorted. */
  readonly words: readonly string[];
}

/** As many as can be looked through. */
const MOST = 200;

/** @param line What stands before the cursor. */
export function complete(line: string, shell: Host): Completion {
  const { before, word, from } = lastWord(line);
  const words = [...new Set(candidates(before, word, shell))]
    .filter((candidate) => candidate.startsWith(word) && candidate !== word)
    .sort()
    .slice(0, MOST);
  return { from, words };
}

interface LastWord {
  readonly before: readonly string[];
  readonly word: string;
  readonly from: number;
}

/** The words of the last command of a line. Quotes keep words together; nothing is expanded. */
function lastWord(line: string): LastWord {
  let words: { text: string; from: number }[] = [];
  let open: { text: string; from: number } | null = null;
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
      else if (open) open.text += sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      open ??= { text: '', from: at };
    } else if (/[\s;|&(]/.test(sign)) {
      if (open) words.push(open);
      open = null;
      if (!/\s/.test(sign)) words = [];
    } else {
      open ??= { text: '', from: at };
      open.text += sign;
    }
  }
  return { before: words.map(({ text }) => text), word: open?.text ?? '', from: open?.from ?? line.length };
}

function candidates(before: readonly string[], word: string, shell: Host): readonly string[] {
  // Variables set for one command stand before it.
  const own = before.slice(before.findIndex((one) => !/^\w+=/.test(one)));
  const [command, ...rest] = before.every((one) => /^\w+=/.test(one)) ? [] : own;
  if (command === undefined) return Object.keys(BUILTINS);
  switch (command) {
    case 'aws':
      return awsCandidates(rest, word, shell);
    case 'sandbox':
      return rest.length === 0
        ? ['clock', 'undo', 'redo', 'code', 'whoami']
        : rest[0] === 'clock'
          ? ['+15m', '+1h', '+1d', '+90d']
          : [];
    case 'why':
      return ['--text'];
    case 'export':
    case 'unset':
      return [
        'AWS_PROFILE=',
        'AWS_ACCESS_KEY_ID=',
        'AWS_SECRET_ACCESS_KEY=',
        'AWS_SESSION_TOKEN=',
        'AWS_REGION=',
        'AWS_DEFAULT_OUTPUT=',
      ];
    default:
      return shell.paths.map(shortPath);
  }
}

const globalOptions = (): string[] => Object.keys(GLOBAL_OPTIONS).map((name) => `--${name}`);

function awsCandidates(words: readonly string[], word: string, shell: Host): readonly string[] {
  const value = globalValue(words, word, shell);
  if (value) return value;
  const plain = withoutGlobals(words);
  const [service, name, ...rest] = plain;
  if (word.startsWith('-') && name === undefined) return globalOptions();
  if (service === undefined) return [...serviceNames(), ...HIGH_LEVEL, 'help'];
  if (service === 's3') return s3Candidates(name, word, shell);
  if (service === 'configure') return ['list', 'list-profiles', 'get', 'set'];
  if (name === undefined) return [...commandNames(service), 'help'];
  const command = findCommand(service, name);
  if (!command) return [];
  if (word.startsWith('-')) {
    const given = new Set(rest);
    const own = command.arguments.filter(({ positional }) => !positional).flatMap(optionNames);
    const paging = paginatorOf(command.operation) ? ['--max-items', '--page-size', '--starting-token'] : [];
    return [
      ...own,
      ...paging,
      '--cli-input-json',
      '--cli-input-yaml',
      '--generate-cli-skeleton',
      ...globalOptions(),
    ].filter((option) => !given.has(option));
  }
  const option = rest.findLast((one) => one.startsWith('--'))?.slice(2);
  const argument = command.arguments.find((one) => one.name === option);
  return argument ? valueCandidates(argument, word, service, shell) : rest.length === 0 ? ['help'] : [];
}

const optionNames = ({ name, shape }: Argument): string[] =>
  shape.type === 'boolean' ? [`--${name}`, `--no-${name}`] : [`--${name}`];

function globalValue(words: readonly string[], word: string, shell: Host): readonly string[] | null {
  const last = words.at(-1);
  const option = last?.startsWith('--') ? GLOBAL_OPTIONS[last.slice(2)] : undefined;
  if (!option?.value || word.startsWith('--')) return null;
  if (option.choices) return option.choices;
  if (last === '--profile') return shell.around.profiles().map(({ name }) => name);
  if (last === '--region') return REGIONS;
  return [];
}

function withoutGlobals(words: readonly string[]): readonly string[] {
  const plain: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const option = word.startsWith('--') ? GLOBAL_OPTIONS[word.slice(2)] : undefined;
    if (!option) plain.push(word);
    else if (option.value) at++;
  }
  return plain;
}

function valueCandidates(argument: Argument, word: string, service: string, shell: Host): readonly string[] {
  const { shape, parameter } = argument;
  const list = listShape(shape);
  const of = list ? list.of : shape;
  if (of.type === 'text' && of.oneOf) return of.oneOf;
  if (/^fileb?:\/\//.test(word)) {
    const scheme = word.slice(0, word.indexOf('//') + 2);
    return shell.paths.map((path) => scheme + shortPath(path));
  }
  const caller = shell.around.caller();
  const names = caller ? namesFor(shell.around.world(), caller.account, service, parameter) : [];
  const takesFile = of.type === 'text' && of.file !== undefined && of.file !== 'body';
  if (of.type === 'text' && of.file === 'body') return shell.paths.map(shortPath);
  return takesFile ? [...names, ...shell.paths.map((path) => `file://${shortPath(path)}`)] : names;
}

function s3Candidates(name: string | undefined, word: string, shell: Host): readonly string[] {
  if (name === undefined) return ['ls', 'cp', 'mv', 'rm', 'mb', 'rb', 'help'];
  if (word.startsWith('-'))
    return ['--recursive', '--quiet', '--dryrun', '--acl', '--sse', ...globalOptions()];
  const caller = shell.around.caller();
  if (!caller) return [];
  const world = shell.around.world();
  const buckets = namesFor(world, caller.account, 's3api', 'Bucket').map((bucket) => `s3://${bucket}/`);
  return name === 'ls' || name === 'rm' || name === 'mb' || name === 'rb'
    ? buckets
    : [...buckets, ...shell.paths.map(shortPath)];
}
