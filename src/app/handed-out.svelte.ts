// The handout as it is now: whose password was changed since it was handed out is known by holding it against the hash.
import { findUser } from '../account/find.ts';
import type { PasswordHash, World } from '../account/world.ts';
import type { HandoutEntry, Scenario } from '../scenario/scenario.ts';
import { idle } from './idle.ts';
import { verifyPassword } from './passwords.ts';

export class HandedOut {
  readonly #checks: Record<string, Promise<boolean>> = {};
  /** Password and hash that do not belong together; of no others it is known yet. */
  #wrong = $state.raw<readonly string[]>([]);
  /** One at a time: the page has better things to do. */
  #last: Promise<unknown> = Promise.resolve();

  /** Without the passwords that are known to be changed: those are empty. What is not known yet is looked at, once. */
  shown({ handout, world }: Scenario): readonly HandoutEntry[] {
    return handout.map((entry) => {
      const key = keyOf(entry, world);
      if (key !== null) void this.#check(entry, world);
      return key === null || this.#wrong.includes(key) ? { ...entry, password: '' } : entry;
    });
  }

  /** With those people only whose passwords are still what they were: for others to read. */
  async shared(scenario: Scenario): Promise<Scenario> {
    const right = await Promise.all(scenario.handout.map((entry) => this.#check(entry, scenario.world)));
    return { ...scenario, handout: scenario.handout.filter((_, at) => right[at]) };
  }

  #check(entry: HandoutEntry, world: World): Promise<boolean> {
    const key = keyOf(entry, world);
    const hash = hashOf(entry, world);
    if (key === null || hash === null) return Promise.resolve(false);
    const before = this.#checks[key];
    if (before) return before;
    const check = this.#last.then(idle).then(() => this.#isRight(entry.password, hash, key));
    this.#checks[key] = check;
    this.#last = check;
    return check;
  }

  async #isRight(password: string, hash: PasswordHash, key: string): Promise<boolean> {
    try {
      const right = await verifyPassword({ password, hash });
      if (!right) this.#wrong = [...this.#wrong, key];
      return right;
    } catch {
      // A browser without the cryptography: nobody can be told otherwise.
      return true;
    }
  }
}

function hashOf(entry: HandoutEntry, { accounts }: World): PasswordHash | null {
  const account = accounts[entry.account];
  if (!account) return null;
  const login = entry.kind === 'root' ? account.root.login : findUser(account, entry.name)?.login;
  return login?.hash ?? null;
}

/** Null where there is no password at all. */
const keyOf = (entry: HandoutEntry, world: World): string | null => {
  const hash = hashOf(entry, world);
  return hash && JSON.stringify([entry.password, hash.salt, hash.hash]);
};
