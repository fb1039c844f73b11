// A text that is no attempt at JSON: nothing at all, YAML, a code block, or words; with what can be made of it.
import { parseDocument } from 'yaml';
import type { Fix } from './diagnostic.ts';
import type { MendableFault } from './tolerant-reader.ts';

const EMPTY_POLICY = '{\n  "Version": "2012-10-17",\n  "Statement": []\n}';

/** A request to IAM can hold no more: what is longer is not turned into anything. */
const LONGEST = 131_072;

/** How JSON, or what was meant to be JSON, begins. */
const JSON_START = /^(?:["'“”‘’`{[}\]]|(?:true|false|null|-?\d[\d.]*)\s*$|\/\/|\/\*|#)/;

/** `Effect:`, `- Effect:`, `---`: the first line of YAML. */
const YAML_START = /^(?:---|%YAML|- |[\w:/-]+:(?:\s|$)|#)/;

/** A code block of Markdown, as documentation and chats have it. */
const FENCED = /^\s*```[^\n`]*\n([\s\S]*?)\n?[ \t]*```\s*$/;

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
  const line = { from: first, to: first + (/^[^\n]*/.exec(rest)?.[0].trimEnd().length ?? 0) };
  if (YAML_START.test(rest)) {
    const json = jsonOf(text);
    if (json !== null)
      return { what: 'it is written in YAML', ...line, fixes: [whole(text, 'Turn it into JSON', json)] };
  }
  if (JSON_START.test(rest)) return null;
  // Not the brace of a variable.
  const brace = rest.search(/(?<=[\s:])\{\s*["'}\n]/);
  return {
    what: 'a policy begins with an opening brace {',
    ...line,
    fixes: [
      ...(brace > 0
        ? [
            {
              label: 'Remove what stands before the brace',
              edits: [{ from: first, to: first + brace, text: '' }],
            },
          ]
        : []),
      whole(text, 'Put an empty policy in its place', EMPTY_POLICY),
    ],
  };
}

const whole = (text: string, label: string, to: string): Fix => ({
  label,
  edits: [{ from: 0, to: text.length, text: to }],
});

/**
 * What YAML says, as JSON; null for what is not YAML with names and values. All values are texts, as policies have them: so
 * an account id keeps its zeros, and a version is no date. Tags of CloudFormation (`!Sub`) have no meaning here.
 * @see https://yaml.org/spec/1.2.2/#101-failsafe-schema
 */
function jsonOf(text: string): string | null {
  if (text.length > LONGEST) return null;
  try {
    const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
    if (document.errors.length > 0 || document.warnings.length > 0) return null;
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (typeof value !== 'object' || value === null) return null;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!items.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item)))
      return null;
    return JSON.stringify(value, null, 2);
  } catch {
    return null;
  }
}
