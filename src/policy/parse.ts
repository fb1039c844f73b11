// Text -> PolicyDocument, or the reasons why the text is none.
import type { Diagnostic } from './diagnostic.ts';
import type { PolicyDocument, Statement } from './document.ts';
import { type Draft, type DraftStatement, readDraft } from './draft.ts';

export interface ParsedPolicy {
  /** Null when a diagnostic is an error: a document that was only half understood is never evaluated. */
  readonly document: PolicyDocument | null;
  /** What the text says, complete or not. */
  readonly draft: Draft;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a policy document of any kind. Whether its elements suit the kind of policy is for `validatePolicy`, and
 * whether the service would accept it for `saveError`. Any text is allowed; nothing throws.
 */
export function parsePolicy(text: string): ParsedPolicy {
  const { draft, found } = readDraft(text);
  const diagnostics = found.toSorted((a, b) => a.from - b.from);
  if (found.some((diagnostic) => diagnostic.severity === 'error'))
    return { document: null, draft, diagnostics };
  const statements = draft.statements.flatMap((statement, index) => completed(statement, index) ?? []);
  if (statements.length !== draft.statements.length) return { document: null, draft, diagnostics };
  const document: PolicyDocument = {
    text,
    version: draft.version?.value === '2012-10-17' ? '2012-10-17' : '2008-10-17',
    ...(draft.version && { versionSpan: { from: draft.version.from, to: draft.version.to } }),
    ...(draft.id && { id: draft.id.value }),
    statements,
  };
  return { document, draft, diagnostics };
}

function completed(draft: DraftStatement, index: number): Statement | null {
  const { sid, effect, principal, action, resource, conditions, from, to } = draft;
  if (action === undefined || (effect?.value !== 'Allow' && effect?.value !== 'Deny')) return null;
  return {
    index,
    ...(sid && { sid: sid.value, sidSpan: { from: sid.from, to: sid.to } }),
    effect: effect.value,
    ...(principal && { principal }),
    action,
    ...(resource && { resource }),
    conditions: conditions.map(({ operator, key, values, from: start, to: end }) => ({
      operator,
      key,
      values,
      from: start,
      to: end,
    })),
    from,
    to,
  };
}

/** How many texts `parsedPolicy` remembers. */
const CAPACITY = 500;

/** In order of use, the least recently used first. */
const memory = new Map<string, ParsedPolicy>();

/**
 * `parsePolicy`, remembered for the 500 texts used last: the same text is the same document object wherever it is
 * asked for, so that caches further on may be WeakMaps with the document as their key. After a text is forgotten,
 * its next document is a new object.
 */
export function parsedPolicy(text: string): ParsedPolicy {
  const parsed = memory.get(text) ?? parsePolicy(text);
  memory.delete(text);
  memory.set(text, parsed);
  const [oldest] = memory.keys();
  if (memory.size > CAPACITY && oldest !== undefined) memory.delete(oldest);
  return parsed;
}
