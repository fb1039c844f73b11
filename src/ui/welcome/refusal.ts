// Refusal: why a link or file was not taken, in words: which of the four cases it is, why, and what to do next.
import { sizeInWords } from '../console/listing.ts';
import { SCENARIO_VERSION, type ScenarioError } from '../../scenario/scenario.ts';

export interface Refusal {
  readonly title: string;
  readonly why: string;
  readonly next: string;
  /** For the author of the link or file; empty when there is no more to say. */
  readonly detail: string;
}

export function refusalOf(error: ScenarioError): Refusal {
  switch (error.kind) {
    case 'damaged':
      return {
        title: 'This link or file is damaged',
        why: 'It was made by Rolecall, but a part of it is missing or was changed on the way. Chat and mail programs sometimes cut long links.',
        next: 'Copy the whole link again, or ask for the account as a file.',
        detail: error.detail,
      };
    case 'foreign':
      return {
        title: 'This is not a Rolecall account',
        why: 'It may be a good link or file, but not one that Rolecall made.',
        next: 'Check that it is the one you were given. Rolecall makes them with Share, and with Download file.',
        detail: error.detail,
      };
    case 'tooNew':
      return {
        title: 'This was made by a newer Rolecall',
        why: `It is written in version ${error.version} of the format. This copy of Rolecall reads up to version ${SCENARIO_VERSION}.`,
        next: 'Reload this page while you are online to get the newest Rolecall, then open the link or file again.',
        detail: '',
      };
    case 'oversized':
      return {
        title: 'This is too large to open',
        why: `It holds ${sizeInWords(error.bytes)}, and an account may hold ${sizeInWords(error.limit)}.`,
        next: 'Ask whoever made it to leave out large objects, and to share it again.',
        detail: '',
      };
  }
}
