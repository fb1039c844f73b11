// The terminal of a workspace: its tabs, and what their shells stand in.
import type { Caller } from '../../account/caller.ts';
import { callerWithCredentials } from '../../api/credentials.ts';
import { commandLineAgent } from '../../api/user-agent.ts';
import { loadManagedPolicies } from '../../aws/catalogue.ts';
import { epochMillis } from '../../aws/instant.ts';
import type { Actions, Descriptions } from '../../aws/vocabulary.ts';
import { planOf, type Profile } from '../../session/profiles.ts';
import { Shell } from '../../shell/shell.ts';
import type { Memory } from '../../shell/facts.ts';
import { keptHistory } from '../../shell/kept-history.ts';
import type { Surroundings } from '../../shell/surroundings.ts';
import { follow } from '../shared/follow.ts';
import { identityName } from '../shared/identity.ts';
import type { Shelf, Workspace } from '../shared/workspace.ts';
import { Tab } from './tab.svelte.ts';

/** As many as can be told apart. */
const MOST_TABS = 6;

export class Terminal {
  #tabs = $state.raw<readonly Tab[]>([]);
  #active = $state(0);
  #actions = $state.raw<Actions | null>(null);
  #descriptions: Descriptions | null = null;
  #managed: readonly string[] = [];
  /** Why what was typed or saved is not kept; null when it is. */
  #notKept = $state<string | null>(null);
  #profiles: readonly Profile[] | null = null;
  #made = 0;
  readonly #workspace: Workspace;
  readonly #memory: Memory;

  constructor(workspace: Workspace, shelf: Pick<Shelf, 'vocabulary' | 'descriptions'>) {
    this.#workspace = workspace;
    let facts = workspace.terminal;
    let keeping = false;
    let changed = false;
    let typed: readonly string[] | null = null;
    let history: readonly string[] = [];
    /** One write at a time, of what is there by then: a loop that fills a file changes it at every turn. */
    const keep = async (): Promise<void> => {
      changed = true;
      if (keeping) return;
      keeping = true;
      try {
        while (changed) {
          changed = false;
          // This tab has its lines whole; what outlives it has no secret in it.
          if (facts.history !== typed) {
            typed = facts.history;
            history = keptHistory(typed);
          }
          await workspace.keepTerminal({ ...facts, history });
        }
      } finally {
        keeping = false;
      }
    };
    const failed = (fault: unknown): void => {
      this.#notKept = fault instanceof Error ? fault.message : String(fault);
    };
    this.#memory = {
      get facts() {
        return facts;
      },
      set facts(changed) {
        facts = changed;
        keep().then(() => undefined, failed);
      },
    };
    shelf.vocabulary().then(
      ({ actions }) => (this.#actions = actions),
      () => undefined,
    );
    shelf.descriptions().then(
      (descriptions) => (this.#descriptions = descriptions),
      () => undefined,
    );
    loadManagedPolicies().then(
      (policies) => (this.#managed = [...policies.keys()]),
      () => undefined,
    );
    this.open();
  }

  get tabs(): readonly Tab[] {
    return this.#tabs;
  }
  get active(): Tab {
    const tab = this.#tabs[this.#active] ?? this.#tabs[0];
    if (!tab) throw new Error('A terminal has a tab.');
    return tab;
  }
  get canOpen(): boolean {
    return this.#tabs.length < MOST_TABS;
  }
  get notKept(): string | null {
    return this.#notKept;
  }

  open(): void {
    if (!this.canOpen) return;
    const workspace = this.#workspace;
    let script: string | null = null;
    const shell = new Shell(
      this.#memory,
      this.#surroundings(() => script),
    );
    this.#tabs = [
      ...this.#tabs,
      new Tab(++this.#made, shell, {
        prompt: (of) => this.promptOf(of),
        explain: ({ event }) => follow({ place: 'event', id: event.eventID }),
        script: (runs) => {
          // No two begin in the same second with as much behind them.
          const second = Math.floor(epochMillis(workspace.now()) / 1000);
          script = runs ? `${second.toString(36)}.${workspace.events.length}` : null;
        },
      }),
    ];
    this.#active = this.#tabs.length - 1;
  }

  close(tab: Tab): void {
    tab.stop();
    this.#tabs = this.#tabs.filter((one) => one !== tab);
    this.#active = Math.min(this.#active, Math.max(0, this.#tabs.length - 1));
    if (this.#tabs.length === 0) this.open();
  }

  activate(tab: Tab): void {
    this.#active = this.#tabs.indexOf(tab);
  }

  /** Whose credentials sign: a profile or keys of the environment, else who acts in the console. */
  promptOf(shell: Shell): string {
    const { caller, world, profiles } = this.#workspace;
    const plan = planOf({
      profiles: this.#profiles ?? profiles,
      profile: null,
      environment: Object.fromEntries(shell.environment()),
    });
    if (plan.ok) {
      const { profile, base, hops } = plan.value;
      const from = profile === null ? 'keys' : `profile ${profile}`;
      const role = hops.at(-1)?.roleArn;
      if (role !== undefined) return `${role.slice(role.lastIndexOf('/') + 1)} (${from})`;
      const signer = callerWithCredentials(world, base);
      return `${signer.ok ? this.#nameOf(signer.value) : 'unknown keys'} (${from})`;
    }
    if (plan.error.name !== 'NoCredentialsError') return 'no credentials';
    return caller ? this.#nameOf(caller) : 'nobody';
  }

  #nameOf(caller: Caller): string {
    const account = caller.kind === 'anonymous' ? undefined : this.#workspace.world.accounts[caller.account];
    return `${identityName(caller)}${account ? `@${account.alias ?? account.id}` : ''}`;
  }

  /** @param script Which one is running in that tab. */
  #surroundings(script: () => string | null): Surroundings {
    const workspace = this.#workspace;
    const stepped = (what: 'undo' | 'redo'): string | null => {
      const name = what === 'undo' ? workspace.canUndo : workspace.canRedo;
      if (name !== null) workspace[what]();
      return name;
    };
    return {
      world: () => workspace.world,
      now: () => workspace.now(),
      caller: () => workspace.caller,
      phoneAhead: () => workspace.phoneAhead,
      clockOf: (device) => workspace.clockOf(device),
      profiles: () => this.#profiles ?? workspace.profiles,
      saveProfiles: (profiles) => {
        // What is written is there at once for the next command, and on the disk a moment later.
        this.#profiles = profiles;
        workspace.replaceProfiles(profiles).then(
          () => (this.#profiles = null),
          (fault: unknown) => {
            this.#profiles = null;
            this.#notKept = fault instanceof Error ? fault.message : String(fault);
          },
        );
      },
      request: (caller, call, region) =>
        workspace.requestAs(caller, call, { region, userAgent: commandLineAgent(script()) }),
      requestWithPasswords: (caller, call, region) =>
        workspace.requestAsWithPasswords(caller, call, { region, userAgent: commandLineAgent(script()) }),
      actions: () => this.#actions,
      descriptions: () => this.#descriptions,
      managedPolicies: () => this.#managed,
      advance: (seconds) => workspace.advance(seconds),
      undo: () => stepped('undo'),
      redo: () => stepped('redo'),
    };
  }
}
