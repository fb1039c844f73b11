// StringEqualsIgnoreCase: the same text, whatever the letter case.
import { equalTo, folded, type Comparison } from './operator.ts';

export const StringEqualsIgnoreCase: Comparison = {
  kind: 'comparison',
  name: 'StringEqualsIgnoreCase',
  negated: false,
  variables: true,
  prepare: (pieces) => {
    const equals = equalTo(folded(pieces));
    return (actual) => equals(actual.toLowerCase());
  },
};
