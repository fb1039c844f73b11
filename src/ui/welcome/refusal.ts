// Refusal: why a link or file was not taken, in words: which of the four cases it is, why, and what to do next.
import { sizeInWords } from '../console/listing.ts';
import { SCENARIO_VERSION, type ScenarioError } from '../../scenario/scenario.ts';

export interface Refusal {
  readonly title: string;
  readonly why: string;
  readonly next: string;
  /** What exactly was found, for the author of the link or file; empty when there is no more to say. */
  readonly detail: string;
}

export function refusalOf(error: ScenarioError, from: 'link' | 'file'): Refusal {
  switch (error.kind) {
    case 'damaged':
      return {
        title: `This ${from} is damaged`,
        why: 'It was made by Rolecall, but what it carries cannot be read as it is now.',
        next:
          from === 'link'
            ? 'Copy the whole link again, since chat and mail programs sometimes cut long ones. If that does not help, ask for the account as a file.'
            : 'Ask whoever made it to download the account again.',
        detail: error.detail,
      };
    case 'foreign':
      return {
        title: `This ${from} is not a Rolecall account`,
        why: `It may be a good ${from}, but it is not one that Rolecall made.`,
        next: 'Check that it is the one you were given. Rolecall makes them with Share, Download file and Download backup.',
        detail: error.detail,
      };
    case 'tooNew':
      return {
        title: `This ${from} was made by a newer Rolecall`,
        why: `It is written in version ${error.version} of the format. This copy of Rolecall reads up to version ${SCENARIO_VERSION}.`,
        next:
          from === 'link'
            ? 'Rolecall is looking for its newest version now. When there is one, a bar at the top offers to reload with it; the link stays open meanwhile.'
            : 'When there is a newer version, a bar at the top offers to reload with it. Then open the file again.',
        detail: '',
      };
    case 'oversized':
      return {
        title: `This ${from} is too large to open`,
        why: `It holds more than the ${sizeInWords(error.limit)} that Rolecall reads from a ${from}.`,
        next: 'Ask whoever made it to leave out large objects, and to share it again.',
        detail: '',
      };
  }
}
