// A piece of a program, or words around a policy -> the policies in it.
import { readJson } from '../json.ts';
import type { MendableFault } from '../sign-reader.ts';
import type { Span } from '../span.ts';
import { faultOf, policyOf, type Found, type Language } from './found.ts';
import { whole } from './whole.ts';
import { TERRAFORM } from './terraform.ts';
import { LiteralReader, Unread, type Literal } from './literal.ts';

/** Where a value may begin that is a policy, holds one as a text, or makes one. */
const START =
  /(?:\bnew\s+)?[A-Za-z_$][\w$.:]*\s*\(|\bmap\[|\[\]\s*[\w.]+\s*\{|\b[A-Z][\w.]*\s*\{|[{[("'`]|<<[-~]?\s*["']?\w+/g;

/** Places that are tried, and letters that are read for that, at most: nobody waits for it. */
const MOST_PLACES = 400;
const MOST_LETTERS = 1_000_000;

const LANGUAGES: readonly (readonly [name: string, marks: RegExp])[] = [
  ['Go', /\bmap\[string\]|\[\]string\{|\[\]interface\{\}|\[\]\w*(?:Statement|Entry)\w*\{|:=\s*`/],
  ['PHP', /^\s*(?:<\?php|\$\w+\s*=)|\barray\(|'\s*=>\s*/],
  ['Java', /\bString\s+\w+\s*=|\b(?:List|Map|Set)\.of\(|\bArrays\.asList\(|^\s*"[^\n]*"\s*\+\s*$/m],
  ['Ruby', /"\s*=>|\b\w+:\s*'[^']*'\s*=>|\.to_json\b/],
  [
    'Python',
    /\b(?:True|False|None)\b|\bjson\.dumps\(|^\s*(?:import|from|def)\s|\bdict\(|=\s*(?:f?"""|f?''')|^\s*\w+\s*=\s*\{|\b(?:not_)?(?:actions|resources)=\[/m,
  ],
  ['TypeScript', /\bnew\s+(?:\w+\.)*Policy(?:Statement|Document)\(/],
  [
    'JavaScript',
    /\b(?:const|let|var)\s+\w+|\bJSON\.stringify\(|\bmodule\.exports\b|\bexport\s+default\b|^\s*\(?\{\s*\w+\s*:/,
  ],
];

const languageOf = (text: string): Language | null => {
  const [name] = LANGUAGES.find(([, marks]) => marks.test(text)) ?? [];
  return name === undefined ? null : { name, when: 'when the program runs' };
};

interface Placed extends Span {
  readonly found: Found;
  /** A statement that a program adds to others. */
  readonly isStatement: boolean;
}

/** Null where no policy was found in it. */
export function programFault(text: string, line: Span, inTerraform: boolean): MendableFault | null {
  const { placed, hasComments } = policiesIn(text, inTerraform);
  const [first] = placed;
  if (first === undefined) return null;
  const rest = placed.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
  const hasMore = /[^\s;,()]/.test(rest);
  const language = inTerraform ? TERRAFORM : languageOf(text);
  const found =
    placed.length > 1 && placed.every(({ isStatement }) => isStatement)
      ? [together(placed)]
      : placed.map((one) => one.found);
  if (language === null && hasMore) return aroundFault(text, line, first, placed.length > 1);
  return faultOf(text, language ?? { name: 'JavaScript', when: 'when the program runs' }, found, {
    line,
    hasMore,
    hasComments,
  });
}

/** Words, marks or a command around a policy. */
function aroundFault(text: string, line: Span, { from, to, found }: Placed, isFirst: boolean): MendableFault {
  const isBefore = text.slice(0, from).trim() !== '';
  const start = to + (/\S/.exec(text.slice(to))?.index ?? 0);
  const [end = ''] = /^[^\n]*/.exec(text.slice(start)) ?? [];
  const place = isBefore
    ? { from: line.from, to: Math.min(line.to, from) }
    : { from: start, to: start + end.trimEnd().length };
  const label = isFirst ? 'Keep only the first policy' : 'Keep only the policy';
  const isJson = text.slice(from, to) === found.text;
  const edits = isJson
    ? [
        { from: 0, to: from, text: '' },
        { from: to, to: text.length, text: '' },
      ]
    : [{ from: 0, to: text.length, text: found.text }];
  return {
    what: `what stands ${isBefore ? 'before' : 'behind'} the policy does not belong to it`,
    ...place,
    to: Math.max(place.from, place.to),
    fixes: [{ label, edits: edits.filter((edit) => edit.from < edit.to) }],
  };
}

/** A text that is one value of some language, and no more; null for any other. */
export function literalFault(text: string, line: Span): MendableFault | null {
  const reader = new LiteralReader(text, line.from, false);
  const value = readAt(reader);
  reader.take(/[\s;,]*/y);
  reader.gap();
  const found = value && reader.isAtEnd() ? policyOf(value, '') : null;
  if (found === null) return null;
  if (value?.kind === 'text' && !/["'`]\s*[+.]/.test(text))
    return {
      what: 'the policy stands in quotes',
      from: line.from,
      to: line.from + 1,
      fixes: [whole(text, 'Take it out of the quotes', found.text)],
    };
  const isTerraform = /^\{\s*(?:#[^\n]*\s*)*"?\w+"?\s*=(?![>=])/.test(text.slice(line.from));
  const language = isTerraform
    ? TERRAFORM
    : (languageOf(text) ?? { name: 'JavaScript', when: 'when the program runs' });
  const hasComments = reader.hasComments || line.from > text.search(/\S/);
  return faultOf(text, language, [found], { line, hasMore: false, hasComments });
}

function readAt(reader: LiteralReader): Literal | null {
  try {
    return reader.value();
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
}

function policiesIn(
  text: string,
  inTerraform: boolean,
): { readonly placed: readonly Placed[]; readonly hasComments: boolean } {
  const placed: Placed[] = [];
  let hasComments = false;
  let letters = 0;
  let end = 0;
  let places = 0;
  for (const { index } of text.matchAll(START)) {
    if (index < end) continue;
    if (++places > MOST_PLACES || letters > MOST_LETTERS) break;
    const reader = new LiteralReader(text, index, inTerraform);
    const value = readAt(reader);
    letters += Math.max(0, reader.at - index);
    const found = value && policyOf(value, nameBefore(text, index));
    if (!found) continue;
    const span = { from: index, to: reader.at };
    hasComments ||= reader.hasComments;
    const own = text.slice(span.from, span.to);
    const isStatement = value.kind === 'call' && /PolicyStatement$/.test(value.name);
    placed.push({
      ...span,
      isStatement,
      found: readJson(own).ok && value.kind === 'object' ? { ...found, text: own } : found,
    });
    end = reader.at;
  }
  return { placed, hasComments };
}

/** `policy` in `const policy = {` */
const nameBefore = (text: string, at: number): string =>
  /([\w$-]+)["']?\s*(?::=|[:=])\s*(?:[\w.]+\()*$/.exec(text.slice(Math.max(0, at - 80), at))?.[1] ??
  'this one';

/** Statements that a program adds one after the other, as one policy. */
function together(placed: readonly Placed[]): Found {
  const statements = placed.flatMap(
    ({ found }) => (JSON.parse(found.text) as { readonly Statement: readonly unknown[] }).Statement,
  );
  return {
    name: '',
    text: JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2),
    open: placed.flatMap(({ found }) => found.open),
    left: placed.flatMap(({ found }) => found.left),
  };
}
