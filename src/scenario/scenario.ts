// Scenario: the document that links, files, the database and the built-in lessons all share.
import type { Directories } from '../account/directories.ts';
import type { World } from '../account/world.ts';
import type { AccountId } from '../aws/arn.ts';

/** The newest version of the document that this build writes and reads. */
export const SCENARIO_VERSION = 5;

export interface Scenario {
  readonly format: 'rolecall-scenario';
  readonly version: typeof SCENARIO_VERSION;
  readonly title: string;
  /** What the reader is told about the situation; plain text, may be empty. */
  readonly story: string;
  /** Identities that the author hands out, with their passwords in the clear: everybody may sign in as them. */
  readonly handout: readonly HandoutEntry[];
  /** What is outside of AWS, and vouches for people who come to it. */
  readonly directories: Directories;
  readonly world: World;
}

export type HandoutEntry =
  | { readonly kind: 'root'; readonly account: AccountId; readonly password: string; readonly note: string }
  | {
      readonly kind: 'user';
      readonly account: AccountId;
      readonly name: string;
      readonly password: string;
      /** One line on who this is. */
      readonly note: string;
    };

/** Why a document could not be taken, in terms a person can act on. */
export type ScenarioError =
  | { readonly kind: 'foreign'; readonly detail: string }
  | { readonly kind: 'tooNew'; readonly version: number }
  | { readonly kind: 'damaged'; readonly detail: string }
  | { readonly kind: 'oversized'; readonly bytes: number; readonly limit: number };
