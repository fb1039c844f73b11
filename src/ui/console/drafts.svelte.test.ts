// Tests for drafts: what is kept, and when the browser is to ask before it leaves.
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { Drafts, guardUnload } from './drafts.svelte.ts';

test('a draft is kept under its key until it is forgotten', () => {
  const drafts = new Drafts();
  drafts.set('a', '{}');
  drafts.set('b', '');
  expect([drafts.get('a'), drafts.get('b'), drafts.get('c'), drafts.size]).toEqual(['{}', '', undefined, 2]);
  drafts.set('a', null);
  expect([drafts.get('a'), drafts.size]).toEqual([undefined, 1]);
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
    stop();
  });
});
