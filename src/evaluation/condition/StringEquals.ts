// StringEquals: the same text, letter case included; `*` and `?` are plain characters.
import { textOfPieces, type Comparison } from './operator.ts';

export const StringEquals: Comparison = {
  kind: 'comparison',
  name: 'StringEquals',
  negated: false,
  variables: true,
  prepare: (pieces) => {
    const wanted = textOfPieces(pieces);
    return (actual) => actual === wanted;
  },
};
