// Statement groups: the statements that were read, by policy, with most of a long policy that did not match folded away.
import type { PolicySource } from '../../evaluation/applicable.ts';
import type { StatementExplanation } from '../../evaluation/explain.ts';
import { byDistance } from './blame.ts';

export interface StatementGroup {
  /** One policy may be read twice, for example through two groups. */
  readonly key: string;
  readonly name: string;
  readonly source: PolicySource;
  /** In the order of the policy. */
  readonly shown: readonly StatementExplanation[];
  /** Statements that did not match and are folded away. */
  readonly folded: readonly StatementExplanation[];
}

/** A policy with more statements that did not match than this is folded, */
const LONG = 4;
/** down to as many that came closest. */
const KEPT = 2;

/** Groups in the order of reading. Statements that matched are never folded. */
export function groupStatements(statements: readonly StatementExplanation[]): readonly StatementGroup[] {
  const groups = new Map<string, StatementExplanation[]>();
  for (const statement of statements) {
    const { layer, policy } = statement.result;
    const key = [layer, policy.source.id, policy.source.via?.kind, policy.source.via?.name].join(' ');
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const missed = group.filter(({ result }) => result.match.matched === false);
    const kept = new Set(
      missed.length > LONG
        ? missed.toSorted((a, b) => byDistance(a.result, b.result)).slice(0, KEPT)
        : missed,
    );
    const isFolded = (one: StatementExplanation) => one.result.match.matched === false && !kept.has(one);
    return {
      key,
      name: first.policy,
      source: first.result.policy.source,
      shown: group.filter((one) => !isFolded(one)),
      folded: group.filter(isFolded),
    };
  });
}

/** How the policy reached the request: `through group Writers`; empty where that says nothing new. */
export function viaWords({ via }: PolicySource): string {
  if (via === undefined || via.kind === 'resource') return '';
  return via.kind === 'user' ? `of ${via.name}` : `through ${via.kind} ${via.name}`;
}
