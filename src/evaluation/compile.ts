// compile: the statements of a document prepared for many requests, once for each document.
import type { PolicyDocument, Statement } from '../policy/document.ts';
import { indexActions, type ActionIndex } from './action.ts';
import { compileCondition, type CompiledCondition } from './condition/condition.ts';
import { indexResources, type ResourceIndex } from './resource.ts';

export interface CompiledStatement {
  readonly statement: Statement;
  readonly action: ActionIndex;
  /** Null in a statement without Resource, as in trust policies. */
  readonly resource: ResourceIndex | null;
  readonly conditions: readonly CompiledCondition[];
}

/** A memo: documents never change, so neither does what is made of them. */
const compiled = new WeakMap<PolicyDocument, readonly CompiledStatement[]>();

export function compileDocument(document: PolicyDocument): readonly CompiledStatement[] {
  const known = compiled.get(document);
  if (known !== undefined) return known;
  const statements = document.statements.map((statement) => ({
    statement,
    action: indexActions(statement.action),
    resource: statement.resource === undefined ? null : indexResources(statement.resource, document.version),
    conditions: statement.conditions.map((condition) => compileCondition(condition, document.version)),
  }));
  compiled.set(document, statements);
  return statements;
}
