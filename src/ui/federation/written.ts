// Written: roles and tags of a directory as lines that people type, and back.
import type { Mapping, RolePair } from '../../account/directories.ts';
import { pairIn } from '../../session/assertion.ts';

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One pair a line, as in the attribute `Role`. */
export const rolesWritten = (roles: readonly RolePair[]): string =>
  roles.map(({ role, provider }) => `${role},${provider}`).join('\n');

/** The pairs, or the first line that is none. */
export function rolesRead(
  text: string,
): { readonly roles: readonly RolePair[] } | { readonly fault: string } {
  const roles: RolePair[] = [];
  for (const line of linesOf(text)) {
    const pair = pairIn(line);
    if (!pair) return { fault: line };
    roles.push({ role: pair.role, provider: pair.provider });
  }
  return { roles };
}

/** One tag a line: `department=books`; with `+` before it, it is transitive. */
export const tagsWritten = ({ tags, transitiveTags }: Pick<Mapping, 'tags' | 'transitiveTags'>): string =>
  Object.entries(tags)
    .map(([key, value]) => `${transitiveTags.includes(key) ? '+' : ''}${key}=${value}`)
    .join('\n');

/** The tags, or the first line that is none. */
export function tagsRead(
  text: string,
): Pick<Mapping, 'tags' | 'transitiveTags'> | { readonly fault: string } {
  const tags = new Map<string, string>();
  const transitiveTags: string[] = [];
  for (const line of linesOf(text)) {
    const [, plus, key = '', value = ''] = /^(\+?)\s*([^=]+?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === '' || tags.has(key)) return { fault: line };
    tags.set(key, value);
    if (plus === '+') transitiveTags.push(key);
  }
  return { tags: Object.fromEntries(tags), transitiveTags };
}
