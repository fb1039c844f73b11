// The journal: what was done to a world, in order, with what it changed and how to take that back. Undo and redo are entries.
import type { Instant } from '../aws/instant.ts';
import { applyChanges } from './apply-change.ts';
import type { Change } from './change.ts';
import type { ApiEvent } from './event.ts';
import { makeChanges } from './inverse.ts';
import { rebasedChanges } from './rebase.ts';
import type { World } from './world.ts';

/** What an entry did to the world. */
interface Effect {
  /** In the order in which they were made; empty where it only read, or was refused. */
  readonly changes: readonly Change[];
  /** Takes `changes` back on the world that they led to: the inverse of the last comes first. Empty: the world is as before. */
  readonly inverse: readonly Change[];
}

/** A call or a sign-in, as AWS would record it. */
export interface CallEntry extends Effect {
  readonly kind: 'call';
  readonly event: ApiEvent;
}

/** A call taken back, or made again after that. AWS has no such thing, and so no event for it. */
export interface StepEntry extends Effect {
  readonly kind: 'undo' | 'redo';
  readonly id: string;
  readonly time: Instant;
  /** The event of the call, and what was called: `CreateUser`. */
  readonly eventID: string;
  readonly eventName: string;
}

/**
 * Here the history has a gap: an event was recorded without what it changed, as older builds did, or what stood here could
 * not be read (`event` is null). The world cannot be stepped back to before a gap.
 */
export interface GapEntry {
  readonly kind: 'gap';
  readonly event: ApiEvent | null;
}

export type JournalEntry = CallEntry | StepEntry | GapEntry;

/** Oldest first. Entries are only ever added: what was undone stays in it, and so does that it was undone. */
export type Journal = readonly JournalEntry[];

/** Null for undo, redo, and what could not be read. */
export const eventOf = (entry: JournalEntry): ApiEvent | null => ('event' in entry ? entry.event : null);

/** The entry of a call with its changes, made on `world`, and the world that they lead to. */
export function callEntry(
  world: World,
  event: ApiEvent,
  changes: readonly Change[],
): { readonly world: World; readonly entry: CallEntry } {
  const made = makeChanges(world, changes);
  return { world: made.world, entry: { kind: 'call', event, changes, inverse: made.inverse } };
}

/** The entry that takes back what `done` did, or, where that was an undo, does it again. */
export function stepEntry(
  world: World,
  done: CallEntry | StepEntry,
  made: { readonly id: string; readonly time: Instant },
): { readonly world: World; readonly entry: StepEntry } {
  const { world: after, inverse } = makeChanges(world, done.inverse);
  const of = done.kind === 'call' ? done.event : done;
  const { eventID, eventName } = of;
  const kind = done.kind === 'undo' ? 'redo' : 'undo';
  return { world: after, entry: { kind, ...made, eventID, eventName, changes: done.inverse, inverse } };
}

/** Operations that only make a report of what is there: nothing in it is to be taken back. */
const REPORTS: ReadonlySet<string> = new Set([
  'GenerateCredentialReport',
  'GenerateOrganizationsAccessReport',
  'GenerateServiceLastAccessedDetails',
]);

/** Whether a person would say that an entry changed something. */
const isStep = (entry: CallEntry | StepEntry): boolean =>
  entry.inverse.length > 0 && !(entry.kind === 'call' && REPORTS.has(entry.event.eventName));

/**
 * What undo would take back now: the last call that changed something and stands, or the redo that made it stand again.
 * Null when there is none. What is before a gap can no longer be taken back.
 */
export function undoable(journal: Journal): CallEntry | StepEntry | null {
  const settled = new Set<string>();
  for (let at = journal.length - 1; at >= 0; at--) {
    const entry = journal[at];
    if (!entry || entry.kind === 'gap') return null;
    const eventID = entry.kind === 'call' ? entry.event.eventID : entry.eventID;
    if (!isStep(entry) || settled.has(eventID)) continue;
    if (entry.kind !== 'undo') return entry;
    settled.add(eventID);
  }
  return null;
}

/** The undo that redo would take back now: the last one that stands, unless something else was changed since. */
export function redoable(journal: Journal): StepEntry | null {
  const settled = new Set<string>();
  for (let at = journal.length - 1; at >= 0; at--) {
    const entry = journal[at];
    if (!entry || entry.kind === 'gap') return null;
    if (!isStep(entry)) continue;
    if (entry.kind === 'call') return null;
    if (settled.has(entry.eventID)) continue;
    if (entry.kind === 'undo') return entry;
    settled.add(entry.eventID);
  }
  return null;
}

/** The world before all of `later`, stepped back from the world after them. Null when a gap is in the way. */
export function worldAt(now: World, later: Journal): World | null {
  let world = now;
  for (let at = later.length - 1; at >= 0; at--) {
    const entry = later[at];
    if (!entry || entry.kind === 'gap') return null;
    world = applyChanges(world, entry.inverse);
  }
  return world;
}

/** The world after all entries, stepped forward from the one before them. Null when a gap is in the way. */
export function replay(first: World, entries: Journal): World | null {
  let world = first;
  for (const entry of entries) {
    if (entry.kind === 'gap') return null;
    world = applyChanges(world, entry.changes);
  }
  return world;
}

/**
 * Makes entries again on a world and after a journal that have gone on without them, as when two tabs wrote at the same
 * moment. Calls are made again as `rebasedChanges` does. An undo or redo whose turn has passed, since the other tab took
 * the same thing back or changed something after it, is left out: it would overwrite what is newer.
 */
export function rebase(
  world: World,
  journal: Journal,
  entries: Journal,
): { readonly world: World; readonly entries: Journal } {
  const rebased: JournalEntry[] = [];
  let now = world;
  for (const entry of entries) {
    if (entry.kind === 'gap') {
      rebased.push(entry);
      continue;
    }
    let next: { readonly world: World; readonly entry: JournalEntry };
    if (entry.kind === 'call') {
      next = callEntry(now, entry.event, rebasedChanges(now, entry.changes));
    } else {
      const known = [...journal, ...rebased];
      const done = entry.kind === 'undo' ? undoable(known) : redoable(known);
      if (!done || (done.kind === 'call' ? done.event : done).eventID !== entry.eventID) continue;
      next = stepEntry(now, done, { id: entry.id, time: entry.time });
    }
    now = next.world;
    rebased.push(next.entry);
  }
  return { world: now, entries: rebased };
}
