// Where things may travel: every stored field, whether it is saved in this browser, and whether a link or file takes it.
import type { TemporaryKey } from '../account/caller.ts';
import type { Table } from '../account/table.ts';
import type { PlainJson } from '../aws/json.ts';
import type { Profile } from '../session/profiles.ts';
import type { Stored } from './records.ts';

/** What nobody may pass on: the credentials of a session, and the profiles of a keyring, wherever they stand. */
type Credentials = TemporaryKey<string> | Profile;

/**
 * True when credentials may be somewhere inside a value. Of a value of unknown type, they may. Plain JSON is what events
 * record of calls, from which secrets are kept out where events are made.
 */
export type HoldsCredentials<Value> = unknown extends Value
  ? true
  : PlainJson extends Value
    ? false
    : true extends
          | (Value extends Credentials ? true : never)
          | (Value extends Table<infer Inner> ? HoldsCredentials<Inner> : never)
          | (Value extends Table<unknown>
              ? never
              : Value extends object
                ? { [Key in keyof Value]: HoldsCredentials<Value[Key]> }[keyof Value]
                : never)
      ? true
      : false;

/** The value itself, or `never` when credentials may be inside: links and files take nothing else. */
export type Shareable<Value> = HoldsCredentials<Value> extends true ? never : Value;

interface Travel<Value> {
  /** Kept in the database of this browser. */
  readonly saved: boolean;
  /** Put into links and files for others. The compiler refuses `true` for what may hold credentials. */
  readonly shared: HoldsCredentials<Value> extends true ? false : boolean;
  /** Put into a backup, which somebody makes for themselves. The same goes for it. */
  readonly backedUp: HoldsCredentials<Value> extends true ? false : boolean;
}

type TravelTable = {
  readonly [Table in keyof Stored]: {
    readonly [Field in keyof Required<Stored[Table]>]: Travel<Required<Stored[Table]>[Field]>;
  };
};

const HERE = { saved: true, shared: false, backedUp: false } as const;
/** What somebody did and when is theirs. */
const THEIRS = { saved: true, shared: false, backedUp: true } as const;
const ANYWHERE = { saved: true, shared: true, backedUp: true } as const;

/** Complete by type: a new stored field does not compile until it has a row. */
export const TRAVEL: TravelTable = {
  workspaces: {
    id: HERE,
    revision: HERE,
    version: ANYWHERE,
    // The story and the handout with its passwords: they are made to be handed out.
    title: ANYWHERE,
    story: ANYWHERE,
    handout: ANYWHERE,
    // With their keys, for whoever opens it plays the directories too.
    directories: ANYWHERE,
    changed: HERE,
    ahead: HERE,
    events: HERE,
    snapshot: HERE,
    since: HERE,
  },
  journal: { workspace: HERE, revision: HERE, version: THEIRS, entries: THEIRS },
  // The world, as it was printed.
  snapshots: { workspace: HERE, revision: HERE, of: HERE, scenario: ANYWHERE, usage: HERE },
  sessions: { workspace: HERE, facts: HERE },
  // Secrets that AWS shows once.
  keyrings: { workspace: HERE, keyring: HERE },
  // Of unknown content; only whoever sits at this browser may download it.
  setAside: { id: HERE, workspace: HERE, reason: HERE, when: HERE, content: HERE },
  settings: { name: HERE, value: HERE },
};
