// What may travel: credentials never do, by type and by trial.
import { expect, expectTypeOf, test } from 'vitest';
import sample from '../../tests/scenario/samples/v1/library.json' with { type: 'json' };
import { parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { consoleLink, opened } from '../session/session.ts';
import { SIGNED_OUT, type SessionFacts } from '../session/facts.ts';
import { inflate } from './compression.ts';
import { scenarioFile } from './file.ts';
import { encodeLink, SHARE_PREFIX } from './link.ts';
import { TRAVEL, type HoldsCredentials, type Shareable } from './travel.ts';

const parsed = parseScenario(sample);
if (!parsed.ok) throw new Error('The sample is broken.');
const library = parsed.value;
const session = opened(
  SIGNED_OUT,
  consoleLink(
    { kind: 'user', account: '111122223333', name: 'ada' },
    '2026-11-22T10:00:00Z',
    'ASIASECRETSECRETSECR',
  ),
  'ASIASECRETSECRETSECR',
);

test('the compiler sees credentials wherever they stand', () => {
  expectTypeOf<HoldsCredentials<SessionFacts>>().toEqualTypeOf<true>();
  expectTypeOf<HoldsCredentials<{ deep: readonly { facts?: SessionFacts }[] }>>().toEqualTypeOf<true>();
  expectTypeOf<HoldsCredentials<unknown>>().toEqualTypeOf<true>();
  expectTypeOf<HoldsCredentials<{ content: unknown }>>().toEqualTypeOf<true>();
  expectTypeOf<HoldsCredentials<Scenario>>().toEqualTypeOf<false>();
  expectTypeOf<Shareable<Scenario>>().toEqualTypeOf<Scenario>();
  expectTypeOf<Shareable<Scenario & { session: SessionFacts }>>().toEqualTypeOf<never>();
});

test('a link or file made from a workspace with a session does not compile, and still holds none of it', async () => {
  const workspace = { ...library, session };
  // @ts-expect-error A workspace holds credentials.
  const fragment = await encodeLink(workspace);
  // @ts-expect-error A workspace holds credentials.
  const { blob } = scenarioFile(workspace);
  const packed = new Uint8Array(Buffer.from(fragment.slice(`${SHARE_PREFIX}1.`.length), 'base64url'));
  const unpacked = await inflate(packed, 100_000);
  for (const text of [unpacked.ok ? new TextDecoder().decode(unpacked.value) : '', await blob.text()]) {
    expect(text).toContain('The quiet library');
    expect(text).not.toContain('ASIASECRETSECRETSECR');
    expect(text).not.toContain('session');
  }
});

const travelling = (how: 'shared' | 'backedUp') =>
  Object.entries(TRAVEL).flatMap(([table, fields]) =>
    Object.entries(fields)
      .filter(([, travel]) => travel[how])
      .map(([field]) => `${table}.${field}`),
  );

test('the scenario of a workspace is all that is shared', () => {
  expect(travelling('shared')).toEqual([
    'workspaces.version',
    'workspaces.title',
    'workspaces.story',
    'workspaces.handout',
    'workspaces.directories',
    'snapshots.scenario',
  ]);
});

test('its journal, too, is in a backup, and that is all', () => {
  expect(travelling('backedUp').filter((field) => !travelling('shared').includes(field))).toEqual([
    'journal.version',
    'journal.entries',
  ]);
});
