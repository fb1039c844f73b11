// compile: the statements of a document prepared for many requests, once for each document.
import type { PolicyDocument, Statement } from '../policy/document.ts';
import { ActionIndex, type AskedAction } from './action.ts';
import { compileCondition, type CompiledCondition } from './condition/condition.ts';
import { compilePrincipal, type CompiledPrincipal } from './principal.ts';
import { compileResourceElement, type CompiledResource } from './resource.ts';
import type { Spanned } from '../policy/span.ts';

export interface CompiledStatement {
  readonly statement: Statement;
  /** Null in a statement without Principal, as in identity-based policies. */
  readonly principal: CompiledPrincipal | null;
  /** Null in a statement without Resource, as in trust policies. */
  readonly resource: CompiledResource | null;
  readonly conditions: readonly CompiledCondition[];
}

export class CompiledDocument {
  readonly statements: readonly CompiledStatement[];
  readonly #actions: ActionIndex;
  /** The numbers of the statements with NotAction: they are about whatever they do not name. */
  readonly #negated: readonly number[];

  constructor({ statements, version }: PolicyDocument) {
    this.statements = statements.map((statement) => ({
      statement,
      principal: statement.principal === undefined ? null : compilePrincipal(statement.principal),
      resource: statement.resource === undefined ? null : compileResourceElement(statement.resource, version),
      conditions: statement.conditions.map((condition) => compileCondition(condition, version)),
    }));
    this.#actions = new ActionIndex(statements.map(({ action }) => action));
    this.#negated = statements.flatMap(({ action }, index) => (action.negated ? [index] : []));
  }

  /** Whether any statement could be about an action of this service. */
  speaksOf(service: string): boolean {
    return this.#negated.length > 0 || this.#actions.speaksOf(service);
  }

  /**
   * Hands over the statements about an action in their order, each with the pattern that names it; null for NotAction.
   */
  eachAbout(
    action: AskedAction,
    take: (compiled: CompiledStatement, named: Spanned<string> | null) => void,
  ): void {
    const namings = this.#actions.naming(action);
    if (this.#negated.length === 0) {
      for (const { element, source } of namings) {
        const compiled = this.statements[element];
        if (compiled !== undefined) take(compiled, source);
      }
      return;
    }
    const sources = new Map(namings.map(({ element, source }) => [element, source]));
    const about = [...sources.keys(), ...this.#negated.filter((index) => !sources.has(index))];
    for (const index of about.sort((one, other) => one - other)) {
      const compiled = this.statements[index];
      if (compiled === undefined) continue;
      const { negated } = compiled.statement.action;
      const source = sources.get(index);
      if (source === undefined) take(compiled, null);
      else if (!negated) take(compiled, source);
    }
  }

  /** The pattern by which a statement names an action; null when none does. */
  namedBy({ statement }: CompiledStatement, action: AskedAction): Spanned<string> | null {
    return this.#actions.naming(action).find(({ element }) => element === statement.index)?.source ?? null;
  }
}

/** A memo: documents never change, so neither does what is made of them. */
const compiled = new WeakMap<PolicyDocument, CompiledDocument>();

export function compileDocument(document: PolicyDocument): CompiledDocument {
  const known = compiled.get(document);
  if (known !== undefined) return known;
  const made = new CompiledDocument(document);
  compiled.set(document, made);
  return made;
}
