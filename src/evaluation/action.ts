// action: whether an Action or NotAction element names the action of a request.
import type { PatternElement } from '../policy/document.ts';
import type { Spanned } from '../policy/span.ts';
import { compileTokens, tokensOf, type Matcher } from './wildcard.ts';

/** The pattern that names an action, an exact name before a pattern with wildcards; null when none does. */
export type ActionIndex = (action: string) => Spanned<string> | null;

interface WildPattern {
  readonly source: Spanned<string>;
  readonly matches: Matcher;
}

/**
 * Compiles the patterns of one element into an index, so that a long list costs one look-up: exact names by name,
 * patterns by service. Both parts of an action are compared without regard to letter case, anchored at both ends.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function indexActions(element: PatternElement): ActionIndex {
  const exact = new Map<string, Spanned<string>>();
  const byService = new Map<string, WildPattern[]>();
  const ofAnyService: WildPattern[] = [];
  for (const source of element.patterns) {
    const pattern = source.value.toLowerCase();
    if (!hasWildcard(pattern)) {
      if (!exact.has(pattern)) exact.set(pattern, source);
      continue;
    }
    const wild = { source, matches: compileTokens(tokensOf([{ kind: 'text', text: pattern }])) };
    const service = serviceOf(pattern);
    const group = service === null || hasWildcard(service) ? ofAnyService : byService.get(service);
    if (group !== undefined) group.push(wild);
    else if (service !== null) byService.set(service, [wild]);
  }
  return (action) => {
    const name = action.toLowerCase();
    const named = exact.get(name);
    if (named !== undefined) return named;
    const candidates = byService.get(serviceOf(name) ?? '') ?? [];
    const wild =
      candidates.find((candidate) => candidate.matches(name)) ??
      ofAnyService.find((candidate) => candidate.matches(name));
    return wild?.source ?? null;
  };
}

const hasWildcard = (pattern: string): boolean => pattern.includes('*') || pattern.includes('?');

/** The part before the colon, lower-cased; null when there is no colon. */
export function serviceOf(action: string): string | null {
  const colon = action.indexOf(':');
  return colon === -1 ? null : action.slice(0, colon).toLowerCase();
}
