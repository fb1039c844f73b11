// Builtins: the commands that a shell knows.
import { awsCommand } from './aws.ts';
import type { Builtin } from './builtin.ts';
import { failing, out, printing } from './run.ts';
import { sandboxCommand } from './sandbox.ts';
import { base64Command, cutLines, grep, head, tail, tee, tr, wordCount, sortLines } from './text-commands.ts';
import { cat, changeDirectory, copy, list, makeDirectory, move, remove, touch } from './file-commands.ts';
import { zip } from './zip-command.ts';
import { printf, test } from './test-command.ts';
import { streamText } from './stream.ts';
import { whyCommand } from './why.ts';

const exporting: Builtin = {
  help: 'export NAME=VALUE     set a variable that commands see, such as AWS_PROFILE',
  *run(shell, { words }) {
    for (const word of words.slice(1)) {
      const [, name, value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(word) ?? [];
      if (name === undefined) {
        yield* failing(`export: \`${word}': not a valid identifier`, 1);
        return 1;
      }
      if (value !== undefined) shell.variables.set(name, value);
      shell.exported.add(name);
    }
    return 0;
  },
};

/** Of all options, the one that scripts rely on. */
const options: Builtin = {
  help: 'set -e | set +e       end a script at the first command that fails, or go on',
  run: (shell, { words: [, ...words] }) => {
    for (const word of words) if (/^[-+]\w*e/.test(word)) shell.exitOnError = word.startsWith('-');
    return printing('');
  },
};

const exit: Builtin = {
  help: 'exit [STATUS]         end the script',
  run: (shell, { words: [, status = `${shell.status}`] }) => {
    shell.ended = true;
    return printing('', Number.parseInt(status, 10) || 0);
  },
};

/** Asks, or takes the first line of what is piped in. */
const read: Builtin = {
  help: 'read [-p ASK] NAME    ask for a value, and keep it in a variable',
  *run(shell, { words: [, ...words], input }) {
    const at = words.indexOf('-p');
    const asks = at < 0 ? '' : (words[at + 1] ?? '');
    const names = words.filter((word, index) => !word.startsWith('-') && (at < 0 || index !== at + 1));
    const line =
      input === null ? yield { kind: 'ask', prompt: asks } : (streamText(input).split('\n')[0] ?? '');
    const parts = (line ?? '').trim().split(/\s+/);
    for (const [index, name] of (names.length > 0 ? names : ['REPLY']).entries()) {
      const isLast = index >= names.length - 1;
      shell.variables.set(name, isLast ? parts.slice(index).join(' ') : (parts[index] ?? ''));
    }
    return Number(line === undefined);
  },
};

const unset: Builtin = {
  help: 'unset NAME            forget a variable',
  *run(shell, { words }) {
    for (const name of words.slice(1)) {
      shell.variables.delete(name);
      shell.exported.delete(name);
    }
    return yield* printing('');
  },
};

const env: Builtin = {
  help: 'env                   the variables that commands see',
  run: (shell, { environment }) =>
    printing([...shell.environment(environment)].map(([name, value]) => `${name}=${value}\n`).join('')),
};

const echo: Builtin = {
  help: 'echo TEXT             print the text',
  *run(_shell, { words: [, ...words] }) {
    const plain = words[0] === '-n';
    yield out(words.slice(plain ? 1 : 0).join(' ') + (plain ? '' : '\n'));
    return 0;
  },
};

const help: Builtin = {
  help: 'help                  this list',
  run: () =>
    printing(
      `Commands of this shell:\n\n${[...new Set(Object.values(BUILTINS))]
        .map((builtin) => `  ${builtin.help}\n`)
        .sort()
        .join('')}\nThe commands of AWS: aws help, aws iam help, aws iam create-role help.\n`,
    ),
};

const clear: Builtin = {
  help: 'clear                 empty the screen',
  *run() {
    yield { kind: 'clear' };
    return 0;
  },
};

const history: Builtin = {
  help: 'history [-c]          the lines that were typed, after a reload without their secrets; -c forgets them',
  *run(shell, { words }) {
    if (words[1] === '-c') {
      shell.forget();
      return 0;
    }
    const lines = shell.history;
    return yield* printing(lines.map((line, at) => `${`${at + 1}`.padStart(5)}  ${line}\n`).join(''));
  },
};

/** There is no pager: what is printed can be scrolled. */
const pager: Builtin = { help: 'less, more            print all of it: the screen scrolls', run: cat.run };

const silent = (help: string, status: number): Builtin => ({ help, run: () => printing('', status) });

const date: Builtin = {
  help: 'date                  the time of the simulated AWS',
  run: (shell) => printing(`${shell.around.now()}\n`),
};

export const BUILTINS: Readonly<Record<string, Builtin>> = {
  aws: awsCommand,
  sandbox: sandboxCommand,
  why: whyCommand,
  help,
  clear,
  history,
  echo,
  export: exporting,
  unset,
  env,
  date,
  cat,
  ls: list,
  cp: copy,
  mv: move,
  printf,
  test,
  '[': test,
  rm: remove,
  touch,
  mkdir: makeDirectory,
  cd: changeDirectory,
  zip,
  read,
  less: pager,
  more: pager,
  base64: base64Command,
  cut: cutLines,
  grep,
  head,
  sort: sortLines,
  tail,
  tee,
  tr,
  wc: wordCount,
  pwd: {
    help: 'pwd                   the directory, which is always the same',
    run: (shell) => printing(`${shell.variables.get('HOME') ?? '/'}\n`),
  },
  true: silent('true                  succeed', 0),
  false: silent('false                 fail', 1),
  ':': silent(':                     succeed', 0),
  set: options,
  exit,
  sleep: silent('sleep SECONDS         goes on at once; sandbox clock moves the time', 0),
};
