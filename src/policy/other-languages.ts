// A text that is no attempt at JSON: nothing at all, another language, a listing, or words; with what can be made of it.
import { aroundFault } from './foreign/around.ts';
import { encodedFault } from './foreign/encoded.ts';
import { faultOf } from './foreign/found.ts';
import { marksFault } from './foreign/marks.ts';
import { literalFault, programFault } from './foreign/program.ts';
import { isTerraform, readTerraform, TERRAFORM } from './foreign/terraform.ts';
import { whole } from './foreign/whole.ts';
import { yamlFault } from './foreign/yaml.ts';
import { EMPTY_POLICY, fromWord } from './new-policy.ts';
import type { MendableFault } from './sign-reader.ts';
import type { Span } from './span.ts';

/** How JSON, or what was meant to be JSON, begins. */
const JSON_START = /^(?:["'“‘”’`{[}\]]|(?:true|false|null|-?\d[\d.]*)\s*$)/;

/** `Effect:`, `- Effect:`, `---`: the first line of YAML. */
const YAML_START = /^(?:---|%YAML|- |[\w:/-]+:(?:\s|$)|#)/;

/** A name in front of what is JSON, as logs have it. */
const NAMED_JSON = /^[\w:/-]+:\s*\{\s*"/;

/** A code block of Markdown, as documentation and chats have it. */
const FENCED = /^\s*```[^\n`]*\n([\s\S]*?)\n?[ \t]*```\s*$/;

const COMMENTS = /^(?:\s|\ufeff|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*/;

/** A request to IAM can hold no more: what is longer is looked at no further. */
const LONGEST = 131_072;

/** Null for a text that is to be read as JSON, with whatever is wrong in it. */
export function otherLanguage(text: string): MendableFault | null {
  const first = text.search(/[^\s\ufeff]/);
  if (first < 0)
    return {
      what: 'there is nothing here yet',
      from: 0,
      to: text.length,
      fixes: [whole(text, 'Start with an empty policy', EMPTY_POLICY)],
    };
  const block = FENCED.exec(text)?.[1];
  if (block !== undefined)
    return {
      what: 'the lines with ``` around it do not belong to it',
      from: first,
      to: first + 3,
      fixes: [whole(text, 'Keep what stands between them', block)],
    };
  const rest = text.slice(first);
  const line = lineAt(text, first);
  if (text.length <= LONGEST) {
    const marked = marksFault(text) ?? encodedFault(text) ?? aroundFault(text);
    if (marked) return marked;
  }
  const named = NAMED_JSON.test(rest) && text.length <= LONGEST ? programFault(text, line, false) : null;
  const yaml = named ?? (YAML_START.test(rest) ? yamlFault(text, line) : null);
  if (yaml) return yaml;
  const start = COMMENTS.exec(text)?.[0].length ?? first;
  if (start === text.length || JSON_START.test(text.slice(start)))
    return /^["'`]/.test(rest) && text.length <= LONGEST ? literalFault(text, line) : null;
  return (
    (text.length <= LONGEST ? foreignFault(text, lineAt(text, start)) : null) ?? wordsFault(text, first, line)
  );
}

/** A text that was read as JSON and has many faults of many kinds may be a value of another language, with none. */
export const otherLiteral = (text: string): MendableFault | null => {
  const start = COMMENTS.exec(text)?.[0].length ?? 0;
  return text.length <= LONGEST ? literalFault(text, lineAt(text, start)) : null;
};

function foreignFault(text: string, line: Span): MendableFault | null {
  if (!isTerraform(text)) return programFault(text, line, false);
  const reading = readTerraform(text);
  if (reading && reading.found.length > 0)
    return faultOf(text, TERRAFORM, reading.found, { line, ...reading });
  return programFault(text, line, true) ?? { what: 'it is written in Terraform', ...line, fixes: [] };
}

function wordsFault(text: string, first: number, line: Span): MendableFault {
  // Not the brace of a variable.
  const brace = text.slice(first).search(/(?<=[\s:])\{\s*["'}\n]/);
  const cut = {
    label: 'Remove what stands before the brace',
    edits: [{ from: first, to: first + brace, text: '' }],
  };
  return {
    what: 'a policy begins with an opening brace {',
    ...line,
    fixes: [
      ...(brace > 0 ? [cut] : []),
      ...fromWord(text.trim()).map(({ label, policy }) => whole(text, label, policy)),
    ],
  };
}

/** What stands on a line, from a place in it. */
function lineAt(text: string, from: number): Span {
  const [line = ''] = /^[^\n]*/.exec(text.slice(from)) ?? [];
  return { from, to: from + line.trimEnd().length };
}
