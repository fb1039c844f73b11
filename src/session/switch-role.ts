// Switching roles in the console: who asks for the role and how, and whom somebody becomes when it was granted.
import { expiryOf, type Caller, type RoleSession } from '../account/caller.ts';
import { accountByIdOrAlias, findRole } from '../account/find.ts';
import type { World } from '../account/world.ts';
import type { ApiCall, ApiOutcome } from '../api/call.ts';
import { callerName } from '../api/caller.ts';
import { callerWithCredentials } from '../api/credentials.ts';
import { iamArn, type AccountId } from '../aws/arn.ts';
import { epochMillis, type Instant } from '../aws/instant.ts';
import {
  CONSOLE_SESSION_SECONDS,
  ROLE_COLORS,
  type Display,
  type Link,
  type RoleColor,
  type SessionFacts,
} from './facts.ts';
import { activeOf } from './session.ts';

/** What is typed into the form, or stands in a link to it. */
export interface SwitchForm {
  /** An account id or alias. */
  readonly account: string;
  /** May have its path before it: `ops/Admin`. */
  readonly role: string;
  /** Empty: as AWS names it. */
  readonly name: string;
  readonly color: RoleColor | null;
}

/** Who asks for what, and how the session will be shown. */
export interface SwitchPlan {
  readonly caller: Caller;
  readonly call: ApiCall<'sts:AssumeRole'>;
  readonly account: AccountId;
  readonly role: string;
  readonly display: Display;
}

/** Path and name of a role together. */
export const MAX_ROLE_CHARACTERS = 64;
export const MAX_DISPLAY_CHARACTERS = 64;

/** The console's own words where it cannot even ask. */
export const INVALID_FIELDS =
  'Invalid information in one or more fields. Check your information or contact your administrator.';

/** The console's own words where the role was not granted. */
export const NOT_SWITCHED =
  'Could not switch roles using the provided information. Please check your settings and try again. ' +
  'If you continue to have problems, contact your administrator.';

/** No session of a role is shorter. */
const LEAST_SECONDS = 900;
const CHAINED_SECONDS = 3600;

/**
 * Always with the credentials that the active session began with: to switch again replaces the role, and is no chain. Null
 * while nobody is signed in, and where the fields name no role of an account that is known.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 */
export function switchPlan(
  world: World,
  facts: SessionFacts,
  form: SwitchForm,
  now: Instant,
): SwitchPlan | null {
  const first = activeOf(facts)?.links[0];
  const account = accountByIdOrAlias(world, form.account);
  const role = form.role.trim().replace(/^\/+/, '');
  const name = role.slice(role.lastIndexOf('/') + 1);
  const shown = form.name.trim();
  if (!first || !account || name === '') return null;
  if (role.length > MAX_ROLE_CHARACTERS || shown.length > MAX_DISPLAY_CHARACTERS) return null;
  const { caller } = first;
  const path = `/${role.slice(0, role.length - name.length)}`;
  return {
    caller,
    call: {
      operation: 'sts:AssumeRole',
      input: {
        RoleArn: iamArn(account.id, 'role', path, name),
        RoleSessionName: sessionName(caller),
        DurationSeconds: duration(
          caller,
          findRole(account, name)?.maxSessionDuration ?? CHAINED_SECONDS,
          now,
        ),
      },
    },
    account: account.id,
    role,
    display: { name: shown === '' ? `${name} @ ${account.alias ?? account.id}` : shown, color: form.color },
  };
}

/**
 * Whom somebody becomes by the answer; null when the role was not granted. The session does not outlast the one that it
 * was switched to from.
 */
export function switchLink(
  world: World,
  { caller, display }: SwitchPlan,
  { result }: ApiOutcome<'sts:AssumeRole'>,
): Link | null {
  if (!result.ok) return null;
  const { AccessKeyId, SecretAccessKey, SessionToken } = result.output.Credentials;
  const signs = callerWithCredentials(world, {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  });
  if (!signs.ok || signs.value.kind !== 'roleSession') return null;
  return { way: 'switchRole', caller: endingWith(signs.value, expiryOf(caller)), display };
}

const endingWith = (session: RoleSession, end: Instant | null): RoleSession =>
  end === null || epochMillis(end) >= epochMillis(session.credentials.expires)
    ? session
    : { ...session, credentials: { ...session.credentials, expires: end } };

/** Why somebody who began like this cannot switch roles in the console, in a sentence; null: they can. */
export function notSwitching({ way, caller }: Link): string | null {
  if (caller.kind === 'root') return 'Roles may not be assumed by root accounts.';
  return way === 'accessKey' || way === 'service'
    ? 'The console cannot be entered with this key. Assume the role by a call instead.'
    : null;
}

/** Of a user the name, of a session its own name. Of the root user AWS does not say, for it may not switch. */
function sessionName(caller: Caller): string {
  switch (caller.kind) {
    case 'roleSession':
      return caller.sessionName;
    case 'root':
      return 'root';
    default:
      return callerName(caller);
  }
}

/**
 * Seconds: until the session ends that is switched from, but no longer than the role lasts, than twelve hours, and in a
 * chain of roles than one hour. Whoever has less left than the shortest session asks for that.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html
 */
function duration(caller: Caller, most: number, now: Instant): number {
  const end = expiryOf(caller);
  const left = end === null ? Infinity : Math.floor((epochMillis(end) - epochMillis(now)) / 1000);
  const cap =
    caller.kind === 'roleSession' || isSessionToken(caller) ? CHAINED_SECONDS : CONSOLE_SESSION_SECONDS;
  return Math.max(LEAST_SECONDS, Math.min(most, left, cap));
}

const isSessionToken = (caller: Caller): boolean =>
  caller.kind === 'user' && caller.credentials.kind === 'sessionToken';

/** How AWS's links name the colours of its console. */
const HEX: Readonly<Record<RoleColor, string>> = {
  red: 'F2B0A9',
  orange: 'FBBF93',
  yellow: 'FAD791',
  green: 'B7CA9D',
  blue: '99BCE3',
};

/** A colour by its name, or as the links of AWS have it; null for any other. */
export const roleColorOf = (text = ''): RoleColor | null =>
  ROLE_COLORS.find((color) => color === text || HEX[color] === text.replace(/^#/, '').toUpperCase()) ?? null;
