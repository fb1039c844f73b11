// The schema of session facts: what is saved comes back, also from older builds, and what is made up does not.
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { SIGNED_OUT, type SessionFacts } from './facts.ts';
import { factsSchema } from './facts-schema.ts';
import { ANONYMOUS_LINK, became, consoleLink, opened, rememberedRole } from './session.ts';

const NOW = '2026-11-22T10:00:00Z';
const noor = consoleLink(
  { kind: 'user', account: '111122223333', name: 'noor', id: 'AIDA' },
  NOW,
  'ASIA',
  NOW,
);
const facts = rememberedRole(became(opened(SIGNED_OUT, noor, 'one'), ANONYMOUS_LINK), {
  account: '111122223333',
  role: 'ops/Desk',
  display: { name: 'Desk', color: 'red' },
});

test('what is saved comes back', () => {
  for (const one of [SIGNED_OUT, facts])
    expect(v.parse(factsSchema, JSON.parse(JSON.stringify(one)))).toEqual(one);
});

test('builds that held one session of one person left these', () => {
  const credentials = { accessKeyId: 'ASIA', issued: NOW, expires: '2026-11-22T22:00:00Z' };
  const old = (mfa: unknown, kind?: string) => ({
    kind: 'signedIn',
    caller: {
      kind: 'user',
      account: '111122223333',
      name: 'noor',
      credentials: { ...credentials, mfa, ...(kind !== undefined && { kind }) },
    },
  });
  const read = (record: unknown): SessionFacts => v.parse(factsSchema, record);
  expect(read({ kind: 'signedOut' })).toEqual(SIGNED_OUT);
  const { id: _id, ...caller } = { id: '', ...old(null, 'console').caller };
  expect(read(old(false))).toEqual({
    held: [{ id: 'ASIA', links: [{ way: 'signIn', caller, display: null }] }],
    active: 'ASIA',
    recentRoles: [],
  });
  expect(read(old(true)).held[0]?.links[0]?.caller).toMatchObject({ credentials: { mfa: NOW } });
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['who acts is not held', { ...facts, active: 'two' }],
  ['a session of nobody at all', { ...facts, held: [{ id: 'one', links: [] }] }],
  ['six sessions', { ...facts, held: Array(6).fill(facts.held[0]) }],
  ['a way that there is not', { ...facts, held: [{ id: 'one', links: [{ ...noor, way: 'magic' }] }] }],
  [
    'a caller that is none',
    { ...facts, held: [{ id: 'one', links: [{ ...noor, caller: { kind: 'king' } }] }] },
  ],
])('%s is not believed', (_what, record) => {
  expect(v.safeParse(factsSchema, record).success).toBe(false);
});
