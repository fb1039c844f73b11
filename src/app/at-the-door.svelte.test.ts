// The sign-in that is under way: one for all who come, until it ends, is left or is begun anew.
import { expect, test } from 'vitest';
import { createSignIn, type SignInActor } from '../session/sign-in.ts';
import { STS_WORLD } from '../../tests/fixtures/sts.ts';
import { now } from './clock.ts';
import { AtTheDoor } from './at-the-door.svelte.ts';

const begin = (): Promise<SignInActor> =>
  Promise.resolve(
    createSignIn(
      {
        world: () => STS_WORLD,
        now,
        newAccessKeyId: () => 'ASIA',
        newCode: () => '123456',
        hasRoom: () => true,
        clockOf: () => ({ steps: 0, used: [] }),
      },
      { verifyPassword: () => Promise.resolve(true), changePassword: () => Promise.resolve(null) },
    ),
  );
const statusOf = (actor: SignInActor): string => actor.getSnapshot().status;

test('whoever comes again goes on where they were', async () => {
  const door = new AtTheDoor(begin);
  expect(door.running).toBe(false);
  const actor = await door.come(false);
  actor.send({ type: 'choose', kind: 'root' });
  expect(await door.come(false)).toBe(actor);
  expect(actor.getSnapshot().value).toBe('enteringEmail');
  expect(door.running).toBe(true);
});

test('begun anew, the one before ends', async () => {
  const door = new AtTheDoor(begin);
  const actor = await door.come(false);
  const other = await door.come(true);
  expect(other).not.toBe(actor);
  expect([statusOf(actor), statusOf(other)]).toEqual(['stopped', 'active']);
  expect(door.running).toBe(true);
});

test('left, it goes on for who still looks at it, and the next one is new', async () => {
  const door = new AtTheDoor(begin);
  const actor = await door.come(false);
  door.leave();
  expect([statusOf(actor), door.running]).toEqual(['active', false]);
  expect(await door.come(false)).not.toBe(actor);
});

test('left while it is being loaded, it is started and not kept', async () => {
  const door = new AtTheDoor(begin);
  const coming = door.come(false);
  door.leave();
  expect([statusOf(await coming), door.running]).toEqual(['active', false]);
});

test('what could not be loaded is asked for again', async () => {
  let tries = 0;
  const door = new AtTheDoor(() => (tries++ === 0 ? Promise.reject(new Error('offline')) : begin()));
  await expect(door.come(false)).rejects.toThrow('offline');
  expect(statusOf(await door.come(false))).toBe('active');
});
