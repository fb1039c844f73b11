// A policy in YAML, of CloudFormation as well -> the same in JSON; where it is no YAML, what is wrong with it.
import { isNode, parseDocument, visit, type Document } from 'yaml';
import type { MendableFault } from '../sign-reader.ts';
import type { Span } from '../span.ts';
import { whole } from './whole.ts';

/** A request to IAM can hold no more: what is longer is not turned into anything. */
const LONGEST = 131_072;

/** What the shorthand of CloudFormation begins with: `!Sub`, `!Ref`, `!GetAtt`. */
const OF_CLOUDFORMATION = /(?:^|\s)!(?:Sub|Ref|GetAtt|Join|ImportValue|If|Select|Split|FindInMap)\b/;

/** Names and values of YAML: a policy has some of these. */
const OF_POLICIES = /^\s*(?:- )?["']?(?:Version|Statement|Effect|Action|Resource|PolicyDocument)["']?:/m;

/**
 * What is to be said of a text of YAML; null for what is none. All values are texts, as policies have them: so an account id
 * keeps its zeros, and a version is no date. Tags of CloudFormation (`!Sub`) mean something in its templates only.
 * @see https://yaml.org/spec/1.2.2/#101-failsafe-schema
 */
export function yamlFault(text: string, line: Span): MendableFault | null {
  if (text.length > LONGEST) return null;
  const reading = readYaml(text);
  if (reading === null) return null;
  const tag = OF_CLOUDFORMATION.exec(text);
  const { json, wrong } = reading;
  const tab = wrong === null ? null : tabFault(text, wrong.isTab);
  if (tab !== null) return tab;
  if (wrong !== null) {
    // Only what has the names of a policy is taken for YAML that went wrong.
    if (!OF_POLICIES.test(text)) return null;
    const from = text.lastIndexOf('\n', Math.max(0, wrong.at - 1)) + 1;
    const [own = ''] = /^[^\n]*/.exec(text.slice(from)) ?? [];
    const start = from + (own.length - own.trimStart().length);
    return {
      what: `it is written in YAML, and ${wrong.what}`,
      from: start,
      to: Math.max(start, from + own.trimEnd().length),
      fixes: [],
    };
  }
  if (json === null) return null;
  const without = reading.hasComments ? ', without the comments' : '';
  if (tag === null)
    return reading.isTagged
      ? null
      : { what: 'it is written in YAML', ...line, fixes: [whole(text, `Turn it into JSON${without}`, json)] };
  const from = tag.index + tag[0].indexOf('!');
  const name = tag[0].trim();
  return {
    what: `it is YAML of CloudFormation, where ${name} is filled in when a stack is made`,
    from,
    to: from + name.length,
    fixes: [whole(text, `Turn it into JSON${without}, leaving what ${name} fills in to you`, json)],
  };
}

/** Tabs that indent, and the text with spaces in their place where that makes it YAML. */
function tabFault(text: string, isTold: boolean): MendableFault | null {
  if (!OF_POLICIES.test(text)) return null;
  const [tab] = text.matchAll(TABBED);
  if (tab === undefined) return null;
  const json = [2, 4, 8]
    .map((width) => readYaml(text.replace(TABBED, (one) => widened(one, width)))?.json ?? null)
    .find((one) => one !== null);
  if (json === undefined && !isTold) return null;
  const [line = ''] = /^.*/.exec(text.slice(tab.index)) ?? [];
  return {
    what: 'it is written in YAML, which takes spaces to indent, not tabs',
    from: tab.index + line.indexOf('\t'),
    to: tab.index + line.trimEnd().length,
    fixes: json === undefined ? [] : [whole(text, 'Turn it into JSON', json ?? '')],
  };
}

/** What a line begins with, where there is a tab in it. */
const TABBED = /^( *)\t[ \t]*/gm;

/** As editors show it: a tab leads to the next column that is a multiple of its width. */
const widened = (indent: string, width: number): string =>
  [...indent].reduce(
    (wide, sign) => wide + (sign === '\t' ? ' '.repeat(width - (wide.length % width)) : sign),
    '',
  );

interface YamlReading {
  /** Null where it has no names and values. */
  readonly json: string | null;
  /** Where it is no YAML. */
  readonly wrong: { readonly what: string; readonly at: number; readonly isTab: boolean } | null;
  readonly isTagged: boolean;
  /** Which JSON has not. */
  readonly hasComments: boolean;
}

function readYaml(text: string): YamlReading | null {
  try {
    const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
    const isTagged = document.warnings.length > 0;
    const [error] = document.errors;
    if (error) {
      const what =
        WRONG[error.code] ?? 'this is not set as YAML wants it: compare its indent with the lines above';
      const isTab = error.code === 'TAB_AS_INDENT';
      return { json: null, wrong: { what, at: error.pos[0], isTab }, isTagged, hasComments: false };
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const json = isNamed(value) ? JSON.stringify(value, null, 2) : null;
    return { json, wrong: null, isTagged, hasComments: hasComments(document) };
  } catch {
    return null;
  }
}

function hasComments(document: Document.Parsed): boolean {
  let found = Boolean(document.comment ?? document.commentBefore);
  visit(document, (_, node) => {
    if (isNode(node) && (node.comment ?? node.commentBefore)) found = true;
  });
  return found;
}

const WRONG: Readonly<Record<string, string>> = {
  BAD_INDENT: 'this is not indented as what it belongs to',
  TAB_AS_INDENT: 'YAML takes spaces to indent, not tabs',
  DUPLICATE_KEY: 'this name stands here twice: compare its indent with the lines above',
};

/** An object, or a list of objects. */
function isNamed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
}
