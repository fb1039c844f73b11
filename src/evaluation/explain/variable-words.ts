// variable words: what the policy variables of a pattern or value stood for in this request, as one clause.
import type { PolicyVersion } from '../../policy/document.ts';
import { contextOf, isUnknown } from '../context.ts';
import type { Request } from '../request.ts';
import { parseTemplate } from '../template.ts';
import { say, type Part } from './part.ts';

/** For example `, where ${aws:username} is alice`; empty where there are no variables. */
export function variablesClause(
  values: readonly string[],
  version: PolicyVersion,
  request: Request,
): readonly Part[] {
  const context = contextOf(request);
  const clauses = new Map<string, readonly Part[]>();
  for (const value of values) {
    for (const part of parseTemplate(value, version)) {
      if (part.kind !== 'variable') continue;
      const actual = context.get(part.key)?.value;
      clauses.set(part.written, say`${part.written} ${standsFor(actual, part.fallback)}`);
    }
  }
  return [...clauses.values()].flatMap((clause, index) => [
    { text: index === 0 ? ', where ' : ' and ' },
    ...clause,
  ]);
}

type Actual = NonNullable<ReturnType<ReturnType<typeof contextOf>['get']>>['value'] | undefined;

function standsFor(actual: Actual, fallback: string | null): readonly Part[] {
  if (typeof actual === 'string') return actual === '' ? say`is empty` : say`is ${actual}`;
  if (actual !== undefined && isUnknown(actual)) return say`is not known`;
  if (fallback !== null) return say`has no value, and so is ${fallback}`;
  return actual === undefined ? say`has no value` : say`has several values, and so none`;
}
