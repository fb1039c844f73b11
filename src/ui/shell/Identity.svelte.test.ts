// The strip of who acts: a stop at each link of a chain, the time that is left, and the way back when there is none.
import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { session, STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { BOOKSHOP, NOW } from '../../../tests/fixtures/world.ts';
import { addSeconds, type Instant } from '../../aws/instant.ts';
import { SIGNED_OUT, type Link, type SessionFacts } from '../../session/facts.ts';
import { became, consoleLink, isExpired, opened } from '../../session/session.ts';
import Identity from './Identity.svelte';

const workspace = vi.hoisted((): { current: unknown } => ({ current: null }));
vi.mock('../shared/workspace.ts', () => ({ useWorkspace: () => workspace.current }));
vi.mock('../shared/announcer.svelte.ts', () => ({ useAnnounce: () => () => {} }));

afterEach(() => document.body.replaceChildren());

const NOOR = { kind: 'user', account: BOOKSHOP, name: 'noor' } as const;
const role = (name: string): Link => ({
  way: 'assumeRole',
  caller: session(name, { sessionName: 'noor' }),
  display: null,
});

function shown(links: readonly Link[], moment: Instant = NOW) {
  const [first = consoleLink(NOOR, NOW, 'ASIANOOR'), ...after] = links;
  const facts: SessionFacts = after.reduce(became, opened(SIGNED_OUT, first, 'one'));
  const back = vi.fn();
  workspace.current = {
    world: STS_WORLD,
    session: facts,
    moment,
    sessionEnded: isExpired(facts, moment),
    handout: [],
    back,
  };
  render(Identity);
  return { back, strip: screen.getByRole('group', { name: 'Signed in as' }) };
}

const signedIn = consoleLink(NOOR, NOW, 'ASIANOOR');
const CHAIN = [signedIn, role('Desk'), role('Next')];

test('a chain of three has a stop at each link before the last', () => {
  const { back, strip } = shown(CHAIN);
  expect(strip.textContent).toMatch(/noor.*Desk\/noor.*Role session.*Next\/noor/s);
  screen.getByRole('button', { name: 'Back to Desk/noor' }).click();
  screen.getByRole('button', { name: 'Back to noor' }).click();
  expect(back.mock.calls).toEqual([[2], [1]]);
});

test.each([
  [2399, 'Time left', '10 min'],
  [2400, 'Ends soon', '10:00'],
  [2999, 'Ends soon', '0:01'],
] as const)('after %i of 3000 seconds: %s %s', (passed, words, time) => {
  const { strip } = shown([signedIn, role('Desk')], addSeconds(NOW, passed));
  expect(strip.textContent).toMatch(new RegExp(`${words}\\s*${time}`));
});

test('when the last of a chain has ended, the way leads to the nearest that has not', () => {
  const { back, strip } = shown(CHAIN, addSeconds(NOW, 3000));
  expect(strip.textContent).toContain('ExpiredToken');
  // Both roles have ended in the same second; noor has not.
  const ways = screen.getAllByRole('button', { name: 'Back to noor' });
  ways.at(-1)?.click();
  expect(back).toHaveBeenLastCalledWith(1);
  expect(screen.queryByRole('link', { name: 'Sign in again' })).toBeNull();
});

test('when all have ended, one signs in again', () => {
  const { strip } = shown([signedIn], addSeconds(NOW, 12 * 3600));
  expect(strip.textContent).toMatch(/Session ended.*ExpiredToken/s);
  expect(screen.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe('#/sign-in');
});
