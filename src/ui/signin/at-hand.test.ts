// Which MFA devices are in the hands of whoever sits at the sandbox.
import { expect, test } from 'vitest';
import { account, DEVICES, worldOf } from '../../../tests/fixtures/sign-in.ts';
import { caller, ROOT, WORLD } from '../../../tests/fixtures/world.ts';
import { ask } from '../../../tests/fixtures/ask.ts';
import { applyChanges } from '../../account/apply-change.ts';
import type { HandoutEntry } from '../../scenario/scenario.ts';
import { devicesAtHand } from './at-hand.ts';

const world = worldOf(account);
const mia: HandoutEntry = { kind: 'user', account: account.id, name: 'mia', password: 'x', note: '' };

test('nothing is at hand of people who are not handed out', () => {
  expect(devicesAtHand(world, [], [])).toEqual([]);
});

test('who is handed out has their device', () => {
  expect(devicesAtHand(world, [], [mia])).toEqual([{ account: account.id, device: DEVICES.mia }]);
  expect(devicesAtHand(world, [], [{ ...mia, account: '444455556666' }])).toEqual([]);
});

test('a device that was made here is at hand, assigned or not; one that could not be made is not', () => {
  const call = { operation: 'iam:CreateVirtualMFADevice', input: { VirtualMFADeviceName: 'phone' } } as const;
  const made = ask(ROOT, call);
  const after = applyChanges(WORLD, made.changes);
  const found = devicesAtHand(after, [made.event], []);
  expect(found).toMatchObject([{ device: { serial: expect.stringMatching(/\/phone$/) as unknown } }]);
  const refused = ask(caller('noor'), call, WORLD);
  expect(devicesAtHand(after, [refused.event], [])).toEqual([]);
});
