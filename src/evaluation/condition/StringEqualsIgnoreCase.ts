// StringEqualsIgnoreCase: the same text, whatever the letter case.
import { textOfPieces, type Comparison } from './operator.ts';

export const StringEqualsIgnoreCase: Comparison = {
  kind: 'comparison',
  name: 'StringEqualsIgnoreCase',
  negated: false,
  variables: true,
  prepare: (pieces) => {
    const wanted = textOfPieces(pieces).toLowerCase();
    return (actual) => actual.toLowerCase() === wanted;
  },
};
