// Another operator for one condition key: where other keys stand under the old one, only the key that is meant moves.
import type { DraftCondition } from '../condition.ts';
import type { Edit, Fix } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import type { JsonMember, JsonObject } from '../json.ts';
import { allowingMore, fix, lastMember, removal, replacement } from './mend.ts';
import { quoted } from './subject.ts';

/**
 * How often a condition is met once it is written otherwise: whenever it was before and perhaps more often, or the other
 * way round. `other` is neither, and `same` is both.
 */
export type Change = 'same' | 'wider' | 'narrower' | 'other';

export interface OtherOperator {
  /** Whole, with its words before and after: `ForAnyValue:StringEquals`. */
  readonly operator: string;
  readonly change: Change;
  /** The values, as JSON, where they have to be written otherwise too. */
  readonly value?: string;
}

/** An Allow with a wider condition allows more, and so does a Deny with a narrower one. */
export function mayAllowMore({ effect }: DraftStatement, change: Change): boolean {
  if (change === 'same') return false;
  return change === 'other' || (effect?.value === 'Deny' ? change === 'narrower' : change === 'wider');
}

/** None where the key stands under that operator already: there the two would have to become one. */
export function withOperator(
  text: string,
  statement: DraftStatement,
  condition: DraftCondition,
  { operator, change, value }: OtherOperator,
): readonly Fix[] {
  const edits = moved(text, statement, condition, operator, value);
  if (edits === null || !isApart(edits)) return [];
  const isOnly = blockOf(statement, condition)?.members.length === 1;
  const whose = isOnly ? '' : ` for ${condition.key}`;
  const one = fix(`Use ${quoted(operator)}${whose}`, ...edits);
  return [mayAllowMore(statement, change) ? allowingMore(one) : one];
}

/** In a text that is not quite JSON the end of a block may lie before that of what stands in it. */
const isApart = (edits: readonly Edit[]): boolean => {
  const sorted = edits.toSorted((a, b) => a.from - b.from);
  return sorted.every(({ from }, at) => at === 0 || (sorted[at - 1]?.to ?? 0) <= from);
};

/** All operators of a statement, with what stands under them. */
function blocksOf({ json }: DraftStatement): JsonObject | undefined {
  const all = json.members.find(({ name }) => name.value === 'Condition')?.value;
  return all?.kind === 'object' ? all : undefined;
}

const blockOf = (statement: DraftStatement, { operatorName }: DraftCondition): JsonObject | undefined => {
  const own = blocksOf(statement)?.members.find(({ name }) => name.from === operatorName.from)?.value;
  return own?.kind === 'object' ? own : undefined;
};

function moved(
  text: string,
  statement: DraftStatement,
  condition: DraftCondition,
  operator: string,
  value: string | undefined,
): readonly Edit[] | null {
  const all = blocksOf(statement);
  const own = all?.members.find(({ name }) => name.from === condition.operatorName.from);
  if (!all || own?.value.kind !== 'object') return null;
  const isOnly = own.value.members.length === 1;
  const target = all.members.find(({ name }) => name.value === operator);
  const written = value === undefined ? [] : [replacement(condition.value, value)];
  if (!target && isOnly) return [replacement(condition.operatorName, quoted(operator)), ...written];
  const now = value ?? text.slice(condition.value.from, condition.value.to);
  const member = `${text.slice(condition.name.from, condition.name.to)}: ${now}`;
  const away = removal(text, isOnly ? own : condition);
  if (!target) return [away, lastMember(all, text, `${quoted(operator)}: { ${member} }`)];
  if (target.value.kind !== 'object' || hasKey(target.value.members, condition.key)) return null;
  return [away, lastMember(target.value, text, member)];
}

const hasKey = (members: readonly JsonMember[], key: string): boolean =>
  members.some(({ name }) => name.value.toLowerCase() === key.toLowerCase());
