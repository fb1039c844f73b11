// StringLike: a pattern with `*` and `?` over the whole text, letter case included; colons and slashes are nothing special.
import { compileTokens, tokensOf } from '../wildcard.ts';
import type { Comparison } from './operator.ts';

export const StringLike: Comparison = {
  kind: 'comparison',
  name: 'StringLike',
  negated: false,
  variables: true,
  prepare: (pieces) => compileTokens(tokensOf(pieces)),
};
