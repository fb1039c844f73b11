// The laws of the journal: nothing that was done is lost, and every world on the way can be had again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryChange } from '../../tests/fixtures/changes.ts';
import { event } from '../../tests/fixtures/event.ts';
import { BOOKSHOP, NOW, WORLD, object, policyIn, bucketIn } from '../../tests/fixtures/world.ts';
import { EMPTY, lookup } from './table.ts';
import type { Change } from './change.ts';
import {
  callEntry,
  eventOf,
  rebase,
  redoable,
  replay,
  stepEntry,
  undoable,
  worldAt,
  type JournalEntry,
} from './journal.ts';
import type { World } from './world.ts';

/** A world with its journal, as the app holds them. */
class Live {
  world: World;
  journal: JournalEntry[] = [];
  /** The world before each entry. */
  before: World[] = [];
  #ids = 0;
  constructor(world = WORLD) {
    this.world = world;
  }
  call(changes: readonly Change[], id = `e${this.#ids++}`, eventName = `Call-${id}`) {
    this.#take(callEntry(this.world, event(id, { eventName }), changes));
  }
  undo(): boolean {
    return this.#step(undoable(this.journal));
  }
  redo(): boolean {
    return this.#step(redoable(this.journal));
  }
  #step(done: ReturnType<typeof undoable>): boolean {
    if (done) this.#take(stepEntry(this.world, done, { id: `s${this.#ids++}`, time: NOW }));
    return done !== null;
  }
  #take({ world, entry }: { readonly world: World; readonly entry: JournalEntry }) {
    this.before.push(this.world);
    this.journal.push(entry);
    this.world = world;
  }
}

const put = (key: string, body = key): Change => ({
  kind: 'partSet',
  account: BOOKSHOP,
  table: 'buckets',
  name: 'maple-drafts',
  part: 'objects',
  key,
  value: object(key, body),
});

const act = fc.oneof(
  { weight: 4, arbitrary: fc.array(arbitraryChange, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
);

const acts = fc.array(act, { maxLength: 40 });

function lived(all: readonly (readonly Change[] | 'undo' | 'redo')[]): Live {
  const live = new Live();
  for (const one of all) {
    if (one === 'undo') live.undo();
    else if (one === 'redo') live.redo();
    else live.call(one);
  }
  return live;
}

describe('laws', () => {
  test('undo of everything returns the first world; redo of everything then returns the last', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const live = lived(all);
        while (live.redo());
        const last = live.world;
        let undone = 0;
        while (live.undo()) undone++;
        expect(live.world).toEqual(WORLD);
        let redone = 0;
        while (live.redo()) redone++;
        expect(live.world).toEqual(last);
        expect(redone).toBe(undone);
      }),
      { numRuns: 300 },
    );
  });

  test('replaying from the first world equals the live world', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { journal, world } = lived(all);
        expect(replay(WORLD, journal)).toEqual(world);
      }),
      { numRuns: 300 },
    );
  });

  test('stepping back to any entry equals the world that was there', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { journal, world, before } = lived(all);
        for (const [at, then] of before.entries()) expect(worldAt(world, journal.slice(at))).toEqual(then);
      }),
      { numRuns: 100 },
    );
  });

  test('a journal made again on the world it was made for is the same journal', () => {
    fc.assert(
      fc.property(acts, (all) => {
        // Calls do not return changes that cannot be made; such a version would get another number.
        const able = all.map((one) => (typeof one === 'string' ? one : one.filter(isNoVersion)));
        const { journal, world } = lived(able);
        expect(rebase(WORLD, [], journal)).toEqual({ world, entries: journal });
      }),
      { numRuns: 100 },
    );
  });
});

const isNoVersion = ({ kind }: Change): boolean => kind !== 'policyVersionCreated';

describe('what can be undone and redone', () => {
  const name = (entry: ReturnType<typeof undoable>) =>
    entry && (entry.kind === 'call' ? entry.event.eventName : entry.eventName);
  const state = ({ journal }: Live) => [name(undoable(journal)), name(redoable(journal))];

  test('one after the other, and back', () => {
    const live = new Live();
    expect(state(live)).toEqual([null, null]);
    live.call([put('a')], 'a');
    live.call([put('b')], 'b');
    expect(state(live)).toEqual(['Call-b', null]);
    live.undo();
    expect(state(live)).toEqual(['Call-a', 'Call-b']);
    live.undo();
    expect(state(live)).toEqual([null, 'Call-a']);
    live.redo();
    expect(state(live)).toEqual(['Call-a', 'Call-b']);
    live.redo();
    expect(state(live)).toEqual(['Call-b', null]);
    live.undo();
    expect(state(live)).toEqual(['Call-a', 'Call-b']);
    expect(live.journal.map(({ kind }) => kind)).toEqual([
      ...['call', 'call', 'undo', 'undo', 'redo', 'redo', 'undo'],
    ]);
  });

  test('a new change after an undo ends what could be redone, and what was undone stays undone', () => {
    const live = new Live();
    live.call([put('a')], 'a');
    live.call([put('b')], 'b');
    live.undo();
    live.call([put('c')], 'c');
    expect(state(live)).toEqual(['Call-c', null]);
    live.undo();
    live.undo();
    expect(state(live)).toEqual([null, 'Call-a']);
    expect(live.world).toEqual(WORLD);
  });

  test.each([
    'GenerateCredentialReport',
    'GenerateOrganizationsAccessReport',
    'GenerateServiceLastAccessedDetails',
  ])('%s only reports: it is passed over, and ends nothing', (eventName) => {
    const live = new Live();
    live.call([put('a')], 'a');
    live.call([put('b')], 'b');
    live.undo();
    live.call([put('report')], 'r', eventName);
    expect(state(live)).toEqual(['Call-a', 'Call-b']);
    live.redo();
    live.call([put('report', 'newer')], 's', eventName);
    expect(state(live)).toEqual(['Call-b', null]);
    live.undo();
    live.undo();
    expect(state(live)).toEqual([null, 'Call-a']);
  });

  test('what changed nothing is passed over, and ends nothing', () => {
    const live = new Live();
    live.call([put('a')], 'a');
    live.call([], 'read');
    live.call([{ ...put('a'), kind: 'partSet', name: 'nowhere' } as Change], 'vain');
    expect(state(live)).toEqual(['Call-a', null]);
    live.undo();
    live.call([], 'read again');
    expect(state(live)).toEqual([null, 'Call-a']);
  });

  test('nothing before a gap: not undone, not redone, not stepped back to', () => {
    const live = new Live();
    live.call([put('a')], 'a');
    live.journal.push({ kind: 'gap', event: event('old') });
    expect(state(live)).toEqual([null, null]);
    live.call([put('b')], 'b');
    expect(state(live)).toEqual(['Call-b', null]);
    live.undo();
    expect(state(live)).toEqual([null, 'Call-b']);
    expect(worldAt(live.world, live.journal)).toBeNull();
    expect(replay(WORLD, live.journal)).toBeNull();
    expect(live.journal.map((entry) => eventOf(entry)?.eventID)).toEqual(['a', 'old', 'b', undefined]);
  });
});

describe('made again on a world that has gone on', () => {
  const version = (id: string, document: string): Change => ({
    kind: 'policyVersionCreated',
    account: BOOKSHOP,
    policy: 'WriteDrafts',
    version: { id, created: NOW, document },
    setAsDefault: true,
  });

  test('two versions of a policy are both kept, and mine can be undone alone', () => {
    const [mine, theirs] = [new Live(), new Live()];
    mine.call([version('v2', 'mine')], 'mine');
    theirs.call([version('v2', 'theirs')], 'theirs');
    const { world, entries } = rebase(theirs.world, theirs.journal, mine.journal);
    expect(policyIn(world, 'WriteDrafts')?.defaultVersion).toBe('v3');
    expect(worldAt(world, entries)).toEqual(theirs.world);
  });

  test('an undo that the other tab has made, too, is made once', () => {
    const first = new Live();
    first.call([put('a')], 'a');
    first.call([put('b')], 'b');
    const two = [new Live(first.world), new Live(first.world)] as const;
    for (const live of two) {
      live.journal = [...first.journal];
      live.undo();
    }
    const [mine, theirs] = two;
    const rebased = rebase(theirs.world, theirs.journal, mine.journal.slice(2));
    expect(rebased).toEqual({ world: theirs.world, entries: [] });
  });

  test('an undo of what is no longer the last change is left out; what came after it is kept', () => {
    const first = new Live();
    first.call([put('a', 'one')], 'a');
    const [mine, theirs] = [new Live(first.world), new Live(first.world)];
    mine.journal = [...first.journal];
    theirs.journal = [...first.journal];
    mine.undo();
    mine.call([put('mine')], 'mine');
    theirs.call([put('a', 'two')], 'theirs');
    const { world, entries } = rebase(theirs.world, theirs.journal, mine.journal.slice(1));
    expect(entries.map((entry) => eventOf(entry)?.eventID)).toEqual(['mine']);
    const objects = bucketIn(world, 'maple-drafts')?.objects ?? EMPTY;
    expect([lookup(objects, 'a')?.body, lookup(objects, 'mine')?.body]).toEqual(['two', 'mine']);
  });
});
