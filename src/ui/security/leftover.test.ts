// Leftover: which virtual devices the console deletes when it makes a user another one.
import { expect, test } from 'vitest';
import { ask } from '../../../tests/fixtures/ask.ts';
import { account, DEVICES, worldOf } from '../../../tests/fixtures/sign-in.ts';
import { NOW } from '../../../tests/fixtures/world.ts';
import { applyChanges } from '../../account/apply-change.ts';
import type { Caller } from '../../account/caller.ts';
import type { World } from '../../account/world.ts';
import type { ApiCall } from '../../api/call.ts';
import { leftovers } from './leftover.ts';
import type { OwnCaller } from './own.ts';

const key = {
  kind: 'console',
  accessKeyId: 'ASIACONSOLE',
  issued: NOW,
  expires: '2026-11-23T10:14:05Z',
  mfa: null,
} as const;
const ROOT: OwnCaller = { kind: 'root', account: account.id, credentials: key };
const MIA: OwnCaller = { kind: 'user', account: account.id, name: 'mia', credentials: key };

function after(caller: Caller, ...calls: readonly ApiCall[]) {
  let world: World = worldOf(account);
  const events = calls.map((call) => {
    const outcome = ask(caller, call, world);
    world = applyChanges(world, outcome.changes);
    return outcome.event;
  });
  return (who: OwnCaller): readonly string[] => {
    const home = world.accounts[account.id];
    return home ? leftovers(home, events, who) : [];
  };
}

const MADE: ApiCall = {
  operation: 'iam:CreateVirtualMFADevice',
  input: { VirtualMFADeviceName: 'begun' },
};
const TAKEN: ApiCall = {
  operation: 'iam:DeactivateMFADevice',
  input: { UserName: 'mia', SerialNumber: DEVICES.mia.serial },
};

test('one that was taken off a user by whomever is that user’s', () => {
  const left = after(ROOT, TAKEN);
  expect(left(MIA)).toEqual([DEVICES.mia.serial]);
  expect(left(ROOT)).toEqual([]);
});

test('one that was begun and never assigned is theirs who began it', () => {
  const left = after(ROOT, MADE);
  expect(left(ROOT)).toEqual([expect.stringMatching(/\/begun$/)]);
  expect(left(MIA)).toEqual([]);
});

test('one that somebody has stays', () => expect(after(ROOT)(MIA)).toEqual([]));
