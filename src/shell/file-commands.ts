// File commands: looking at the files of a shell, and moving them about.
import type { Builtin } from './builtin.ts';
import { CONFIG_PATHS } from './config-files.ts';
import { absolute, HOME, shortPath } from './files.ts';
import { failing, out, printing, problem } from './run.ts';
import { streamChunk } from './stream.ts';

const MISSING = 'No such file or directory';

export const cat: Builtin = {
  help: 'cat FILE              print a file; cat > FILE << EOF writes one',
  *run(shell, { words: [, ...paths], input }) {
    if (paths.length === 0) {
      if (input !== null) yield streamChunk(input);
      return 0;
    }
    let status = 0;
    for (const path of paths) {
      const held = path === '-' ? input : shell.readFile(path);
      if (held === null) {
        yield problem(`cat: ${path}: ${MISSING}\n`);
        status = 1;
      } else yield streamChunk(held);
    }
    return status;
  },
};

export const list: Builtin = {
  help: 'ls                    the files there are',
  *run(shell, { words }) {
    const all = [...shell.paths, ...CONFIG_PATHS.filter((path) => shell.readFile(path) !== null)];
    const named = words.slice(1).filter((word) => !word.startsWith('-'));
    if (named.length === 0) {
      const names = new Set(
        all
          .filter((path) => path.startsWith(`${HOME}/`) && !shortPath(path).startsWith('.'))
          .map((path) => shortPath(path).replace(/\/.*$/, '/')),
      );
      return yield* printing([...names].map((name) => `${name}\n`).join(''));
    }
    let status = 0;
    for (const name of named) {
      const found = listed(all, name);
      if (found === null) {
        yield problem(`ls: cannot access '${name}': ${MISSING}\n`);
        status = 2;
      } else yield out(found.map((one) => `${one}\n`).join(''));
    }
    return status;
  },
};

/** A file, or what is below a directory; null where there is neither. */
function listed(all: readonly string[], name: string): readonly string[] | null {
  const wanted = absolute(name);
  if (all.includes(wanted)) return [name];
  const below = all.filter((path) => path.startsWith(`${wanted === '/' ? '' : wanted}/`));
  if (below.length === 0) return wanted === HOME ? [] : null;
  return below.map((path) => path.slice(wanted.length).replace(/^\//, ''));
}

export const touch: Builtin = {
  help: 'touch FILE            make an empty file',
  *run(shell, { words: [, ...paths] }) {
    for (const path of paths.filter((word) => !word.startsWith('-'))) {
      if (shell.readFile(path) !== null) continue;
      const refused = shell.writeFile(path, '');
      if (refused !== null) return yield* failing(`touch: ${path}: ${refused}`, 1);
    }
    return 0;
  },
};

/** Scripts begin with it: it does no harm, and is not needed. */
export const makeDirectory: Builtin = {
  help: 'mkdir DIRECTORY       not needed: a directory is there with its first file',
  *run(_shell, { words: [, ...words] }) {
    if (!words.includes('-p'))
      yield problem(
        `mkdir: not needed here: ${words.at(-1) ?? 'a directory'} is there as soon as a file is written below it\n`,
      );
    return 0;
  },
};

export const changeDirectory: Builtin = {
  help: 'cd                    not needed: this shell stays where it is',
  run: (_shell, { words: [, to = '~'] }) =>
    absolute(to === '~' ? '.' : to) === HOME || to === '-'
      ? printing('')
      : failing(
          `cd: this shell stays in ${HOME}: name files by their path, such as ${to.replace(/\/$/, '')}/policy.json`,
          1,
        ),
};

/** Where something goes: into a directory, or under a name of its own. */
const target = (from: string, to: string): string =>
  to.endsWith('/') || to === '.' ? `${to}/${from.slice(from.lastIndexOf('/') + 1)}` : to;

const moving = (name: 'cp' | 'mv', help: string): Builtin => ({
  help,
  *run(shell, { words }) {
    const [from, to] = words.slice(1).filter((word) => !word.startsWith('-'));
    if (from === undefined || to === undefined) return yield* failing(`${name}: missing file operand`, 1);
    const held = shell.readFile(from);
    if (held === null) return yield* failing(`${name}: cannot stat '${from}': ${MISSING}`, 1);
    const refused = shell.writeFile(target(from, to), held);
    if (refused !== null) return yield* failing(`${name}: cannot create '${to}': ${refused}`, 1);
    if (name === 'mv' && absolute(target(from, to)) !== absolute(from)) shell.deleteFile(from);
    return 0;
  },
});

export const copy = moving('cp', 'cp FROM TO            copy a file');
export const move = moving('mv', 'mv FROM TO            rename a file');

export const remove: Builtin = {
  help: 'rm FILE               delete a file',
  *run(shell, { words }) {
    let status = 0;
    const quiet = words.includes('-f');
    for (const path of words.slice(1).filter((word) => !word.startsWith('-'))) {
      if (shell.readFile(path) === null) {
        if (quiet) continue;
        yield problem(`rm: cannot remove '${path}': ${MISSING}\n`);
        status = 1;
      } else shell.deleteFile(path);
    }
    yield out('');
    return status;
  },
};
