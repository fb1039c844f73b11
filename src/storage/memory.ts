// The store without a database: workspaces live as long as the tab, where the browser keeps nothing for this site.
import { NO_ACTIVITY } from '../account/activity.ts';
import { withEntries } from '../account/activity-of-events.ts';
import type { Journal } from '../account/journal.ts';
import { epochMillis } from '../aws/instant.ts';
import { err, ok } from '../aws/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { SIGNED_OUT, type SessionFacts } from '../session/facts.ts';
import { EMPTY_KEYRING, type Keyring } from '../session/keyring.ts';
import { storageError } from './errors.ts';
import { soundKeyring } from './keyrings.ts';
import type { LoadedWorkspace } from './loading.ts';
import type { Store, StoreOptions } from './workspaces.ts';
import { aheadOf, eventsIn, sound, soundCommit, soundEntries } from './writing.ts';

interface Held {
  readonly revision: number;
  readonly scenario: Scenario;
  readonly session: SessionFacts;
  readonly ahead: number;
  readonly entries: Journal;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

/** As the store of the database, and as strict with what it takes: what it lets pass can be written to a backup. */
export function memoryStore({ now, newId }: Pick<StoreOptions, 'now' | 'newId'>): Store {
  const held = new Map<string, Held>();
  const keyrings = new Map<string, Keyring>();
  const followers = new Map<string, Set<(keyring: Keyring) => void>>();
  const keyringOf = (id: string): Keyring => keyrings.get(id) ?? EMPTY_KEYRING;
  let last: string | null = null;

  const loaded = (id: string): LoadedWorkspace | null => {
    const one = held.get(id);
    if (!one) return null;
    const { changed: _changed, ...rest } = one;
    const activity = withEntries(NO_ACTIVITY, one.entries);
    return { id, ...rest, activity, from: 2, loss: null };
  };

  return {
    list: () => {
      const newestFirst = [...held].sort(([, a], [, b]) => b.changed - a.changed);
      return answer(
        ok(
          newestFirst.map(([id, { scenario, changed, entries }]) => ({
            id,
            title: scenario.title,
            changed,
            events: eventsIn(entries),
          })),
        ),
      );
    },

    load: (id) => {
      const found = loaded(id);
      return answer(found ? ok(found) : err(storageError('missing')));
    },

    // All of it was in the answer of `load`.
    earlier: () => answer(ok({ entries: [], from: 2, loss: null })),

    create(scenario, entries = []) {
      const checked = sound(scenario);
      if (!checked.ok) return answer(checked);
      const history = soundEntries(entries);
      if (!history.ok) return answer(history);
      const id = newId();
      held.set(id, {
        revision: 1,
        scenario,
        session: SIGNED_OUT,
        ahead: aheadOf(entries, now()),
        entries: history.value,
        changed: epochMillis(now()),
      });
      return answer(ok({ id, revision: 1 }));
    },

    commit({ workspace, revision, scenario, entries, session, ahead }) {
      const checked = soundCommit(scenario, entries);
      if (!checked.ok) return answer(checked);
      const fresh = soundEntries(entries);
      if (!fresh.ok) return answer(fresh);
      const before = held.get(workspace);
      if (!before) return answer(err(storageError('missing')));
      if (before.revision !== revision) return answer(err(storageError('conflict')));
      const next = revision + 1;
      held.set(workspace, {
        revision: next,
        scenario,
        session,
        ahead,
        entries: [...before.entries, ...fresh.value],
        changed: epochMillis(now()),
      });
      return answer(ok({ revision: next }));
    },

    news: ({ workspace }) => {
      const found = loaded(workspace);
      return answer(found ? ok({ kind: 'whole' as const, ...found }) : err(storageError('missing')));
    },

    remove: (id) => {
      held.delete(id);
      keyrings.delete(id);
      return answer(ok(undefined));
    },

    keyring: (id) => answer(ok(keyringOf(id))),

    changeKeyring(id, change) {
      if (!held.has(id)) return answer(err(storageError('missing')));
      const changed = soundKeyring(change(keyringOf(id)));
      if (changed.ok) {
        keyrings.set(id, changed.value);
        followers.get(id)?.forEach((tell) => tell(changed.value));
      }
      return answer(changed);
    },

    followKeyring(id, onKeyring) {
      const those = followers.get(id) ?? new Set();
      followers.set(id, those.add(onKeyring));
      onKeyring(keyringOf(id));
      return () => those.delete(onKeyring);
    },

    // No other tab knows of it.
    follow: () => () => {},

    lastOpen: () => answer(ok(last !== null && held.has(last) ? last : null)),

    setLastOpen: (id) => {
      last = id;
      return answer(ok(undefined));
    },

    setAsideRecords: () => answer(ok([])),

    downloadSetAside: () => answer(err(storageError('missing'))),

    close: () => held.clear(),
  };
}

const answer = <Value>(value: Value): Promise<Value> => Promise.resolve(value);
