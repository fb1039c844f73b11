// condition notes: what AWS leaves open about one condition against what the request has.
import type { BaseOperator, PolicyVersion } from '../../policy/document.ts';
import { isUnknown, type Context } from '../context.ts';
import type { ConditionResult } from '../evaluation.ts';
import type { NoteCode } from '../note.ts';
import type { Request } from '../request.ts';
import { templateNotes } from '../template-notes.ts';
import { OPERATORS } from './registry.ts';

export function conditionNotes(
  { condition, operator, actual }: ConditionResult,
  version: PolicyVersion,
  request: Request,
  context: Context,
  ambiguous: ReadonlySet<string>,
): NoteCode[] {
  const { set, ifExists } = condition.operator;
  const key = condition.key.toLowerCase();
  const rule = OPERATORS[operator];
  const notes: NoteCode[] = keyNotes(key, request, ambiguous);
  if (rule.kind === 'comparison' && rule.variables) {
    const ofVariables = templateNotes(condition.values, version, context);
    notes.push(...ofVariables.filter((code) => code !== 'wildcardInVariable' || hasWildcards(operator)));
    if (operator === 'Bool' && version !== '2008-10-17' && written(condition.values).includes('${'))
      notes.push('variableInBool');
  }
  if (set === 'ForAnyValue' && ifExists && actual === undefined) notes.push('anyValueIfExists');
  if (actual === undefined || isUnknown(actual)) return notes;
  if (actual === '') notes.push('emptyValue');
  if (rule.kind === 'presence') return notes;
  if (set === null && rule.negated && typeof actual !== 'string') notes.push('negatedSeveralValues');
  const values = typeof actual === 'string' ? [actual] : actual;
  const unreadable =
    values.some((text) => rule.isReadable?.(text, 'request') === false) ||
    condition.values.some(
      ({ value }) => !value.includes('${') && rule.isReadable?.(value, 'policy') === false,
    );
  if ((rule.negated || ifExists) && unreadable) notes.push('unreadableValue');
  const texts = [...values, ...condition.values.map(({ value }) => value)];
  if (operator.startsWith('Date') && texts.some((text) => /^\d{4}$/.test(text))) notes.push('yearOrSeconds');
  return notes;
}

function keyNotes(
  key: string,
  { principal, forwardedBy }: Request,
  ambiguous: ReadonlySet<string>,
): NoteCode[] {
  const notes: NoteCode[] = [];
  if (ambiguous.has(key)) notes.push('keyTwice');
  if (key === 'aws:sourceip' && forwardedBy !== undefined) notes.push('forwardedSourceIp');
  const isNobody = principal.kind === 'service' || (principal.kind === 'root' && principal.assumed === true);
  if (isNobody && (key === 'aws:principaltype' || key === 'aws:userid'))
    notes.push('undocumentedPrincipalKeys');
  return notes;
}

/** In the other operators `*` and `?` are plain characters wherever they come from. */
const hasWildcards = (operator: BaseOperator): boolean => /Like$|^Arn/.test(operator);

const written = (values: readonly { readonly value: string }[]): string =>
  values.map(({ value }) => value).join();
