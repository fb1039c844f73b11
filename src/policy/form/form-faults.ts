// Faults of a policy by the fields that show what they are about.
import type { Diagnostic, Fix } from '../diagnostic.ts';
import type { Json, JsonMember } from '../json.ts';
import { nodeAt } from './json-text.ts';

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'] as const;
export type FormElement = (typeof ELEMENTS)[number];

export interface FormFault {
  readonly diagnostic: Diagnostic;
  /** Null for the statement as a whole. */
  readonly element: FormElement | null;
  /** What the fault is about, of several; null for all of them. */
  readonly value: string | null;
  /** Of a fault in a condition, its operator and its key; null where it is about the whole block. */
  readonly condition: { readonly operator: string; readonly key: string | null } | null;
}

export interface FormFaults {
  /** By the place of the statement. */
  readonly statements: readonly (readonly FormFault[])[];
  /** About no statement. */
  readonly beside: readonly Diagnostic[];
}

/** @param text The text in which these were found. */
export function formFaults(text: string, found: readonly Diagnostic[]): FormFaults {
  const all = nodeAt(text, ['Statement']);
  const nodes: readonly Json[] = all?.kind === 'array' ? all.items : all ? [all] : [];
  const statements: FormFault[][] = nodes.map(() => []);
  const beside: Diagnostic[] = [];
  for (const diagnostic of found) {
    const at = nodes.findIndex((node) => node.from <= diagnostic.from && diagnostic.from < node.to);
    const node = nodes[at];
    if (node) statements[at]?.push(placed(node, diagnostic));
    else beside.push(diagnostic);
  }
  return { statements, beside };
}

/** Of a statement: those that no field shows, since the element is not one of `shown`, are about it as a whole. */
export const faultsBeside = (
  faults: readonly FormFault[],
  shown: (element: FormElement) => boolean,
): readonly FormFault[] => faults.filter(({ element }) => element === null || !shown(element));

export const faultsOfElement = (faults: readonly FormFault[], of: FormElement): readonly FormFault[] =>
  faults.filter(({ element }) => element === of);

/**
 * A fix for `before`, where it was found, as one for `after`, to which that has been changed since; null where the change
 * is in what it mends.
 */
export function movedFix(fix: Fix, before: string, after: string): Fix | null {
  if (before === after) return fix;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const by = after.length - before.length;
  const edits = fix.edits.map((edit) => {
    if (edit.to < start) return edit;
    if (edit.from > before.length - end) return { ...edit, from: edit.from + by, to: edit.to + by };
    return null;
  });
  return edits.every((edit) => edit !== null) ? { ...fix, edits } : null;
}

function placed(statement: Json, diagnostic: Diagnostic): FormFault {
  const names: string[] = [];
  let value: string | null = null;
  let node: Json | undefined = statement;
  while (node) {
    if (node.kind === 'object') {
      const member: JsonMember | undefined = node.members.find((one) => holds(one, diagnostic));
      if (!member) break;
      names.push(member.name.value);
      node = holds(member.name, diagnostic) ? undefined : member.value;
    } else if (node.kind === 'array') node = node.items.find((one) => holds(one, diagnostic));
    else {
      ({ value } = node);
      break;
    }
  }
  const [name = '', operator, key = null] = names;
  const element = ELEMENTS.find((one) => name === one || name === `Not${one}`) ?? null;
  const condition = element === 'Condition' && operator !== undefined ? { operator, key } : null;
  return { diagnostic, element, value, condition };
}

const holds = (span: { readonly from: number; readonly to: number }, { from }: Diagnostic): boolean =>
  span.from <= from && from < span.to;
