// Outcomes in tone and words: the one table from which every badge, row and verdict takes how it looks.
import type { Decision } from '../../evaluation/evaluation.ts';
import type { Tone } from '../editor/marks.ts';

export const TONE_OF: Readonly<Record<Decision['outcome'], Tone>> = {
  allow: 'allow',
  implicitDeny: 'implicit',
  explicitDeny: 'explicit',
  depends: 'neutral',
};

/** Short, in AWS's own words. */
export const OUTCOME_WORDS: Readonly<Record<Decision['outcome'], string>> = {
  allow: 'Allowed',
  implicitDeny: 'Implicit deny',
  explicitDeny: 'Explicit deny',
  depends: 'Depends',
};
