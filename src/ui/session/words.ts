// Words for what is under the glass: states and steps of the session machine, and why a condition key is not there.
import type { Caller } from '../../account/caller.ts';
import { namedPrincipalOf } from '../../account/principal.ts';
import type { World } from '../../account/world.ts';
import type { Absence } from '../../api/caller-keys.ts';
import type { Way } from '../../session/facts.ts';
import type { SessionState, Step } from '../../session/sessions.ts';
import { linkName } from '../shared/link-words.ts';

export const STATE_WORDS: Readonly<Record<SessionState, string>> = {
  nobody: 'Nobody acts.',
  acting: 'Somebody acts, with credentials that hold.',
  ending: 'The credentials end within ten minutes.',
  ended: 'The credentials have ended: every request gets ExpiredToken.',
};

/** Why AWS no longer knows the credentials of who acts, though their time is not over. */
export function goneWords(world: World, caller: Caller): string {
  const turnedAway = 'every request gets InvalidClientTokenId.';
  const user =
    caller.kind === 'user'
      ? caller
      : caller.kind === 'federatedUser' && caller.issuer.kind === 'user'
        ? { ...caller.issuer, account: caller.account }
        : null;
  if (user && !namedPrincipalOf(world, { ...user, kind: 'user' }))
    return `The user ${user.name} was deleted: ${turnedAway}`;
  return `AWS no longer knows the credentials of who acts: ${turnedAway}`;
}

/** "Amira signed in", in the words of the machine's events. */
export function stepWords({ event, to }: Step): string {
  switch (event.type) {
    case 'open':
      return `${linkName(event.link)} begins a session`;
    case 'become':
      return `becomes ${linkName(event.link)}`;
    case 'back':
      return `goes back along the way, to link ${event.depth}`;
    case 'activate':
      return 'another of the sessions acts';
    case 'close':
      return 'a session is signed out';
    case 'renew':
      return `the service renews the credentials of ${linkName(event.link)}`;
    case 'closeAll':
      return 'all sessions are signed out';
    case 'remember':
      return `the role ${event.role.role} is remembered`;
    case 'issue':
      return `${event.operation} was answered with ${event.error}: no credentials were issued, so who acts stays the same`;
    case 'look':
      return to === 'ended'
        ? 'time is up'
        : to === 'ending'
          ? 'ten minutes are left'
          : 'the clock is looked at';
  }
}

/** What a guard asked that did not let an event through. */
export const GUARD_WORDS: Readonly<Record<string, string>> = {
  thereIsRoom: 'Five sessions are held already, as many as the console allows side by side.',
  somebodyActs: 'Nobody acts, so nobody can become somebody else.',
  isOnTheWay: 'That is no earlier link on the way of who acts.',
  isHeld: 'There is no such session any more.',
};

export const ABSENCE_WORDS: Readonly<Record<Absence, string>> = {
  unsigned: 'The request is not signed, so AWS does not know by whom it is.',
  noOrganization: 'The account is in no organization.',
  noTags: 'Neither the identity nor the session has tags.',
  rootHasNoTags: 'A root user cannot have tags.',
  onlyUsers: 'Only IAM users have a user name.',
  longTermKey:
    'Access keys are not issued for a time, and say nothing of MFA. Only temporary credentials do.',
  federated: 'AWS cannot know whether the identity provider asked for a second factor.',
  federatedUser: 'Federated users have no MFA information: GetFederationToken passes none on.',
  noCode: 'No code of an MFA device was given for these credentials, nor for those that they were made with.',
  onlyRoleSessions: 'Only sessions of roles can have one.',
  noSourceIdentity: 'None was set by the call that assumed the role, nor by one before it.',
  onlyWebIdentity: 'Only sessions of AssumeRoleWithWebIdentity have it.',
  onlyAssumeRoot: 'Only sessions of AssumeRoot have it.',
};

/** Which act issued the credentials. */
export const WAY_WORDS: Readonly<Record<Way, string>> = {
  signIn: 'the console, at sign-in',
  saml: 'AssumeRoleWithSAML',
  webIdentity: 'AssumeRoleWithWebIdentity',
  identityCenter: 'IAM Identity Center',
  accessKey: 'CreateAccessKey, for programs',
  service: 'the service that it runs in',
  anonymous: 'nobody',
  switchRole: 'AssumeRole, by a switch of roles in the console',
  assumeRole: 'AssumeRole',
  sessionToken: 'GetSessionToken',
  federationToken: 'GetFederationToken',
  assumeRoot: 'AssumeRoot',
};
