// A script as a step: what undo calls all that a script of the terminal asked of AWS, and what it leaves alone.

/** In place of the name of a call. */
export const SCRIPT = 'a script';

/** Files of the terminal are no part of the account. */
export const FILES_STAY = 'Files that it wrote stay.';
