// The menu of who acts: no line that parts nothing, and no switch for those who cannot.
import { expect, test } from 'vitest';
import { STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { BOOKSHOP, NOW } from '../../../tests/fixtures/world.ts';
import { ANONYMOUS } from '../../account/caller.ts';
import { SIGNED_OUT, type Link } from '../../session/facts.ts';
import { consoleLink, opened } from '../../session/session.ts';
import { identityEntries, type IdentityActs } from './identity-entries.ts';

const nothing = () => {};
const ACTS: IdentityActs = {
  copy: nothing,
  back: nothing,
  activate: nothing,
  signOut: nothing,
  signOutOfAll: nothing,
};
const entriesOf = (link: Link) =>
  identityEntries({ world: STS_WORLD, session: opened(SIGNED_OUT, link, 'one'), moment: NOW }, ACTS);

const NOBODY: Link = { way: 'anonymous', caller: ANONYMOUS, display: null };
const ROOT = consoleLink({ kind: 'root', account: BOOKSHOP }, NOW, 'ASIAROOT');
const NOOR = consoleLink({ kind: 'user', account: BOOKSHOP, name: 'noor' }, NOW, 'ASIANOOR');

test.each([
  ['nobody', NOBODY],
  ['the root user', ROOT],
  ['a user', NOOR],
])('%s: lines stand between entries only', (_who, link) => {
  const kinds = entriesOf(link).map(({ kind }) => kind);
  expect(kinds.at(-1)).not.toBe('separator');
  kinds.forEach((kind, at) => expect([kind, kinds[at + 1]]).not.toEqual(['separator', 'separator']));
});

test.each([
  ['nobody', NOBODY, undefined],
  [
    'the root user',
    ROOT,
    { kind: 'action', disabled: true, detail: 'Roles may not be assumed by root accounts.' },
  ],
  ['a user', NOOR, { kind: 'link', href: '#/switch-role' }],
])('%s, and the switch of roles', (_who, link, expected) => {
  const found = entriesOf(link).find((entry) => 'label' in entry && entry.label === 'Switch role');
  if (expected) expect(found).toMatchObject(expected);
  else expect(found).toBeUndefined();
});
