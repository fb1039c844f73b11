// Intent: what a command line asks for.
import type { ApiCall } from '../call.ts';
import type { Command } from './arguments.ts';
import type { Stream } from './customized.ts';
import type { Globals } from './globals.ts';
import type { PageOptions } from './output/pages.ts';
import type { Waiter } from './waiters.ts';

/** Commands that are no operations of the API, which the shell knows. */
export const HIGH_LEVEL = ['s3', 'configure'] as const;
export type HighLevel = (typeof HIGH_LEVEL)[number];

export interface CallIntent {
  readonly kind: 'call';
  readonly command: Command;
  readonly call: ApiCall;
  readonly globals: Globals;
  /** Null: one call, printed as it is. */
  readonly paging: PageOptions | null;
  /** What is written to a file and not printed. */
  readonly written: { readonly path: string; readonly stream: Stream } | null;
  readonly unprinted: readonly string[];
}

export type Intent =
  | CallIntent
  /** `aws SERVICE wait NAME`: the call tells whether it is over. */
  | {
      readonly kind: 'wait';
      readonly name: string;
      readonly waiter: Waiter;
      readonly made: CallIntent;
    }
  /** `--generate-cli-skeleton`: nothing is called. */
  | { readonly kind: 'skeleton'; readonly text: string }
  | { readonly kind: 'help'; readonly service: string | null; readonly command: string | null }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'highLevel';
      readonly service: HighLevel;
      /** What follows the service, global options and all. */
      readonly words: readonly string[];
      readonly before: ReadonlyMap<string, string | true>;
    };
