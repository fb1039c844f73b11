// SessionFacts: who is signed in, as plain data. Facts are saved, machine snapshots are not.
import type { TemporaryKey } from '../account/caller.ts';
import type { AccountId } from '../aws/arn.ts';

/** Who is signed in to the console. */
export type ConsoleCaller =
  | { readonly kind: 'root'; readonly account: AccountId; readonly credentials: TemporaryKey<'console'> }
  | {
      readonly kind: 'user';
      readonly account: AccountId;
      readonly name: string;
      readonly id?: string;
      readonly credentials: TemporaryKey<'console'>;
    };

export type SessionFacts =
  { readonly kind: 'signedOut' } | { readonly kind: 'signedIn'; readonly caller: ConsoleCaller };

export const SIGNED_OUT: SessionFacts = { kind: 'signedOut' };

/** A console session of an IAM user or root user lasts twelve hours. */
export const CONSOLE_SESSION_SECONDS = 12 * 60 * 60;
