// Completion: what a Tab can put at the end of a line.
import { completeAws } from './complete-aws.ts';
import { settingValues } from './complete-values.ts';
import { BUILTINS } from './builtins.ts';
import { shortPath } from './files.ts';
import type { Host } from './host.ts';

export interface Completion {
  /** Where the word begins that is completed, in the line. */
  readonly from: number;
  /** Whole words in place of it, sorted. */
  readonly words: readonly string[];
}

/** @param line What stands before the cursor. */
export function complete(line: string, shell: Host): Completion {
  const { before, word, from } = lastWord(line);
  const all = [...new Set(candidates(before, word, shell))].filter((candidate) => candidate !== word).sort();
  const beginning = all.filter((candidate) => candidate.startsWith(word));
  // Of an ARN, the name at its end is what one has in mind.
  return { from, words: beginning.length > 0 ? beginning : all.filter((arn) => endsAs(arn, word)) };
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
  // Variables set for one command stand before it.
  const own = before.slice(before.findIndex((one) => !/^\w+=/.test(one)));
  const [command, ...rest] = before.every((one) => /^\w+=/.test(one)) ? [] : own;
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
