// Where things may travel: every stored field, whether it is saved in this browser, and whether a link or file takes it.
import type { Table } from '../account/table.ts';
import type { PlainJson } from '../aws/json.ts';
import type { SessionFacts } from '../session/facts.ts';
import type { Stored } from './records.ts';

/** What nobody may pass on: the credentials of a session, wherever they stand. */
type Credentials = Extract<SessionFacts, { kind: 'signedIn' }>['caller']['credentials'];

/** True when credentials may be somewhere inside a value. Of a value of unknown type, or of any JSON, they may. */
export type HoldsCredentials<Value> = PlainJson extends Value
  ? true
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
  /** Put into links and files. The compiler refuses `true` for what may hold credentials. */
  readonly shared: HoldsCredentials<Value> extends true ? false : boolean;
}

type TravelTable = {
  readonly [Table in keyof Stored]: {
    readonly [Field in keyof Required<Stored[Table]>]: Travel<Required<Stored[Table]>[Field]>;
  };
};

const HERE = { saved: true, shared: false } as const;
const ANYWHERE = { saved: true, shared: true } as const;

/** Complete by type: a new stored field does not compile until it has a row. */
export const TRAVEL: TravelTable = {
  workspaces: {
    id: HERE,
    revision: HERE,
    // A copy of the title in the scenario, for lists.
    title: HERE,
    changed: HERE,
    // The world, the story and the handout with its passwords: they are made to be handed out.
    scenario: ANYWHERE,
  },
  // What somebody did and when is theirs.
  events: { workspace: HERE, revision: HERE, position: HERE, event: HERE },
  sessions: { workspace: HERE, facts: HERE },
  // Of unknown content; only whoever sits at this browser may download it.
  setAside: { id: HERE, workspace: HERE, reason: HERE, when: HERE, content: HERE },
  settings: { name: HERE, value: HERE },
};
