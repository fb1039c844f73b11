// Tests for drafts: what is kept, and when the browser is to ask before it leaves.
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Drafts, guardUnload, type ObjectDraft } from './drafts.svelte.ts';

test('a draft is kept under its workspace and name until it is forgotten', () => {
  const drafts = new Drafts();
  drafts.set('w', 'a', '{}');
  drafts.set('w', 'b', '');
  expect([drafts.get('w', 'a'), drafts.get('w', 'b'), drafts.get('v', 'a'), drafts.size]).toEqual([
    ...['{}', '', undefined],
    2,
  ]);
  drafts.set('w', 'a', null);
  expect([drafts.get('w', 'a'), drafts.size]).toEqual([undefined, 1]);
});

describe('beyond the page', () => {
  /** A workspace that keeps drafts, or cannot. */
  const home = (works = true) => {
    const kept: Record<string, string> = {};
    const last: Record<string, string | null> = {};
    const keepDraft = (name: string, text: string | null): Promise<void> => {
      if (!works) return Promise.reject(new Error('full'));
      if (text === null) delete kept[name];
      else kept[name] = text;
      return Promise.resolve();
    };
    const keepDraftAtOnce = (name: string, text: string | null): boolean => {
      if (works) last[name] = text;
      return works;
    };
    return { id: 'w', drafts: kept, last, keepDraft, keepDraftAtOnce };
  };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a text is kept after a rest, as it was typed last, and is then not lost with the page', async () => {
    const drafts = new Drafts();
    const where = home();
    drafts.keepIn(() => where);
    drafts.set('w', 'a', '{');
    drafts.set('w', 'a', '{"V');
    expect([where.drafts, drafts.size]).toEqual([{}, 1]);
    await vi.runAllTimersAsync();
    expect([where.drafts, drafts.size]).toEqual([{ a: '{"V' }, 0]);
    drafts.set('w', 'a', null);
    await vi.runAllTimersAsync();
    expect(where.drafts).toEqual({});
  });

  test('a text is kept at once when the page is left', async () => {
    const drafts = new Drafts();
    const where = home();
    drafts.keepIn(() => where);
    drafts.set('w', 'a', '{');
    drafts.set('w', 'b', null);
    drafts.flush();
    expect([where.last, drafts.size]).toEqual([{ a: '{', b: null }, 0]);
    await Promise.resolve();
    expect(where.drafts).toEqual({ a: '{' });
  });

  test('what is being written when the page is left is kept at once as well, and what is written is not', async () => {
    const drafts = new Drafts();
    const where = home();
    drafts.keepIn(() => where);
    drafts.set('w', 'a', 'written');
    await vi.runAllTimersAsync();
    drafts.set('w', 'b', 'begun');
    vi.runAllTimers();
    drafts.flush();
    expect(where.last).toEqual({ b: 'begun' });
    await vi.runAllTimersAsync();
  });

  test('what cannot be kept stays in the page, and counts', async () => {
    const drafts = new Drafts();
    const where = home(false);
    drafts.keepIn(() => where);
    drafts.set('w', 'a', '{');
    await vi.runAllTimersAsync();
    drafts.flush();
    expect([drafts.get('w', 'a'), drafts.size]).toEqual(['{', 1]);
  });

  test('what was kept comes back, and what another tab typed or forgot; not over what was typed here', () => {
    const drafts = new Drafts();
    drafts.restore({ id: 'w', drafts: { a: '1', b: '2' } });
    drafts.set('w', 'b', 'mine');
    drafts.restore({ id: 'w', drafts: { a: 'theirs', b: 'theirs' } });
    expect([drafts.get('w', 'a'), drafts.get('w', 'b')]).toEqual(['theirs', 'mine']);
    drafts.restore({ id: 'w', drafts: {} });
    expect([drafts.get('w', 'a'), drafts.get('w', 'b')]).toEqual([undefined, 'mine']);
  });
});

test('what can be undone is handed over to the name that a text has from now on, once', () => {
  const drafts = new Drafts();
  drafts.handOver('w', { before: null, read: () => 'history' }, 'made');
  drafts.handOver('w', { before: null, read: null }, 'never opened');
  expect(drafts.takePast('w', 'made').before).toBe('history');
  expect([drafts.takePast('w', 'made').before, drafts.takePast('w', 'never opened').before]).toEqual([
    undefined,
    undefined,
  ]);
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
    drafts.set('w', 'a', '{}');
    flushSync();
    expect(asks()).toBe(true);
    drafts.set('w', 'a', null);
    flushSync();
    expect(asks()).toBe(false);
    drafts.setObject(1, { workspace: 'w', bucket: 'b', key: '', text: 'x', mode: 'write' });
    flushSync();
    expect(asks()).toBe(true);
    stop();
  });
});
