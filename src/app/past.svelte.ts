// Past: the world as an event found it, and how a recorded request was decided then.
import { SvelteMap } from 'svelte/reactivity';
import { applicablePolicies } from '../account/applicable.ts';
import type { ApiEvent } from '../account/event.ts';
import { eventOf } from '../account/journal.ts';
import type { World } from '../account/world.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { steppedBack } from '../storage/reading.ts';
import type { Stored } from './stored.svelte.ts';

export class Past {
  /** What this tab saw decided, by event. Traces are not stored: they are large and can be made again. */
  readonly #seen = new SvelteMap<string, Evaluation>();
  /** The world that an event found, as it was made again last. */
  #made: { readonly eventID: string; readonly world: World } | null = null;
  readonly #stored: Stored;
  readonly #managed: ManagedPolicies;

  constructor(stored: Stored, managed: ManagedPolicies) {
    this.#stored = stored;
    this.#managed = managed;
  }

  /** This is how an event was decided just now. */
  saw(eventID: string, decided: Evaluation): void {
    this.#seen.set(eventID, decided);
  }

  worldAt(eventID: string): World | null {
    const { journal, scenario } = this.#stored;
    const at = journal.findIndex((entry) => eventOf(entry)?.eventID === eventID);
    if (at < 0) return null;
    if (this.#made?.eventID === eventID) return this.#made.world;
    const found = steppedBack(scenario, journal.slice(at));
    if (!found.ok) return null;
    this.#made = { eventID, world: found.value.world };
    return found.value.world;
  }

  trace(event: ApiEvent): { readonly evaluation: Evaluation; readonly asOf: 'then' | 'now' } | null {
    const seen = this.#seen.get(event.eventID);
    if (seen) return { evaluation: seen, asOf: 'then' };
    if (!event.request) return null;
    const then = this.worldAt(event.eventID);
    const world = then ?? this.#stored.world;
    const policies = applicablePolicies(world, event.request, this.#managed, event.session);
    return { evaluation: evaluate(policies, event.request), asOf: then ? 'then' : 'now' };
  }
}
