// Tests for drafts: what is kept, and when the browser is to ask before it leaves.
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { Drafts, guardUnload, type ObjectDraft } from './drafts.svelte.ts';

test('a draft is kept under its key until it is forgotten', () => {
  const drafts = new Drafts();
  drafts.set('a', '{}');
  drafts.set('b', '');
  expect([drafts.get('a'), drafts.get('b'), drafts.get('c'), drafts.size]).toEqual(['{}', '', undefined, 2]);
  drafts.set('a', null);
  expect([drafts.get('a'), drafts.size]).toEqual([undefined, 1]);
});

describe('texts of objects', () => {
  const draft = (key: string, more: Partial<ObjectDraft> = {}): ObjectDraft => ({
    workspace: 'w',
    bucket: 'drafts',
    key,
    text: 'Summer!',
    mode: 'write',
    ...more,
  });
  const keys = (drafts: Drafts) => drafts.objectsIn('w', 'drafts').map((kept) => kept.draft.key);

  test('are kept by slot, whatever their key, and found by workspace and bucket', () => {
    const drafts = new Drafts();
    const [one, other] = [drafts.newSlot(), drafts.newSlot()];
    expect(one).not.toBe(other);
    drafts.setObject(one, draft('s'));
    drafts.setObject(one, draft('summer.md'));
    drafts.setObject(other, draft('summer.md', { bucket: 'catalog' }));
    drafts.setObject(drafts.newSlot(), draft('mine', { workspace: 'another' }));
    expect([keys(drafts), drafts.size]).toEqual([['summer.md'], 3]);
    drafts.setObject(one, null);
    expect([keys(drafts), drafts.size]).toEqual([[], 2]);
  });

  test('are forgotten when just this text was written', () => {
    const drafts = new Drafts();
    const slot = drafts.newSlot();
    drafts.setObject(slot, draft('a.md'));
    const written = { workspace: 'w', bucket: 'drafts', key: 'a.md', text: 'Winter!' };
    drafts.forgetWritten(written);
    expect(keys(drafts)).toEqual(['a.md']);
    drafts.forgetWritten({ ...written, text: 'Summer!' });
    expect(keys(drafts)).toEqual([]);
  });
});

describe('leaving the page', () => {
  /** Whether the browser would ask. */
  const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  test('is asked about exactly while something is unsaved', () => {
    const drafts = new Drafts();
    const stop = $effect.root(() => guardUnload(drafts));
    flushSync();
    expect(asks()).toBe(false);
    drafts.set('a', '{}');
    flushSync();
    expect(asks()).toBe(true);
    drafts.set('a', null);
    flushSync();
    expect(asks()).toBe(false);
    drafts.setObject(1, { workspace: 'w', bucket: 'b', key: '', text: 'x', mode: 'write' });
    flushSync();
    expect(asks()).toBe(true);
    stop();
  });
});
