// ArnLike: the six parts of an ARN compared one by one, each with `*` and `?`; the sixth is all the rest.
import { parseArn } from '../../aws/arn.ts';
import type { Piece } from '../template.ts';
import { compileTokens, tokensOf, type Matcher } from '../wildcard.ts';
import type { Comparison } from './operator.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
export const ArnLike: Comparison = {
  kind: 'comparison',
  name: 'ArnLike',
  negated: false,
  variables: true,
  prepare: (pieces) => {
    const parts = splitPieces(pieces);
    if (parts.length < 6) return () => false;
    const [prefix, partition, service, region, account, resource] = parts.map(compilePart);
    return (text) => {
      const arn = parseArn(text);
      return (
        arn !== null &&
        prefix?.('arn') === true &&
        partition?.(arn.partition) === true &&
        service?.(arn.service) === true &&
        region?.(arn.region) === true &&
        account?.(arn.account) === true &&
        resource?.(arn.resource) === true
      );
    };
  },
};

const compilePart = (pieces: readonly Piece[]): Matcher => compileTokens(tokensOf(pieces));

/** Splits at the first five colons of the pattern; a colon inside the value of a policy variable is not one of them. */
function splitPieces(pieces: readonly Piece[]): Piece[][] {
  let current: Piece[] = [];
  const parts = [current];
  for (const piece of pieces) {
    let rest = piece.text;
    for (let colon = rest.indexOf(':'); piece.kind === 'text' && colon !== -1; colon = rest.indexOf(':')) {
      if (parts.length === 6) break;
      current.push({ kind: 'text', text: rest.slice(0, colon) });
      rest = rest.slice(colon + 1);
      current = [];
      parts.push(current);
    }
    current.push({ kind: piece.kind, text: rest });
  }
  return parts;
}
