// StringEquals: the same text, letter case included; `*` and `?` are plain characters.
import { equalTo, type Comparison } from './operator.ts';

export const StringEquals: Comparison = {
  kind: 'comparison',
  name: 'StringEquals',
  negated: false,
  variables: true,
  prepare: equalTo,
};
