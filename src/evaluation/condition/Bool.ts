// Bool: true or false, whatever the letter case.
import { equalTo, folded, type Comparison } from './operator.ts';

/** AWS's pages disagree on policy variables here; they are read, as the page on operators says. */
export const Bool: Comparison = {
  kind: 'comparison',
  name: 'Bool',
  negated: false,
  variables: true,
  isReadable: (text) => isBoolean(text.toLowerCase()),
  prepare: (pieces) => {
    const equals = equalTo(folded(pieces));
    return (actual) => isBoolean(actual.toLowerCase()) && equals(actual.toLowerCase());
  },
};

const isBoolean = (text: string): boolean => text === 'true' || text === 'false';
