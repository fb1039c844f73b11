// Session name: what a session is called until somebody writes another name.
import type { Caller } from '../../account/caller.ts';

/** As the console names the sessions of roles that are switched to. */
export function suggestedName(caller: Caller | null): string {
  switch (caller?.kind) {
    case 'user':
    case 'federatedUser':
      return caller.name;
    case 'roleSession':
      return caller.sessionName;
    default:
      return '';
  }
}
