// Common fixes: where one mistake was made again and again, one change that mends all of them.
import { allowingMore } from '../../policy/checks/mend.ts';
import type { Diagnostic, Edit, Fix } from '../../policy/diagnostic.ts';

/** By the faults that are mended with others; a fault that is alone is not among them. */
export function commonFixes(found: readonly Diagnostic[]): ReadonlyMap<Diagnostic, Fix> {
  const common = new Map<Diagnostic, Fix>();
  const alike = new Map<string, Diagnostic[]>();
  for (const fault of found) {
    const [first, ...others] = fault.fixes ?? [];
    if (!first) continue;
    const wider = others.find((fix) => isWider(fix, first));
    if (wider) common.set(fault, wider);
    else {
      const kind = `${fault.code}\n${first.label}`;
      alike.set(kind, [...(alike.get(kind) ?? []), fault]);
    }
  }
  for (const group of alike.values()) {
    const edits = group
      .flatMap(({ fixes: [first] = [] }) => first?.edits ?? [])
      .sort((a, b) => a.from - b.from);
    const isApart = edits.every((edit, at) => at === 0 || (edits[at - 1]?.to ?? 0) < edit.from);
    if (group.length < 2 || !isApart) continue;
    const each: Fix = { label: `Mend all ${group.length} like this`, edits };
    const all = group.some(({ fixes: [first] = [] }) => first?.allowsMore) ? allowingMore(each) : each;
    for (const fault of group) common.set(fault, all);
  }
  return common;
}

/** Whether a fix does what another does, and more of it. */
const isWider = (fix: Fix, than: Fix): boolean =>
  fix.edits.length > than.edits.length &&
  than.edits.every((edit) => fix.edits.some((one) => isSame(one, edit)));

const isSame = (one: Edit, other: Edit): boolean =>
  one.from === other.from && one.to === other.to && one.text === other.text;
