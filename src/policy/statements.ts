// Statements: a policy that a service writes statement by statement, as its AddPermission and RemovePermission do.
import { isPlainJson, isPlainObject, type PlainJson } from '../aws/json.ts';

export type PlainStatement = Readonly<Record<string, PlainJson>>;

/** What a policy is when its first statement is written. */
export interface PolicyFrame {
  readonly Version: '2012-10-17' | '2008-10-17';
  readonly Id: string;
}

/** The policy with one more statement at its end; without white space, as the services write it. */
export function withStatement(text: string | null, frame: PolicyFrame, statement: PlainStatement): string {
  const { rest, statements } = text === null ? { rest: frame, statements: [] } : read(text);
  return JSON.stringify({ ...rest, Statement: [...statements, statement] });
}

/** The policy without the statement of this Sid; null when no statement is left. */
export function withoutStatement(text: string, sid: string): string | null {
  const { rest, statements } = read(text);
  const kept = statements.filter(({ Sid }) => Sid !== sid);
  return kept.length === 0 ? null : JSON.stringify({ ...rest, Statement: kept });
}

export const statementsOf = (text: string | null): readonly PlainStatement[] =>
  text === null ? [] : read(text).statements;

export const statementOf = (text: string | null, sid: string): PlainStatement | null =>
  statementsOf(text).find(({ Sid }) => Sid === sid) ?? null;

export const statementCount = (text: string | null): number => statementsOf(text).length;

/** A policy that was saved is a policy; of anything else nothing is kept. */
function read(text: string): { readonly rest: object; readonly statements: readonly PlainStatement[] } {
  const document: unknown = JSON.parse(text);
  if (!isPlainObject(document)) return { rest: {}, statements: [] };
  const { Statement, ...rest } = document;
  const listed: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  return { rest, statements: listed.filter(isStatement) };
}

const LEVELS = 100;

const isStatement = (value: unknown): value is PlainStatement =>
  isPlainObject(value) && isPlainJson(value, LEVELS);
