// The rules of the house as one function: the files below src in, sentences about what breaks a rule out.
import { posix } from 'node:path';
import { PACKAGES, ROOMS } from './rooms.ts';
import { readSource } from './source.ts';

/** The text of every file below src, by its path from there with forward slashes. */
export type Tree = Readonly<Record<string, string>>;

interface Room {
  readonly imports: readonly string[];
  readonly world: readonly string[];
}

const rooms = new Map<string, Room>(Object.entries(ROOMS));

const FRONT_DOOR = ['App.svelte', 'app.css', 'index.html', 'main.ts', 'sw.js'];
const NO_NAMES = ['utils', 'util', 'lib', 'common', 'types', 'stores', 'components', 'helpers', 'index'];
/** The only files that run in Node, when the app is built. */
const BUILD = 'app/build/';
const BUILD_PACKAGES = ['node:', 'vite'];

const NODE = ['process', 'Buffer', 'require', '__dirname'];
const WORLD: Readonly<Record<string, readonly string[]>> = {
  clock: ['Date.now', 'new Date', 'performance'],
  random: ['Math.random', 'crypto'],
  browser: [
    ...['window', 'document', 'globalThis', 'self', 'navigator', 'location', 'history', 'fetch', 'Worker'],
    ...['localStorage', 'sessionStorage', 'indexedDB', 'setTimeout', 'setInterval', 'requestAnimationFrame'],
  ],
};

const isTest = (path: string): boolean => /\.test\.ts$/.test(path);
const isCode = (path: string): boolean => /\.(ts|js|svelte)$/.test(path);
/** A path without a folder is the front door, which belongs to the app. */
const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'app');

function nameFaults(tree: Tree): string[] {
  const faults: string[] = [];
  for (const path of Object.keys(tree)) {
    if (!path.includes('/') && !FRONT_DOOR.includes(path)) faults.push(`${path}: belongs in a room`);
    const bad = path
      .split('/')
      .map((part) => part.split('.')[0] ?? '')
      .find((part) => NO_NAMES.includes(part.toLowerCase()) && path !== 'index.html');
    if (bad !== undefined) faults.push(`${path}: "${bad}" says nothing of what is inside`);
    const room = roomOf(path);
    if (!rooms.has(room)) faults.push(`${path}: no room is named ${room} in tests/architecture/rooms.ts`);
  }
  for (const room of rooms.keys()) {
    if (!Object.keys(tree).some((path) => path.startsWith(`${room}/`) && isCode(path) && !isTest(path)))
      faults.push(`${room}: the room is empty`);
  }
  return faults;
}

/** The first line says what the file is: `//`, in a stylesheet a comment, in a component `<!-- … -->` above the script. */
function firstLineFault(path: string, text: string): string[] {
  const opening = /\.(ts|js)$/.test(path)
    ? '// '
    : { svelte: '<!-- ', css: '/* ' }[path.split('.').pop() ?? ''];
  if (opening === undefined || text.startsWith(opening)) return [];
  return [`${path}: the first line is not a comment (${opening}…) that says what the file is`];
}

/** The file that a relative import means, without `?url` and the like. */
const targetOf = (path: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')));

function relativeFault(path: string, target: string, tree: Tree): string[] {
  const from = roomOf(path);
  const to = roomOf(target);
  if (!(target in tree)) return [`${path}: there is no file ${target}; the extension belongs to the name`];
  if (target.startsWith(BUILD) && !path.startsWith(BUILD))
    return [`${path} -> ${target}: ${BUILD} runs in Node and is not part of the app`];
  if (to === from || rooms.get(from)?.imports.includes(to)) return [];
  return [`${path} -> ${target}: ${from} may not import ${to}`];
}

function packageFault(path: string, specifier: string): string[] {
  const owner = Object.keys(PACKAGES).find(
    (name) =>
      specifier === name ||
      specifier.startsWith(`${name}/`) ||
      (name.endsWith(':') && specifier.startsWith(name)),
  );
  const allowed = owner === undefined ? undefined : PACKAGES[owner];
  if (owner === undefined || allowed === undefined)
    return [`${path}: the package ${specifier} is not in tests/architecture/rooms.ts`];
  if (BUILD_PACKAGES.includes(owner) && !path.startsWith(BUILD))
    return [`${path}: only ${BUILD} may import ${specifier}`];
  if (allowed.includes(roomOf(path))) return [];
  return [`${path}: only ${allowed.join(', ')} may import ${specifier}`];
}

function worldFaults(path: string, globals: ReadonlySet<string>): string[] {
  if (path.startsWith(BUILD)) return [];
  const node = NODE.filter((name) => globals.has(name)).map(
    (name) => `${path}: uses ${name}, which is Node's`,
  );
  const mayTouch = rooms.get(roomOf(path))?.world ?? [];
  const touched = Object.entries(WORLD)
    .filter(([part]) => !mayTouch.includes(part))
    .flatMap(([part, names]) => names.filter((name) => globals.has(name)).map((name) => ({ part, name })))
    .map(({ part, name }) => `${path}: uses ${name} (${part}), which ${roomOf(path)} gets from its callers`);
  return [...node, ...touched];
}

/** Circles between files. A component that draws itself again is not one. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const faults: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      faults.push(`circle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) if (target !== path) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return faults;
}

/** Everything in the tree that breaks a rule; tests may import what they like. */
export function faultsOf(tree: Tree): string[] {
  const faults = nameFaults(tree);
  const graph = new Map<string, string[]>();
  for (const [path, text] of Object.entries(tree)) {
    faults.push(...firstLineFault(path, text));
    if (!isCode(path) || isTest(path)) continue;
    const source = readSource(path, text);
    const targets: string[] = [];
    for (const specifier of source.imports) {
      if (specifier.startsWith('.')) {
        const target = targetOf(path, specifier);
        targets.push(target);
        faults.push(...relativeFault(path, target, tree));
      } else {
        faults.push(...packageFault(path, specifier));
      }
    }
    graph.set(path, targets);
    if (source.handsOn) faults.push(`${path}: exports what it imports; import it from where it is written`);
    faults.push(...worldFaults(path, path === 'sw.js' ? new Set() : source.globals));
  }
  return [...faults, ...circles(graph)];
}
