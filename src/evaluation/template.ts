// template: a pattern or value of a policy with its policy variables, and what it becomes in one request.
import type { PolicyVersion } from '../policy/document.ts';
import { isUnknown, type Context } from './context.ts';
import type { Truth } from './truth.ts';

/**
 * `text`: `*` and `?` are wildcards in it. `literal`: they are plain characters. `unknown`: the place of a variable whose
 * value is not known and could be any text; its own text is empty.
 */
export interface Piece {
  readonly kind: 'text' | 'literal' | 'unknown';
  readonly text: string;
}

interface Variable {
  readonly kind: 'variable';
  /** Lower-cased. */
  readonly key: string;
  /** As it stands in the policy, braces included. */
  readonly written: string;
  /** The text in `${key, 'text'}`, used when the key has no value. */
  readonly fallback: string | null;
}

export type Template = readonly (Piece | Variable)[];

/** The whole text, with nothing in it read as a variable. */
export const plainTemplate = (text: string): Template => [{ kind: 'text', text }];

/**
 * Reads `${key}`, `${key, 'default'}` and the escapes `${*}`, `${?}` and `${$}`. What only resembles a variable is
 * left as text. Documents of version 2008-10-17 have no variables at all.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function parseTemplate(text: string, version: PolicyVersion): Template {
  if (version === '2008-10-17' || !text.includes('${')) return plainTemplate(text);
  const parts: (Piece | Variable)[] = [];
  let done = 0;
  for (let open = text.indexOf('${'); open !== -1; open = text.indexOf('${', done)) {
    const close = text.indexOf('}', open);
    if (close === -1) break;
    if (open > done) parts.push({ kind: 'text', text: text.slice(done, open) });
    const inside = text.slice(open + 2, close);
    parts.push(parseVariable(inside) ?? { kind: 'text', text: text.slice(open, close + 1) });
    done = close + 1;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
}

function parseVariable(inside: string): Piece | Variable | null {
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'literal', text: inside };
  const comma = inside.indexOf(',');
  const key = (comma === -1 ? inside : inside.slice(0, comma)).trim().toLowerCase();
  if (key === '') return null;
  const written = `\${${inside}}`;
  if (comma === -1) return { kind: 'variable', key, written, fallback: null };
  const quoted = inside.slice(comma + 1).trim();
  if (quoted.length < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) return null;
  return { kind: 'variable', key, written, fallback: quoted.slice(1, -1) };
}

/** A test of one text, which may need the request context to know what it compares with. */
export type TemplateTest = (text: string, context: Context) => Truth;

/**
 * Compiles a template. Without variables that happens once, here; with variables once for each request. A variable
 * that has no value and no default makes a pattern that matches nothing; one whose value is not known leaves open what
 * the rest of the pattern does not rule out.
 */
export function compileTemplate(
  template: Template,
  compile: (pieces: readonly Piece[]) => (text: string) => boolean,
): TemplateTest {
  if (!template.some((part) => part.kind === 'variable')) {
    return compile(template.filter((part) => part.kind !== 'variable'));
  }
  return (text, context) => {
    const substituted = substitute(template, context);
    if (substituted === null || !compile(substituted.pieces)(text)) return false;
    return substituted.on.length === 0 ? true : { on: substituted.on };
  };
}

interface Substituted {
  readonly pieces: readonly Piece[];
  /** The keys that are not known. */
  readonly on: readonly string[];
}

/** The pieces with every variable replaced; null when one has no value. */
function substitute(template: Template, context: Context): Substituted | null {
  const pieces: Piece[] = [];
  const on: string[] = [];
  for (const part of template) {
    if (part.kind !== 'variable') {
      pieces.push(part);
      continue;
    }
    const entry = context.get(part.key);
    if (entry !== undefined && isUnknown(entry.value)) {
      on.push(entry.key);
      pieces.push({ kind: 'unknown', text: '' });
      continue;
    }
    // Only single-valued keys can be variables.
    const text = typeof entry?.value === 'string' ? entry.value : part.fallback;
    if (text === null) return null;
    pieces.push({ kind: 'literal', text });
  }
  return { pieces, on };
}
