// The faults for which SQS and SNS refuse to save the policy of a queue or topic: where they are, not how they are told.
import type { PrincipalEntry } from './document.ts';
import type { DraftReading, DraftStatement } from './draft.ts';
import { hasWildcard } from './glob.ts';
import { namesPrincipal } from './save-bucket.ts';
import { isTooLong, type SizeLimit } from './size.ts';

/** What a service takes in the policy of one of its resources. */
export interface ResourceGrammar {
  /** The prefix of its actions, in small letters. */
  readonly service: string;
  /** The actions that may be named, in small letters and without the prefix. */
  readonly actions: ReadonlySet<string>;
  /** Whether `sqs:Send*` and `*` are taken too. */
  readonly patterns: boolean;
  /** The most that is kept. */
  readonly size: SizeLimit;
}

export type ResourceFault = 'syntax' | 'principal' | 'action' | 'size';

/**
 * Null: the service saves the document, as far as its text can tell. Whether its principals exist is for those to ask who
 * know the accounts. Resources are not held against the one that the policy is for: one that names another is kept, and
 * is without effect. The order in which several faults are reported is our reading.
 */
export function resourceFault(
  text: string,
  { draft, found }: DraftReading,
  grammar: ResourceGrammar,
): ResourceFault | null {
  if (found.some(({ code, severity }) => severity === 'error' && !isOfPrincipal(code))) return 'syntax';
  if (!draft.statements.every(isWhole)) return 'syntax';
  if (found.some(({ code }) => isOfPrincipal(code))) return 'principal';
  const named = draft.statements.flatMap(({ principal }) => principal?.entries ?? []);
  if (!named.every(namesHere)) return 'principal';
  const takes = ({ value }: { readonly value: string }): boolean => takesAction(grammar, value);
  if (!draft.statements.every(({ action }) => action?.patterns.every(takes))) return 'action';
  return isTooLong(text, grammar.size) ? 'size' : null;
}

/** Whether an action, or a pattern of some, may be named in the policy of such a resource. */
export function takesAction({ service, actions, patterns }: ResourceGrammar, action: string): boolean {
  const [prefix, name] = action === '*' ? [service, '*'] : action.toLowerCase().split(/:(.*)/s);
  if (prefix !== service || name === undefined) return false;
  return actions.has(name) || (patterns && hasWildcard(name));
}

/** Only S3 knows accounts by their canonical ids. */
export const namesHere = (entry: PrincipalEntry): boolean =>
  entry.kind !== 'CanonicalUser' && namesPrincipal(entry);

const isOfPrincipal = (code: string): boolean =>
  code === 'INVALID_PRINCIPAL_FORMAT' || code === 'INVALID_PRINCIPAL_KEY';

/** A statement says about whom, what and where it is. */
const isWhole = ({ principal, action, resource }: DraftStatement): boolean =>
  principal !== undefined &&
  action !== undefined &&
  action.patterns.length > 0 &&
  resource !== undefined &&
  resource.patterns.length > 0 &&
  resource.patterns.every(({ value }) => value === '*' || value.startsWith('arn:'));
