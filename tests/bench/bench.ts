// `npm run bench`: how much JavaScript a visit starts with, the size of the build and its time, and how fast it decides.
// Prints each figure beside the one last recorded; `--record` writes them down. Fails when a visit starts with too much.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { editorRows } from './editor.ts';
import { executeRows } from './execute.ts';
import { storageRows } from './storage.ts';
import { evaluationRows } from './evaluation.ts';
import { validationRows } from './validation.ts';
import { vocabularyRows } from './vocabulary.ts';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** In kB (1,000 bytes) after gzip. */
const INITIAL_LIMIT = 170;

const RECORDED = fileURLToPath(new URL('recorded.json', import.meta.url));
const CONFIG = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));

/** The scripts that the page names itself: its own, and those it asks for ahead because that one imports them. */
function initialScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)];
  const preloads = [...html.matchAll(/<link\b[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g)];
  return [...new Set([...scripts, ...preloads].flatMap(([, path]) => path ?? []))];
}

async function buildRows(): Promise<Row[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  try {
    const start = performance.now();
    await build({ configFile: CONFIG, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
    const seconds = (performance.now() - start) / 1000;

    const scripts = initialScripts(readFileSync(join(outDir, 'index.html'), 'utf8'));
    if (scripts.length === 0) throw new Error('The built page names no script.');
    const initial = scripts.map((path) => gzipSync(readFileSync(join(outDir, path)), { level: 9 }).length);
    const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const total = files.map((file) => readFileSync(join(file.parentPath, file.name)).length);

    const kilobytes = (bytes: readonly number[]): number => bytes.reduce((sum, size) => sum + size, 0) / 1000;
    return [
      { name: 'initial JavaScript, gzip', value: kilobytes(initial), unit: 'kB' },
      { name: 'whole build', value: kilobytes(total), unit: 'kB' },
      { name: 'build time', value: seconds, unit: 's' },
      ...(await vocabularyRows(outDir)),
    ];
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** The figures of the last `--record`, by name. */
function recordedRows(): ReadonlyMap<string, number> {
  if (!existsSync(RECORDED)) return new Map();
  const rows = JSON.parse(readFileSync(RECORDED, 'utf8')) as readonly Row[];
  return new Map(rows.map(({ name, value }) => [name, value]));
}

const figure = (value: number): string =>
  value.toLocaleString('en-US', { maximumSignificantDigits: value < 1000 ? 3 : 4 });

const rows: Row[] = [
  ...(await buildRows()),
  ...evaluationRows(),
  ...validationRows(),
  ...editorRows(),
  ...executeRows(),
  ...(await storageRows()),
];
const recorded = recordedRows();
const widest = Math.max(...rows.map(({ name }) => name.length));

for (const { name, value, unit } of rows) {
  const before = recorded.get(name);
  const ratio =
    before === undefined ? 'not recorded before' : `${(value / before).toFixed(2)} x ${figure(before)}`;
  console.log(`${name.padEnd(widest)}  ${figure(value).padStart(11)} ${unit.padEnd(14)}  ${ratio}`);
}

if (process.argv.includes('--record')) {
  const rounded = rows.map((row) => ({ ...row, value: Number(row.value.toPrecision(4)) }));
  writeFileSync(RECORDED, `${JSON.stringify(rounded, null, 2)}\n`);
  console.log('Recorded in tests/bench/recorded.json.');
}

const initial = rows.find(({ name }) => name === 'initial JavaScript, gzip');
if (initial && initial.value > INITIAL_LIMIT) {
  console.error(
    `A visit starts with ${figure(initial.value)} kB of JavaScript; ${INITIAL_LIMIT} kB is the limit.`,
  );
  process.exitCode = 1;
}
