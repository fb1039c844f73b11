// Undo and redo in the open workspace, and its past: each taken back once, also by many tabs, and found again as it was.
import { expect, test, vi } from 'vitest';
import { account, keysIn, put, shop } from '../../tests/fixtures/tabs.ts';
import { bucketIn } from '../../tests/fixtures/world.ts';
import { EMPTY, lookup } from '../account/table.ts';
import { commandLineAgent } from '../api/user-agent.ts';

test('undo takes back the last change, redo makes it again; both are saved, and in the activity list', async () => {
  const { tab } = await shop();
  const one = await tab();
  expect([one.canUndo, one.canRedo]).toEqual([null, null]);
  expect(() => one.undo()).toThrow();
  one.request(put('a'));
  one.request(put('b'));
  one.request({ operation: 's3:GetObject', input: { Bucket: 'maple-drafts', Key: 'a' } });
  expect([one.canUndo, one.canRedo]).toEqual(['PutObject', null]);
  one.undo();
  expect(keysIn(one)).not.toContain('b');
  expect([one.canUndo, one.canRedo]).toEqual(['PutObject', 'PutObject']);
  one.undo();
  expect(keysIn(one)).not.toContain('a');
  one.redo();
  await one.settled();
  expect(one.save.kind).toBe('saved');
  const again = await tab();
  expect(keysIn(again)).toContain('a');
  expect(keysIn(again)).not.toContain('b');
  expect([again.canUndo, again.canRedo]).toEqual(['PutObject', 'PutObject']);
  expect(again.events.map(({ eventName }) => eventName)).toEqual(['GetObject', 'PutObject', 'PutObject']);
  expect(again.activity.map(({ kind }) => kind)).toEqual(['redo', 'undo', 'undo', 'event', 'event', 'event']);
  again.redo();
  expect(keysIn(again)).toContain('b');
  expect(again.canRedo).toBeNull();
});

test('the world as an event found it can be had again, also after a reload', async () => {
  const { tab } = await shop();
  const one = await tab();
  for (const key of ['a', 'b', 'c']) one.request(put(key));
  one.undo();
  await one.settled();
  for (const workspace of [one, await tab()]) {
    const [c, b, a] = workspace.events;
    const found = (id = '') =>
      ['a', 'b', 'c'].filter((key) => {
        const world = workspace.worldAt(id);
        const objects = world ? bucketIn(world, 'maple-drafts', account)?.objects : undefined;
        return lookup(objects ?? EMPTY, key) !== undefined;
      });
    expect([found(a?.eventID), found(b?.eventID), found(c?.eventID)]).toEqual([[], ['a'], ['a', 'b']]);
    expect(workspace.worldAt('nonsense')).toBeNull();
  }
});

test('a request of long ago is decided again by the policies of its time', async () => {
  const { tab } = await shop();
  const one = await tab();
  one.request(put('a'));
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::maple-drafts/*',
    },
  });
  one.request({ operation: 's3:PutBucketPolicy', input: { Bucket: 'maple-drafts', Policy } });
  expect(one.request(put('b')).result.ok).toBe(false);
  await one.settled();
  const again = await tab();
  const outcomes = again.events.map((event) => again.trace(event));
  expect(outcomes.map((trace) => trace && [trace.asOf, trace.evaluation.decision.outcome])).toEqual([
    ['then', 'explicitDeny'],
    ['then', 'allow'],
    ['then', 'allow'],
  ]);
});

test('what a script called is one step, after opening again as well', async () => {
  const { tab } = await shop();
  const one = await tab();
  const { caller } = one;
  if (!caller) throw new Error('Somebody is signed in.');
  one.request(put('before'));
  for (const key of ['a', 'b', 'c']) one.requestAs(caller, put(key), { userAgent: commandLineAgent('t1.1') });
  one.requestAs(caller, put('other'), { userAgent: commandLineAgent('t1.4') });
  await one.settled();

  const again = await tab();
  expect(again.canUndo).toBe('a script');
  again.undo();
  expect(keysIn(again)).not.toContain('other');
  expect(keysIn(again)).toEqual(expect.arrayContaining(['before', 'a', 'b', 'c']));
  again.undo();
  expect(again.canRedo).toBe('a script');
  expect(again.canUndo).toBe('PutObject');
  expect(keysIn(again)).toContain('before');
  for (const key of ['a', 'b', 'c']) expect(keysIn(again)).not.toContain(key);
  again.redo();
  expect(keysIn(again)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
  expect(keysIn(again)).not.toContain('other');
});

test('two tabs that undo the same thing at the same moment undo it once', async () => {
  const { tab } = await shop();
  const one = await tab();
  one.request(put('a'));
  one.request(put('b'));
  await one.settled();
  const two = await tab();
  one.undo();
  two.undo();
  await Promise.all([one.settled(), two.settled()]);
  await vi.waitFor(() => expect(two.activity).toHaveLength(3));
  for (const workspace of [one, two, await tab()]) {
    expect(keysIn(workspace)).toContain('a');
    expect(keysIn(workspace)).not.toContain('b');
    expect(workspace.save.kind).toBe('saved');
  }
});

test('a tab follows undo and redo, and what it did itself at that moment is kept', async () => {
  const { tab } = await shop();
  const one = await tab();
  one.request(put('a'));
  await one.settled();
  const two = await tab();
  one.undo();
  two.request(put('from-two'));
  await Promise.all([one.settled(), two.settled()]);
  await vi.waitFor(() => {
    expect(one.events).toHaveLength(2);
    expect(two.events).toHaveLength(2);
  });
  const again = await tab();
  for (const workspace of [one, two]) expect(workspace.world).toEqual(again.world);
  expect(keysIn(again)).toContain('from-two');
});
