// Host: what a command finds around it: the shell that it was typed into.
import type { SigningCaller } from '../account/caller.ts';
import type { ApiOutcome } from '../api/call.ts';
import type { CredentialValues } from '../api/credentials.ts';
import type { Surroundings } from './surroundings.ts';

/** A caller, and what the caller signs with. */
export interface Signing {
  readonly caller: SigningCaller;
  readonly values: CredentialValues;
}

/** By what was asked for. */
export type KeptCredentials = Map<string, Signing>;

export interface Host {
  readonly around: Surroundings;
  readonly variables: Map<string, string>;
  /** The names of those that commands see. */
  readonly exported: Set<string>;
  /** What the last call came to, for `why`. */
  last: ApiOutcome | null;
  /** A sentence: why no policy was asked about the last call; null: that is for its outcome to say. */
  unasked: string | null;
  /** `set -e`: a command that fails ends the script. */
  exitOnError: boolean;
  /** The exit status of the last command. */
  readonly status: number;
  /** `exit` was called: nothing further is run. */
  ended: boolean;
  /** Credentials of roles that profiles have assumed, as the CLI keeps them. */
  readonly kept: KeptCredentials;
  /** Lines that were typed, the oldest first. */
  readonly history: readonly string[];
  readonly forget: () => void;
  /** Base64; null: there is none of that path. */
  readonly readFile: (path: string) => string | null;
  /** Null, or why it cannot be written. */
  readonly writeFile: (path: string, base64: string) => string | null;
  readonly deleteFile: (path: string) => void;
  /** Absolute paths, sorted. */
  readonly paths: readonly string[];
  /** The variables that commands see, with those that were set for this command. */
  readonly environment: (own?: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
}
