// Files: there and back, and files that are none of ours.
import { expect, test } from 'vitest';
import sample from '../../tests/scenario/samples/v1/library.json' with { type: 'json' };
import { parseScenario } from '../scenario/parse.ts';
import { printScenario } from '../scenario/print.ts';
import { MAX_BYTES, readScenarioFile, scenarioFile } from './file.ts';

const parsed = parseScenario(sample);
if (!parsed.ok) throw new Error('The sample is broken.');
const library = parsed.value;

test('a downloaded file reads back as it was', async () => {
  const { name, blob } = scenarioFile(library);
  expect(name).toBe('the-quiet-library.rolecall.json');
  expect(blob.type).toBe('application/json');
  expect(await readScenarioFile(blob)).toEqual({ ok: true, value: library });
});

test.each([
  ['Bookshop playground', 'bookshop-playground'],
  ['  Über/..\\etc: 1.5? ', 'uber-etc-1-5'],
  ['書店', '書店'],
  ['???', 'scenario'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('the file of “%s” is called %s', (title, name) => {
  expect(scenarioFile({ ...library, title }).name).toBe(`${name}.rolecall.json`);
});

test('a file that an editor has given a byte order mark is read', async () => {
  expect((await readScenarioFile(new Blob(['\uFEFF', printScenario(library)]))).ok).toBe(true);
});

test.each([
  ['empty', new Blob([]), 'foreign'],
  ['a picture', new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])]), 'foreign'],
  ['other JSON', new Blob(['{"format":"tldraw"}']), 'foreign'],
  ['half a download', scenarioFile(library).blob.slice(0, 500), 'damaged'],
  ['of a later build', new Blob(['{"format":"rolecall-scenario","version":99}']), 'tooNew'],
])('refused: %s', async (_what, file, kind) => {
  expect(await readScenarioFile(file)).toMatchObject({ ok: false, error: { kind } });
});

test('oversized: refused by its size alone', async () => {
  const file = { size: MAX_BYTES + 1, arrayBuffer: () => Promise.reject(new Error('was read')) } as Blob;
  expect(await readScenarioFile(file)).toEqual({
    ok: false,
    error: { kind: 'oversized', bytes: MAX_BYTES + 1, limit: MAX_BYTES },
  });
});

test('a file that is gone by the time it is read', async () => {
  const file = {
    size: 10,
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  } as Blob;
  expect(await readScenarioFile(file)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
});
