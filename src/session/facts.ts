// SessionFacts: who somebody is, as plain data. Facts are saved, machine snapshots are not.
import type { Caller } from '../account/caller.ts';
import type { AccountId } from '../aws/arn.ts';

/** How somebody came to be who they are: at a door of the sign-in page, by a call, or by running as a service. */
export const WAYS = [
  'signIn',
  'saml',
  'webIdentity',
  'identityCenter',
  'accessKey',
  'service',
  'anonymous',
  'switchRole',
  'assumeRole',
  'sessionToken',
  'federationToken',
  'assumeRoot',
] as const;
export type Way = (typeof WAYS)[number];

/** The colours of the console's page for switching roles. */
export const ROLE_COLORS = ['red', 'orange', 'yellow', 'green', 'blue'] as const;
export type RoleColor = (typeof ROLE_COLORS)[number];

/** What a switch of roles is shown as. */
export interface Display {
  /** At most 64 characters. */
  readonly name: string;
  readonly color: RoleColor | null;
}

/** One of those that somebody has become, one after the other. */
export interface Link {
  readonly way: Way;
  readonly caller: Caller;
  /** Null: named as AWS names it. */
  readonly display: Display | null;
}

/** Somebody who signed in, and whom they have become since. */
export interface HeldSession {
  readonly id: string;
  /** The one who signed in first, the one who acts last; never empty. */
  readonly links: readonly Link[];
}

/** A role that was switched to, for the next time. */
export interface RecentRole {
  readonly account: AccountId;
  /** With its path: `ops/Admin`. */
  readonly role: string;
  readonly display: Display;
}

export interface SessionFacts {
  /** Side by side, the one that was opened first at the front. */
  readonly held: readonly HeldSession[];
  /** The id of the session that acts; null: nobody does. */
  readonly active: string | null;
  /** The ids of those that acted before it, the one of just before last; left out: none did. */
  readonly before?: readonly string[];
  /** The newest first. */
  readonly recentRoles: readonly RecentRole[];
}

export const SIGNED_OUT: SessionFacts = { held: [], active: null, recentRoles: [] };

/** A console session of an IAM user or root user lasts twelve hours. */
export const CONSOLE_SESSION_SECONDS = 12 * 60 * 60;

/**
 * As many identities as a browser can be signed in to the console with at the same time.
 * @see https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/multisession.html
 */
export const MAX_HELD = 5;

/** As many roles as the console remembers. */
export const MAX_RECENT_ROLES = 5;
