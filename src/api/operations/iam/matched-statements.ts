// Matched statements: those that decided a simulation, with the place of each in the text of its policy.
import type { Evaluation, Layer, StatementResult } from '../../../evaluation/evaluation.ts';
import type { PolicySource } from '../../../evaluation/applicable.ts';

/** The id of the policy that stands for a trust policy or key policy that nobody has asked; results name none of it. */
export const DELEGATION = 'delegation';

interface Position {
  /** From 1. */
  readonly Line: number;
  /** From 1. */
  readonly Column: number;
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html */
export interface MatchedStatement {
  readonly SourcePolicyId: string;
  readonly SourcePolicyType: string;
  readonly StartPosition: Position;
  readonly EndPosition: Position;
}

/**
 * For a denial only the statements that deny; none for one that nothing allows. What service control policies say is not
 * shown to anybody.
 */
export function matchedStatements({ decision }: Evaluation): MatchedStatement[] {
  if (decision.outcome !== 'allow' && decision.outcome !== 'explicitDeny') return [];
  return decision.statements
    .filter(({ layer, policy }) => layer !== 'scp' && policy.source.id !== DELEGATION)
    .map(shown);
}

/** Observed; the API reference lists other values. */
const TYPES: Partial<Record<Layer, string>> = {
  resource: 'Resource Policy',
  boundary: 'Permissions Boundary Policy',
};

function shown({ layer, policy: { source, document }, statement }: StatementResult): MatchedStatement {
  return {
    SourcePolicyId: idOf(source),
    SourcePolicyType: TYPES[layer] ?? 'IAM Policy',
    StartPosition: positionIn(document.text, endOfTokenBefore(document.text, statement.from)),
    EndPosition: positionIn(document.text, statement.to),
  };
}

/** `user_noor_ReadCatalog`, as observed; managed policies by their name, those handed over by their place in the list. */
const idOf = ({ name, kind, via }: PolicySource): string =>
  kind === 'inline' && via ? `${via.kind}_${via.name}_${name}` : name;

/** AWS says where its parser stood before it read the statement: behind the bracket, or the statement before. */
function endOfTokenBefore(text: string, from: number): number {
  let at = from;
  while (at > 0 && /[\s,]/.test(text.charAt(at - 1))) at--;
  return at;
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { Line: lines.length, Column: (lines.at(-1) ?? '').length + 1 };
}
