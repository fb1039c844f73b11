// What the sign-in page says above its form when something was not taken.

/** The one message for every wrong part, so that a refusal never tells which account or user exists. */
export const INCORRECT = 'Your authentication information is incorrect. Please try again.';

/** Shown when the password could not be checked at all: not a refusal. */
export const NOT_CHECKED =
  'The password could not be checked, because this browser does not offer the cryptography for it on this page. ' +
  'Open the app over https or on localhost, then sign in again.';

/** AWS's own words are not known. */
export const EXPIRED =
  'Your password has expired. Only an administrator of the account can set a new one for you.';

export const WRONG_CODE = 'The provided MFA code is invalid';

/** Ours: in AWS a link of the mail and the keys of a phone leave little to mistype. */
export const WRONG_CONFIRMATION = 'Those are not the digits. Look at them again.';

/** Of a security key that is not the one asked for, AWS's own words are not known. */
export const WRONG_KEY = 'That is another key. Press the one that is named here.';

/** AWS's one answer to whatever stands in the way of a forced change: the policies, or the password itself. */
export const NOT_CHANGED =
  'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator';

/** Ours: AWS does not let a sixth session begin. */
export const FULL =
  'You are signed in with five identities already, as many as one browser holds. Sign out of one of them to go on.';
