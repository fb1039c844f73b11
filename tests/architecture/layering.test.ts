// Tests that the code follows the plan of the house, and that a tree which does not is found out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { faultsOf, type Tree } from './faults.ts';
import { PACKAGES, ROOMS } from './rooms.ts';

// Every file is read: a busy machine takes long.
vi.setConfig({ testTimeout: 30_000 });

const ROOT = join(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

const TOP_LEVEL =
  /^(?:src|static|tests|package\.json|package-lock\.json|svelte\.config\.js|vite\.config\.ts|tsconfig\.json|README\.md|LICENSE|node_modules|dist|\..+)$/;

function treeOf(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

describe('the house', () => {
  test('follows its plan in every file', () => {
    expect(faultsOf(treeOf(SRC))).toEqual([]);
  });

  test('has fourteen rooms, and none may import one that stands above it', () => {
    const names: string[] = Object.keys(ROOMS);
    expect(names).toHaveLength(14);
    for (const [name, { imports }] of Object.entries(ROOMS)) {
      for (const below of imports)
        expect(names.indexOf(below), `${name} -> ${below}`).toBeLessThan(names.indexOf(name));
    }
  });

  test('lists no package that is not installed', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const installed = Object.keys({ ...dependencies, ...devDependencies });
    const unknown = Object.keys(PACKAGES).filter(
      (name) =>
        !name.includes(':') &&
        !installed.some(
          (known) => known === name || known === `@types/${name}` || known.startsWith(`${name}/`),
        ),
    );
    expect(unknown).toEqual([]);
  });

  test('keeps only the agreed names at the top of the repository', () => {
    expect(readdirSync(ROOT).filter((name) => !TOP_LEVEL.test(name))).toEqual([]);
  });
});

/** A house in which every room holds one small file that breaks no rule. */
const SOUND: Tree = Object.fromEntries(
  Object.keys(ROOMS).map((room) => [`${room}/thing.ts`, '// A thing.\n']),
);

const LINE = '// A thing.\n';

describe('the checker', () => {
  test('finds nothing in a sound house', () => {
    expect(faultsOf(SOUND)).toEqual([]);
  });

  test.each<[string, Tree, string]>([
    [
      'an import of a room above',
      { 'policy/a.ts': `${LINE}import { thing } from '../account/thing.ts';` },
      'policy/a.ts -> account/thing.ts: policy may not import account',
    ],
    [
      'an import of a type from a room above',
      { 'policy/a.ts': `${LINE}import type { Thing } from '../account/thing.ts';` },
      'policy/a.ts -> account/thing.ts: policy may not import account',
    ],
    [
      'a type named by import()',
      { 'aws/a.ts': `${LINE}export type A = import('../ui/thing.ts').Thing;` },
      'aws/a.ts -> ui/thing.ts: aws may not import ui',
    ],
    [
      'a lazy import of a room above',
      {
        'ui/a.svelte': `<!-- A. -->\n<script lang="ts">\nconst a = import('../storage/thing.ts');\n</script>`,
      },
      'ui/a.svelte -> storage/thing.ts: ui may not import storage',
    ],
    [
      'a worker from a room above, asked for by its address',
      { 'graph/a.ts': `${LINE}import address from '../ui/thing.ts?worker&url';` },
      'graph/a.ts -> ui/thing.ts: graph may not import ui',
    ],
    [
      'an import without its extension',
      { 'policy/a.ts': `${LINE}import { thing } from '../aws/thing';` },
      'policy/a.ts: there is no file aws/thing; the extension belongs to the name',
    ],
    [
      'a circle of types',
      {
        'aws/a.ts': `${LINE}import type { B } from './b.ts';`,
        'aws/b.ts': `${LINE}import type { A } from './a.ts';`,
      },
      'circle: aws/a.ts -> aws/b.ts -> aws/a.ts',
    ],
    [
      'a package in a room that may not have it',
      { 'policy/a.ts': `${LINE}import Dexie from 'dexie';` },
      'policy/a.ts: only storage may import dexie',
    ],
    [
      'a package that is not listed',
      { 'ui/a.ts': `${LINE}import _ from 'lodash';` },
      'ui/a.ts: the package lodash is not in tests/architecture/rooms.ts',
    ],
    [
      'a package whose name only starts like a listed one',
      { 'ui/a.ts': `${LINE}import s from 'svelte-extras';` },
      'ui/a.ts: the package svelte-extras is not in tests/architecture/rooms.ts',
    ],
    [
      'a module of Node in the app',
      { 'app/a.ts': `${LINE}import { join } from 'node:path';` },
      'app/a.ts: only app/build/ may import node:path',
    ],
    [
      'the build as part of the app',
      { 'app/a.ts': `${LINE}import { pack } from './build/b.ts';`, 'app/build/b.ts': LINE },
      'app/a.ts -> app/build/b.ts: app/build/ runs in Node and is not part of the app',
    ],
    [
      'a global of Node in the app',
      { 'app/a.ts': `${LINE}export const mode = process.env.MODE;` },
      "app/a.ts: uses process, which is Node's",
    ],
    [
      'the clock',
      { 'session/a.ts': `${LINE}export const now = () => Date.now();` },
      'session/a.ts: uses Date.now (clock), which session gets from its callers',
    ],
    [
      'the clock in markup',
      { 'ui/a.svelte': '<!-- A. -->\n<p>{new Date()}</p>' },
      'ui/a.svelte: uses new Date (clock), which ui gets from its callers',
    ],
    [
      'chance',
      { 'ui/a.ts': `${LINE}export const id = crypto.randomUUID();` },
      'ui/a.ts: uses crypto (random), which ui gets from its callers',
    ],
    [
      'the page in a pure room',
      { 'graph/a.ts': `${LINE}export const width = document.body.clientWidth;` },
      'graph/a.ts: uses document (browser), which graph gets from its callers',
    ],
    [
      'a timer in a pure room',
      { 'session/a.ts': `${LINE}setTimeout(() => {}, 1);` },
      'session/a.ts: uses setTimeout (browser), which session gets from its callers',
    ],
    [
      'a barrel',
      { 'aws/a.ts': `${LINE}export { thing } from './thing.ts';` },
      'aws/a.ts: exports what it imports; import it from where it is written',
    ],
    [
      'a barrel in two steps',
      { 'aws/a.ts': `${LINE}import { thing } from './thing.ts';\nexport { thing };` },
      'aws/a.ts: exports what it imports; import it from where it is written',
    ],
    [
      'a room of that name',
      { 'cloud/a.ts': LINE },
      'cloud/a.ts: no room is named cloud in tests/architecture/rooms.ts',
    ],
    [
      'a folder for anything',
      { 'ui/utils/a.ts': LINE },
      'ui/utils/a.ts: "utils" says nothing of what is inside',
    ],
    [
      'a file for anything',
      { 'aws/types.d.ts': LINE },
      'aws/types.d.ts: "types" says nothing of what is inside',
    ],
    ['a file outside the rooms', { 'boot.ts': LINE }, 'boot.ts: belongs in a room'],
    [
      'a file that does not say what it is',
      { 'aws/a.ts': 'export const a = 1;' },
      'aws/a.ts: the first line is not a comment (// …) that says what the file is',
    ],
    [
      'a component that does not say what it is',
      { 'ui/a.svelte': '<script lang="ts">\n// A.\n</script>' },
      'ui/a.svelte: the first line is not a comment (<!-- …) that says what the file is',
    ],
  ])('finds %s', (_what, files, fault) => {
    expect(faultsOf({ ...SOUND, ...files })).toEqual([fault]);
  });

  test('finds an empty room, also one that holds only tests', () => {
    const { 'graph/thing.ts': _thing, ...rest } = SOUND;
    expect(faultsOf({ ...rest, 'graph/thing.test.ts': LINE })).toEqual(['graph: the room is empty']);
  });

  test.each<[string, Tree]>([
    [
      'a parameter that is called document',
      { 'policy/a.ts': `${LINE}export const f = (document: string) => document;` },
    ],
    ['a field that is called document', { 'policy/a.ts': `${LINE}export const f = (p: P) => p.document;` }],
    ['a date that is computed', { 'aws/a.ts': `${LINE}export const d = new Date(0).toISOString();` }],
    [
      'a name in a comment or a text',
      { 'aws/a.ts': `${LINE}// import 'dexie'; Date.now()\nexport const a = 'window';` },
    ],
    [
      'a module made by the build',
      { 'aws/a.ts': `${LINE}export const a = import('virtual:aws/vocabulary');` },
    ],
    [
      'a component that draws itself again',
      { 'ui/a.svelte': `<!-- A. -->\n<script>\nimport A from './a.svelte';\n</script>` },
    ],
    ['a stylesheet', { 'app.css': '/* A. */', 'main.ts': `${LINE}import './app.css';` }],
    [
      'a test that imports what it likes',
      { 'aws/a.test.ts': `${LINE}import { a } from '../ui/thing.ts';\nDate.now();` },
    ],
    [
      'Node where the app is built',
      { 'app/build/a.ts': `${LINE}import { join } from 'node:path';\nprocess.exit();` },
    ],
  ])('lets %s pass', (_what, files) => {
    expect(faultsOf({ ...SOUND, ...files })).toEqual([]);
  });
});
