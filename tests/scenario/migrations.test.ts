// Old documents stay readable: frozen samples of every version go through the door, and every migration meets one.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, MIGRATIONS, type RawDocument } from '../../src/scenario/migrate.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';
import frozen from './samples/frozen.json' with { type: 'json' };

const SAMPLES = join(import.meta.dirname, 'samples');

const samples = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^v\d+\/.+\.json$/.test(file))
  .map((file) => {
    const bytes = readFileSync(join(SAMPLES, file));
    return {
      file,
      version: Number(file.slice(1, file.indexOf('/'))),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      document: JSON.parse(bytes.toString()) as RawDocument,
    };
  });

const versions = Array.from({ length: SCENARIO_VERSION }, (_, at) => at + 1);

test.each(versions)('version %i has a sample', (version) => {
  expect(samples.filter((sample) => sample.version === version)).not.toEqual([]);
});

test('no sample was changed or removed since it was frozen, and each new one is listed in frozen.json', () => {
  expect(Object.fromEntries(samples.map(({ file, sha256 }) => [file, sha256]))).toEqual(frozen);
});

test.each(samples)('$file is what its folder says and comes through the door', ({ document, version }) => {
  expect(document['version']).toBe(version);
  const parsed = parseScenario(document);
  expect(parsed.ok || parsed.error).toBe(true);
});

test('every migration changed a frozen sample', () => {
  const idle = MIGRATIONS.filter(({ from, up }) =>
    samples
      .filter(({ version }) => version <= from)
      .map(({ document, version }) => migrate(document, version, MIGRATIONS, from))
      .every((before) => JSON.stringify(up(before)) === JSON.stringify(before)),
  );
  expect(idle.map(({ name }) => name)).toEqual([]);
});
