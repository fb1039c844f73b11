// Completion: what a Tab can put at the end of a line.
import { completeAws, ownOptions, type OwnOptions } from './complete-aws.ts';
import { settingValues } from './complete-values.ts';
import { BUILTINS } from './builtins.ts';
import { shortPath } from './files.ts';
import type { Host } from './host.ts';

export interface Completion {
  /** Where the word begins that is completed, in the line. */
  readonly from: number;
  /** Whole words in place of it, sorted; options of the command come before those of every command. */
  readonly words: readonly string[];
  /** Those of them that have to be given, and come first of all. */
  readonly required: readonly string[];
}

/** @param line What stands before the cursor. */
export function complete(line: string, shell: Host): Completion {
  const { before, word, from } = lastWord(line);
  const { own, required } = optionsFirst(before, word);
  const rank = (one: string): number => (required.includes(one) ? 0 : own.includes(one) ? 1 : 2);
  const all = [...new Set(candidates(before, word, shell))]
    .filter((candidate) => candidate !== word)
    .sort()
    .sort((a, b) => rank(a) - rank(b));
  const beginning = all.filter((candidate) => candidate.startsWith(word));
  // Of an ARN, the name at its end is what one has in mind.
  const words = beginning.length > 0 ? beginning : all.filter((arn) => endsAs(arn, word));
  return { from, words, required: words.filter((one) => required.includes(one)) };
}

/** The command of a line, without the variables that are set for it. */
const commandIn = (before: readonly string[]): readonly string[] =>
  before.every((one) => /^\w+=/.test(one)) ? [] : before.slice(before.findIndex((one) => !/^\w+=/.test(one)));

function optionsFirst(before: readonly string[], word: string): OwnOptions {
  const [command, ...rest] = commandIn(before);
  return command === 'aws' && word.startsWith('-') ? ownOptions(rest) : { own: [], required: [] };
}

const endsAs = (arn: string, word: string): boolean =>
  word !== '' && /^arn:/.test(arn) && (/[^/:]*$/.exec(arn)?.[0] ?? '').startsWith(word);

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
  const [command, ...rest] = commandIn(before);
  const variable = /^\$(\w*)$/.test(word);
  if (variable) return [...shell.variables.keys()].map((name) => `$${name}`);
  const setting = settingValues(word, shell);
  if (setting && (command === undefined || command === 'export')) return setting;
  if (command === undefined) return Object.keys(BUILTINS);
  switch (command) {
    case 'aws':
      return completeAws(rest, word, shell);
    case 'sandbox':
      return sandboxWords(rest);
    case 'why':
      return rest.length === 0 ? ['--text'] : [];
    case 'history':
      return rest.length === 0 ? ['-c'] : [];
    case 'set':
      return ['-e', '+e'];
    case 'export':
      return SETTINGS.map((name) => `${name}=`);
    case 'unset':
      return [...shell.exported];
    case 'help':
    case 'clear':
    case 'env':
    case 'date':
    case 'pwd':
      return [];
    default:
      return shell.paths.map(shortPath);
  }
}

function sandboxWords(rest: readonly string[]): readonly string[] {
  if (rest.length === 0) return ['clock', 'undo', 'redo', 'code', 'whoami'];
  return rest[0] === 'clock' && rest.length === 1 ? ['+15m', '+1h', '+1d', '+90d'] : [];
}

const SETTINGS = [
  'AWS_PROFILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
  'AWS_DEFAULT_OUTPUT',
];
