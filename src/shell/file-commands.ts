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
    const [named] = words.slice(1).filter((word) => !word.startsWith('-'));
    const all = [...shell.paths, ...CONFIG_PATHS.filter((path) => shell.readFile(path) !== null)];
    if (named === undefined) {
      const names = new Set(
        all
          .filter((path) => path.startsWith(`${HOME}/`) && !shortPath(path).startsWith('.'))
          .map((path) => shortPath(path).replace(/\/.*$/, '/')),
      );
      return yield* printing([...names].map((name) => `${name}\n`).join(''));
    }
    const wanted = absolute(named);
    if (all.includes(wanted)) return yield* printing(`${named}\n`);
    const below = all.filter((path) => path.startsWith(`${wanted === '/' ? '' : wanted}/`));
    if (below.length === 0) return yield* failing(`ls: cannot access '${named}': ${MISSING}`, 2);
    return yield* printing(below.map((path) => `${path.slice(wanted.length).replace(/^\//, '')}\n`).join(''));
  },
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
