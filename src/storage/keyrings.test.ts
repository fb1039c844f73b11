// Keyrings in the database: kept, shared among tabs, gone with their workspace, set aside when damaged, and in no file.
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { duringFault, type Fault } from '../../tests/storage/faults.ts';
import { library, Profile, value, Writer } from '../../tests/storage/store.ts';
import { EMPTY_KEYRING, withProfile, type Keyring } from '../session/keyring.ts';
import { backupFile } from './backup.ts';
import { inflate } from './compression.ts';
import { scenarioFile } from './file.ts';
import { encodeLink, SHARE_PREFIX } from './link.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const adding = (name: string) => (keyring: Keyring) =>
  withProfile(keyring, { name, settings: { aws_access_key_id: 'AKIAONE', aws_secret_access_key: SECRET } });

async function filled() {
  const profile = new Profile();
  const store = await profile.open();
  const { id } = await Writer.make(store);
  value(await store.changeKeyring(id, adding('one')));
  return { profile, store, id };
}
const namesIn = ({ profiles }: Keyring): string[] => profiles.map(({ name }) => name);

test('it is kept, each workspace its own', async () => {
  const { profile, store, id } = await filled();
  const other = await Writer.make(store);
  const again = await profile.open();
  expect(value(await again.keyring(id))).toEqual(adding('one')(EMPTY_KEYRING));
  expect(value(await again.keyring(other.id))).toEqual(EMPTY_KEYRING);
});

test('two tabs that change it at once lose nothing of each other, and hear of it', async () => {
  const { profile, store, id } = await filled();
  const another = await profile.open();
  const heard = vi.fn<(keyring: Keyring) => void>();
  const unfollow = another.followKeyring(id, heard);
  await Promise.all([store.changeKeyring(id, adding('two')), another.changeKeyring(id, adding('three'))]);
  await vi.waitFor(() => {
    expect(namesIn(heard.mock.lastCall?.[0] ?? EMPTY_KEYRING)).toEqual(
      expect.arrayContaining(['one', 'two', 'three']),
    );
  });
  unfollow();
});

test('what could not be read back is not written', async () => {
  const { store, id } = await filled();
  const answer = await store.changeKeyring(id, adding('a\n[b]'));
  expect(answer).toMatchObject({ ok: false, error: { kind: 'unsound' } });
  expect(namesIn(value(await store.keyring(id)))).toEqual(['one']);
});

test('it goes with its workspace, and none is made for one that is gone', async () => {
  const { profile, store, id } = await filled();
  value(await store.remove(id));
  expect(JSON.stringify(await profile.everything())).not.toContain(SECRET);
  expect(await store.changeKeyring(id, adding('two'))).toMatchObject({ error: { kind: 'missing' } });
});

test('a damaged one is set aside as it was found, and the workspace is whole', async () => {
  const { profile, store, id } = await filled();
  const { keyrings } = await profile.beneath();
  const damaged = { workspace: id, keyring: { profiles: 'what?' } };
  await keyrings.put(damaged as never);
  expect(value(await store.keyring(id))).toEqual(EMPTY_KEYRING);
  const [aside] = value(await store.setAsideRecords());
  const file = value(await store.downloadSetAside(aside?.id ?? ''));
  expect(JSON.parse(await file.blob.text())).toMatchObject({ workspace: id, content: { keyring: damaged } });
  value(await store.changeKeyring(id, adding('two')));
  expect(namesIn(value(await store.keyring(id)))).toEqual(['two']);
  expect(value(await store.load(id))).toMatchObject({ loss: null });
});

test('a workspace that goes aside takes it along', async () => {
  const { profile, store, id } = await filled();
  const { workspaces } = await profile.beneath();
  await workspaces.put({ id, revision: 'damaged' } as never);
  expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'setAside' } });
  const [aside] = value(await store.setAsideRecords());
  expect(await value(await store.downloadSetAside(aside?.id ?? '')).blob.text()).toContain(SECRET);
  expect(value(await store.keyring(id))).toEqual(EMPTY_KEYRING);
});

test.each<[Fault, string]>([
  ['kill', 'failed'],
  ['full', 'quotaExceeded'],
])('%s: a change that is cut short changes nothing', async (fault, kind) => {
  const { profile, store, id } = await filled();
  const before = await profile.everything();
  const { struck, value: answer } = await duringFault(1, fault, () => store.changeKeyring(id, adding('two')));
  expect(struck).toBe(true);
  expect(answer).toMatchObject({ ok: false, error: { kind } });
  expect(await profile.everything()).toEqual(before);
  expect(namesIn(value(await (await profile.open()).changeKeyring(id, adding('two'))))).toEqual([
    'one',
    'two',
  ]);
});

test('a link, file or backup with a keyring does not compile, and one of its workspace holds none of it', async () => {
  const { store, id } = await filled();
  const { scenario, entries } = value(await store.load(id));
  const keyring = value(await store.keyring(id));
  // @ts-expect-error A keyring holds secrets.
  const fragment = await encodeLink({ ...library, keyring });
  // @ts-expect-error A keyring holds secrets.
  const file = scenarioFile({ ...library, keyring });
  // @ts-expect-error A keyring holds secrets.
  const backup = backupFile({ scenario, entries, keyring });
  const packed = new Uint8Array(Buffer.from(fragment.slice(`${SHARE_PREFIX}1.`.length), 'base64url'));
  const unpacked = await inflate(packed, 100_000);
  const texts = [
    unpacked.ok ? new TextDecoder().decode(unpacked.value) : '',
    await file.blob.text(),
    await backup.blob.text(),
  ];
  for (const text of texts) {
    expect(text).toContain('The quiet library');
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('AKIAONE');
  }
});
