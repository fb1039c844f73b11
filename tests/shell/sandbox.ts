// A sandbox without a browser: an account, whoever is signed in to it, and a shell.
import { NO_ACTIVITY } from '../../src/account/activity.ts';
import type { Caller } from '../../src/account/caller.ts';
import { accountByIdOrAlias, findUser } from '../../src/account/find.ts';
import { callEntry, redoable, stepEntry, undoable, type Journal } from '../../src/account/journal.ts';
import type { World } from '../../src/account/world.ts';
import { clockLearned } from '../../src/api/clock-learned.ts';
import { execute } from '../../src/api/execute.ts';
import type { Env } from '../../src/api/env.ts';
import { clockIn, type ClockOf } from '../../src/api/mfa-clock.ts';
import { commandLineAgent } from '../../src/api/user-agent.ts';
import { Usage } from '../../src/app/usage.ts';
import type { ManagedPolicies } from '../../src/aws/catalogue.ts';
import type { Descriptions, Vocabulary } from '../../src/aws/vocabulary.ts';
import { addSeconds, type Instant } from '../../src/aws/instant.ts';
import { CONSOLE_SESSION_SECONDS } from '../../src/session/facts.ts';
import { EMPTY_KEYRING, withClock } from '../../src/session/keyring.ts';
import type { Profile } from '../../src/session/profiles.ts';
import { NEW_SHELL } from '../../src/shell/facts.ts';
import { Shell } from '../../src/shell/shell.ts';
import type { Surroundings } from '../../src/shell/surroundings.ts';

export interface Given {
  readonly world: World;
  /** `root`, the name of a user, or either behind an account and a slash; null: nobody. */
  readonly as: string | null;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => readonly number[];
  readonly managedPolicies: ManagedPolicies;
  readonly vocabulary: Vocabulary;
  readonly descriptions: Descriptions;
}

export class Sandbox implements Surroundings {
  readonly shell: Shell;
  #world: World;
  #journal: Journal = [];
  #ahead = 0;
  #profiles: readonly Profile[] = [];
  #keyring = EMPTY_KEYRING;
  readonly #usage = new Usage(NO_ACTIVITY, []);
  readonly #given: Given;
  readonly #caller: Caller | null;

  constructor(given: Given) {
    this.#given = given;
    this.#world = given.world;
    this.#caller = given.as === null ? null : signedIn(given, given.as);
    this.shell = new Shell({ facts: NEW_SHELL }, this);
  }

  world = (): World => this.#world;
  now = (): Instant => addSeconds(this.#given.now(), this.#ahead);
  caller = (): Caller | null => this.#caller;
  phoneAhead = (): number => 0;
  clockOf: ClockOf = (device) => clockIn(this.#keyring.clock.known)(device);
  profiles = (): readonly Profile[] => this.#profiles;
  actions = (): Vocabulary['actions'] => this.#given.vocabulary.actions;
  descriptions = (): Descriptions => this.#given.descriptions;
  managedPolicies = (): readonly string[] => [...this.#given.managedPolicies.keys()];

  saveProfiles = (profiles: readonly Profile[]): void => {
    this.#profiles = profiles;
  };

  advance = (seconds: number): void => {
    this.#ahead += seconds;
  };

  request: Surroundings['request'] = (caller, call, region) => {
    const outcome = execute(this.#world, caller, call, this.#env(region));
    const { world, entry } = callEntry(this.#world, outcome.event, outcome.changes);
    this.#world = world;
    this.#journal = [...this.#journal, entry];
    const learned = clockLearned(world, outcome, caller, {
      now: outcome.event.eventTime,
      clockOf: this.clockOf,
    });
    if (learned) this.#keyring = withClock(this.#keyring, learned);
    return outcome;
  };

  undo = (): string | null => this.#step(undoable(this.#journal));
  redo = (): string | null => this.#step(redoable(this.#journal));

  #step(done: ReturnType<typeof undoable>): string | null {
    if (!done) return null;
    const { world, entry } = stepEntry(this.#world, done, { id: this.#given.newId(), time: this.now() });
    this.#world = world;
    this.#journal = [...this.#journal, entry];
    return done.kind === 'call' ? done.event.eventName : done.eventName;
  }

  #env(region: string): Env {
    const { newId, randomBytes, managedPolicies } = this.#given;
    return {
      now: this.now(),
      newId,
      randomBytes,
      managedPolicies,
      activity: this.#usage.of(this.#journal),
      region,
      sourceIp: '203.0.113.10',
      userAgent: commandLineAgent(null),
      mfaClock: this.clockOf,
    };
  }
}

/** A console session of twelve hours. */
function signedIn({ world, now }: Given, who: string): Caller {
  const [named, name = named ?? ''] = who.includes('/') ? who.split('/') : [undefined, who];
  const account = named === undefined ? Object.values(world.accounts)[0] : accountByIdOrAlias(world, named);
  if (!account) throw new Error(`There is no account ${named ?? ''} in this scenario.`);
  const issued = now();
  const credentials = {
    kind: 'console',
    accessKeyId: 'ASIAROLECALLCONSOLE1',
    issued,
    expires: addSeconds(issued, CONSOLE_SESSION_SECONDS),
    mfa: null,
  } as const;
  if (name === 'root') return { kind: 'root', account: account.id, credentials };
  const user = findUser(account, name);
  if (!user) throw new Error(`There is no user ${name} in the account ${account.id}.`);
  return { kind: 'user', account: account.id, name: user.name, id: user.id, credentials };
}
