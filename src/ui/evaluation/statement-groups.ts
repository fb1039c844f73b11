// Statement groups: the statements that were read, by policy, what has most to do with the decision first.
import type { PolicySource } from '../../evaluation/applicable.ts';
import type { StatementExplanation } from '../../evaluation/explain.ts';
import { BEARINGS } from '../../evaluation/explain/bearing.ts';
import { byDistance } from './blame.ts';

export interface StatementGroup {
  /** One policy may be read twice, for example through two groups. */
  readonly key: string;
  readonly name: string;
  readonly source: PolicySource;
  /** What decided, then what came near, then what else matched or is about the action. */
  readonly shown: readonly StatementExplanation[];
  /** About other actions, in the order of the policy; to be folded away. */
  readonly others: readonly StatementExplanation[];
}

const LAST = BEARINGS.length - 1;
const rankOf = ({ bearing }: StatementExplanation): number => BEARINGS.indexOf(bearing);

/** Policies by the best of their statements; those of which nothing is about the action come last. */
export function groupStatements(statements: readonly StatementExplanation[]): readonly StatementGroup[] {
  const groups = new Map<string, StatementExplanation[]>();
  for (const statement of statements) {
    const { layer, policy } = statement.result;
    const key = [layer, policy.source.id, policy.source.via?.kind, policy.source.via?.name].join(' ');
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups]
    .flatMap(([key, group]) => {
      const [first] = group;
      if (!first) return [];
      const made: StatementGroup = {
        key,
        name: first.policy,
        source: first.result.policy.source,
        shown: group.filter((one) => one.bearing !== 'otherAction').toSorted(nearestFirst),
        others: group.filter((one) => one.bearing === 'otherAction'),
      };
      return [made];
    })
    .toSorted((a, b) => bestOf(a) - bestOf(b));
}

const nearestFirst = (a: StatementExplanation, b: StatementExplanation): number =>
  rankOf(a) - rankOf(b) || byDistance(a.result, b.result) || a.number - b.number;

const bestOf = ({ shown: [first] }: StatementGroup): number => (first ? rankOf(first) : LAST);

/** How the policy reached the request: `through group Writers`; empty where that says nothing new. */
export function viaWords({ via }: PolicySource): string {
  if (via === undefined || via.kind === 'resource') return '';
  return via.kind === 'user' ? `of ${via.name}` : `through ${via.kind} ${via.name}`;
}
