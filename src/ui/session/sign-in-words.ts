// Words for the steps of the sign-in machine: what each guard asked, and what was answered.
import type { SignInStep } from '../../session/sign-in-steps.ts';

/** What a guard asked that turned somebody away. */
const GUARD_WORDS: Readonly<Record<string, string>> = {
  isRightPassword: 'Nobody answers to that name with that password.',
  isLockedOut: 'The password has expired, and only an administrator may set a new one.',
  isRightCode: 'That is no code of the device at this moment, or it was used before.',
  areRightCodes: 'Those are not two codes of the device in a row.',
  isRightKey: 'Another key was pressed than the one that was asked for.',
  isSentCode: 'Those are not the digits that were sent.',
  wasChanged: 'The password could not be changed.',
  thereIsRoom: 'Five sessions are held already, as many as the console allows side by side.',
};

/** Empty where the names of the states say it all. */
export function signInWords({ event, to, refused, answer }: SignInStep): string {
  if (refused !== null) return `${GUARD_WORDS[refused] ?? ''}${answer === null ? '' : ` Answer: ${answer}`}`;
  if (event === 'start') return `somebody comes to the door, at ${to}`;
  return event === 'always' ? 'by itself, as soon as the state is reached' : '';
}

/** The states in the order in which somebody comes through them. */
export const SIGN_IN_GROUPS: readonly { readonly title: string; readonly states: readonly string[] }[] = [
  {
    title: 'At the door',
    states: [
      'choosing',
      'enteringEmail',
      'enteringPassword',
      'enteringUser',
      'checking',
      'refused',
      'failed',
    ],
  },
  {
    title: 'A second factor',
    states: ['asking', 'choosingDevice', 'enteringCode', 'resynchronizing', 'pressingKey'],
  },
  { title: 'In place of a device', states: ['confirmingEmail', 'confirmingPhone'] },
  { title: 'A new password', states: ['admitted', 'enteringNewPassword', 'changing', 'changed'] },
  { title: 'In', states: ['full', 'signedIn'] },
];
