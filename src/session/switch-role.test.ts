// Switching roles: who asks for the role, for how long and under which name, and who comes of the answer.
import { describe, expect, test } from 'vitest';
import {
  federated,
  noorWithKey,
  noorWithToken,
  roleArnOf,
  rootWithKey,
  session,
  STS_WORLD,
} from '../../tests/fixtures/sts.ts';
import { RICH, withRole } from '../../tests/fixtures/sessions.ts';
import { BOOKSHOP, environment, NEIGHBOUR, NOW } from '../../tests/fixtures/world.ts';
import { expiryOf, type Caller } from '../account/caller.ts';
import { execute } from '../api/execute.ts';
import { addSeconds } from '../aws/instant.ts';
import { SIGNED_OUT, type Link, type SessionFacts } from './facts.ts';
import { became, consoleLink, opened } from './session.ts';
import { switchLink, switchPlan, type SwitchForm, roleColorOf } from './switch-role.ts';

const FORM: SwitchForm = { account: BOOKSHOP, role: 'Desk', name: '', color: null };
const HOUR = 3600;

const noorAt = (ago: number): Caller =>
  consoleLink({ kind: 'user', account: BOOKSHOP, name: 'noor' }, addSeconds(NOW, -ago), 'ASIANOOR').caller;

const factsOf = (caller: Caller, ...after: Link[]): SessionFacts =>
  after.reduce(became, opened(SIGNED_OUT, { way: 'signIn', caller, display: null }, 'one'));

const planOf = (caller: Caller, form: Partial<SwitchForm> = {}, world = RICH) =>
  switchPlan(world, factsOf(caller), { ...FORM, ...form }, NOW);

const lasting = (seconds: number) => withRole('Desk', { maxSessionDuration: seconds });

describe('how long, in seconds', () => {
  const roleUntil = (left: number): Caller =>
    session('Next', { credentials: { ...session('Next').credentials, expires: addSeconds(NOW, left) } });
  test.each([
    ['a user, as long as the role lasts', noorAt(0), 2 * HOUR, 2 * HOUR],
    ['a user, twelve hours at most', noorAt(0), 12 * HOUR, 12 * HOUR],
    ['a user, until the session ends', noorAt(10 * HOUR), 12 * HOUR, 2 * HOUR],
    ['a user whose session ends, no less than the shortest session', noorAt(12 * HOUR - 60), 12 * HOUR, 900],
    ['a user whose session has ended', noorAt(13 * HOUR), 12 * HOUR, 900],
    ['a user with a key, which does not end', noorWithKey, 12 * HOUR, 12 * HOUR],
    ['a role, one hour at most', roleUntil(5 * HOUR), 12 * HOUR, HOUR],
    ['a role, until the session ends', roleUntil(2000), 12 * HOUR, 2000],
    ['GetSessionToken, which makes a chain too', noorWithToken, 12 * HOUR, 3000],
  ] as const)('%s', (_what, caller, most, expected) => {
    expect(planOf(caller, {}, lasting(most))?.call.input.DurationSeconds).toBe(expected);
  });
});

test.each([
  ['a user', noorAt(0), 'noor'],
  ['a session of a role', session('Next', { sessionName: 'noor@books.example' }), 'noor@books.example'],
  ['a federated user', federated, 'guest'],
  ['the root user, who will be refused', rootWithKey, 'root'],
] as const)('the name of the session, for %s', (_who, caller, name) => {
  expect(planOf(caller)?.call.input.RoleSessionName).toBe(name);
});

test.each([
  [BOOKSHOP, 'Desk', roleArnOf('Desk'), 'Desk'],
  ['1111-2222-3333', ' Desk ', roleArnOf('Desk'), 'Desk'],
  [BOOKSHOP, '/ops/eu/Admin', roleArnOf('ops/eu/Admin'), 'ops/eu/Admin'],
  [NEIGHBOUR, 'Press', roleArnOf('Press', NEIGHBOUR), 'Press'],
])('in %s, %j is %s', (account, role, arn, shown) => {
  expect(planOf(noorAt(0), { account, role })).toMatchObject({
    call: { input: { RoleArn: arn } },
    role: shown,
  });
});

test.each([
  ['an account that nobody knows', { account: 'oak-books' }],
  ['no role', { role: '  ' }],
  ['a path alone', { role: 'ops/' }],
  ['a role that is too long', { role: `ops/${'a'.repeat(61)}` }],
  ['a display name that is too long', { name: 'a'.repeat(65) }],
])('not asked for: %s', (_what, form) => {
  expect(planOf(noorAt(0), form)).toBeNull();
});

test('nobody asks while nobody is signed in', () => {
  expect(switchPlan(RICH, SIGNED_OUT, FORM, NOW)).toBeNull();
});

test('a role that is switched to is shown as said, or as role and account', () => {
  expect(planOf(noorAt(0))?.display).toEqual({
    name: expect.stringMatching(/^Desk @ /) as string,
    color: null,
  });
  const said = planOf(noorAt(0), { name: ' At the desk ', color: 'green' });
  expect(said?.display).toEqual({ name: 'At the desk', color: 'green' });
});

function switched(caller: Caller, world = RICH, form: Partial<SwitchForm> = {}) {
  const plan = planOf(caller, form, world);
  if (!plan) throw new Error('Nothing was asked for.');
  const outcome = execute(world, plan.caller, plan.call, environment());
  return { outcome, link: switchLink(world, plan, outcome) };
}

test('what was granted is a session of the role, by the way of switching', () => {
  const { link } = switched(noorAt(0), RICH, { name: 'At the desk', color: 'green' });
  expect(link).toMatchObject({
    way: 'switchRole',
    display: { name: 'At the desk', color: 'green' },
    caller: { kind: 'roleSession', roleName: 'Desk', sessionName: 'noor', chained: false },
  });
});

test('the role does not outlast the session that was switched from', () => {
  const { link } = switched(noorAt(12 * HOUR - 60));
  expect(link && expiryOf(link.caller)).toBe(addSeconds(NOW, 60));
});

test.each([
  [
    'who is not trusted',
    consoleLink({ kind: 'user', account: BOOKSHOP, name: 'jonas' }, NOW, 'A').caller,
    'AccessDenied',
  ],
  ['the root user', consoleLink({ kind: 'root', account: BOOKSHOP }, NOW, 'A').caller, 'AccessDenied'],
  ['whose session has ended', noorAt(13 * HOUR), 'ExpiredToken'],
] as const)('%s becomes nobody else', (_who, caller, code) => {
  const { link, outcome } = switched(caller);
  expect(link).toBeNull();
  expect(outcome.result).toMatchObject({ ok: false, error: { code } });
});

test('MFA given at sign-in opens a role that asks for it; a role that asks for an external id stays shut', () => {
  const identity = { kind: 'user', account: BOOKSHOP, name: 'noor' } as const;
  const withMfa = consoleLink(identity, NOW, 'ASIANOOR', NOW).caller;
  const vault = { role: 'Vault' };
  expect(switched(withMfa, STS_WORLD, vault).link).not.toBeNull();
  expect(switched(noorAt(0), STS_WORLD, vault).link).toBeNull();
  expect(switched(withMfa, STS_WORLD, { account: NEIGHBOUR, role: 'Press' }).link).toBeNull();
});

test('whoever has switched already asks as who signed in', () => {
  const first = noorAt(0);
  const { link } = switched(first);
  if (!link) throw new Error('The role was not granted.');
  expect(switchPlan(RICH, factsOf(first, link), FORM, NOW)?.caller).toBe(first);
});

test.each([
  ['orange', 'orange'],
  ['F2B0A9', 'red'],
  ['#99bce3', 'blue'],
  ['123456', null],
  [undefined, null],
])('the colour %s of a link is %s', (text, color) => expect(roleColorOf(text)).toBe(color));
