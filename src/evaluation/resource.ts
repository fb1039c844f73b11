// resource: whether a Resource or NotResource element covers the resource of a request.
import type { PatternElement, PolicyVersion } from '../policy/document.ts';
import type { Spanned } from '../policy/span.ts';
import type { Context } from './context.ts';
import {
  compileTemplate,
  parseTemplate,
  plainTemplate,
  type Piece,
  type Template,
  type TemplateTest,
} from './template.ts';
import { isUnsettled, type Truth } from './truth.ts';
import {
  ANY,
  ANY_IN_SEGMENT,
  compileTokens,
  ONE_IN_SEGMENT,
  tokensOf,
  type Matcher,
  type Token,
} from './wildcard.ts';

export interface Coverage {
  readonly covered: Truth;
  /** The first pattern that covers the resource; null unless `covered` is true. */
  readonly by: Spanned<string> | null;
}

export type ResourceIndex = (resource: string, context: Context) => Coverage;

const NOT_COVERED: Coverage = { covered: false, by: null };

/** Compiles the patterns of one element. A request without a resource asks for `*`, which only `*` covers. */
export function indexResources(element: PatternElement, version: PolicyVersion): ResourceIndex {
  const patterns = element.patterns.map((source) => ({
    source,
    test: compileResource(source.value, version),
  }));
  return (resource, context) => {
    const on: string[] = [];
    for (const { source, test } of patterns) {
      const covered = test(resource, context);
      if (covered === true) return { covered, by: source };
      if (isUnsettled(covered)) on.push(...covered.on);
    }
    return on.length > 0 ? { covered: { on: [...new Set(on)] }, by: null } : NOT_COVERED;
  };
}

/**
 * Compiles one pattern. Compared with regard to letter case. In the first five parts of an ARN a wildcard stays between
 * its colons, except for a `*` that ends its part; in the resource part wildcards match colons too. Policy variables
 * are read in the resource part only.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileResource(pattern: string, version: PolicyVersion): TemplateTest {
  const end = afterFifthColon(pattern);
  const head = headTokens(pattern.slice(0, end));
  const tail: Template =
    end === pattern.length ? plainTemplate('') : parseTemplate(pattern.slice(end), version);
  return compileTemplate(tail, (pieces: readonly Piece[]): Matcher =>
    compileTokens([...head, ...tokensOf(pieces)]),
  );
}

/** Where the resource part begins; the colon inside `${aws:username}` is none of the five. */
function afterFifthColon(pattern: string): number {
  let colons = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern.startsWith('${', at)) {
      const close = pattern.indexOf('}', at);
      if (close === -1) return pattern.length;
      at = close;
    } else if (pattern[at] === ':') {
      colons += 1;
      if (colons === 5) return at + 1;
    }
  }
  return pattern.length;
}

function headTokens(head: string): Token[] {
  const chars = Array.from(head);
  return chars.map((char, at) => {
    const next = chars[at + 1];
    if (char === '?') return ONE_IN_SEGMENT;
    if (char === '*') return next === undefined || next === ':' ? ANY : ANY_IN_SEGMENT;
    return char;
  });
}
