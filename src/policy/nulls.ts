// null in a policy: AWS takes it nowhere, and where it only says that there is nothing, its entry is left out.
import { removal } from './checks/mend.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Json } from './json.ts';
import { isValueOfKey, type Path } from './places.ts';
import type { Span } from './span.ts';

/** What was found of values that are null, in other words, with the way out. */
export function nullsLeftOut(text: string, root: Json, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const nulls = new Map(entriesOfNull(root, []).map((entry) => [entry.from, entry]));
  if (nulls.size === 0) return found;
  return found.map((diagnostic) => {
    const entry = nulls.get(diagnostic.from);
    if (entry === undefined || !/^(?:DATA_TYPE_MISMATCH|INVALID_PRINCIPAL_FORMAT)$/.test(diagnostic.code))
      return diagnostic;
    // A policy has a version, whatever stands for it.
    if (diagnostic.fixes !== undefined) return diagnostic;
    const message = 'null is no value in a policy.';
    // Without its key, a condition would be met by more than it was.
    if (entry.whole === null) return { ...diagnostic, message };
    const help = 'What has no value is left out.';
    return {
      ...diagnostic,
      message,
      help,
      fixes: [{ label: entry.label, edits: [removal(text, entry.whole)] }],
    };
  });
}

interface Entry {
  readonly from: number;
  /** Null where leaving it out is not what somebody means. */
  readonly whole: Span | null;
  readonly label: string;
}

function entriesOfNull(json: Json, path: Path): readonly Entry[] {
  if (json.kind === 'array')
    return json.items.flatMap((item) =>
      item.kind === 'null'
        ? [{ from: item.from, whole: item, label: 'Remove null' }]
        : entriesOfNull(item, path),
    );
  if (json.kind !== 'object') return [];
  return json.members.flatMap(({ name, value, from, to }) => {
    const inner = [...path, name.value];
    if (value.kind !== 'null') return entriesOfNull(value, inner);
    const whole = isValueOfKey(inner) ? null : { from, to };
    return [{ from: value.from, whole, label: `Remove ${JSON.stringify(name.value)}` }];
  });
}
