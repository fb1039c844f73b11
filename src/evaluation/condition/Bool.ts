// Bool: true or false, whatever the letter case.
import { textOfPieces, type Comparison } from './operator.ts';

/** AWS's pages disagree on policy variables here; they are read, as the page on operators says. */
export const Bool: Comparison = {
  kind: 'comparison',
  name: 'Bool',
  negated: false,
  variables: true,
  prepare: (pieces) => {
    const wanted = textOfPieces(pieces).toLowerCase();
    if (wanted !== 'true' && wanted !== 'false') return () => false;
    return (actual) => actual.toLowerCase() === wanted;
  },
};
