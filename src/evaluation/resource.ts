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
import { not, someOf, type Truth } from './truth.ts';
import {
  ANY,
  ANY_IN_SEGMENT,
  compileTokens,
  ONE_IN_SEGMENT,
  tokensOf,
  type Matcher,
  type Token,
} from './wildcard.ts';

/** A Resource or NotResource element prepared for many requests. */
export interface CompiledResource {
  /** Whether the statement is about the resource: listed, or with NotResource not listed. */
  readonly reaches: (resource: string, context: Context) => Truth;
  /** The first pattern that certainly lists the resource; null when none does. */
  readonly listing: (resource: string, context: Context) => Spanned<string> | null;
}

/** Compiles the patterns of one element. A request without a resource asks for `*`, which only `*` covers. */
export function compileResourceElement(element: PatternElement, version: PolicyVersion): CompiledResource {
  const patterns = element.patterns.map((source) => ({
    source,
    test: compileResource(source.value, version),
  }));
  const [only, ...others] = patterns;
  const lists: TemplateTest =
    only !== undefined && others.length === 0
      ? only.test
      : (resource, context) => someOf(patterns, ({ test }) => test(resource, context));
  return {
    reaches: element.negated ? (resource, context) => not(lists(resource, context)) : lists,
    listing: (resource, context) =>
      patterns.find(({ test }) => test(resource, context) === true)?.source ?? null,
  };
}

/**
 * Compiles one pattern. Compared with regard to letter case. In the first five parts of an ARN a wildcard stays between
 * its colons, except for a `*` that ends its part; in the resource part wildcards match colons too. Policy variables
 * are read in the resource part only. Parts that are missing at the end are `*`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileResource(written: string, version: PolicyVersion): TemplateTest {
  const pattern = completed(written);
  const end = afterFifthColon(pattern);
  const head = headTokens(pattern.slice(0, end));
  const tail: Template =
    end === pattern.length ? plainTemplate('') : parseTemplate(pattern.slice(end), version);
  return compileTemplate(tail, (pieces: readonly Piece[]): Matcher =>
    compileTokens([...head, ...tokensOf(pieces)]),
  );
}

/** `arn:aws:sqs` is `arn:aws:sqs:*:*:*`; a `*` that is there already may run over the colons that are not. */
function completed(pattern: string): string {
  const colons = pattern.match(/:/g)?.length ?? 0;
  const short = colons < 5 && pattern.startsWith('arn:') && !pattern.includes('*');
  return short ? pattern + ':*'.repeat(5 - colons) : pattern;
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
