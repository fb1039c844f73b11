// Checks of a policy document: IP addresses in conditions.
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { aligned, isAligned, isPrivate, parseRange } from './addresses.ts';
import { fault } from './codes.ts';
import { fix, removal } from './mend.ts';
import { quoted, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
export function checkIpRanges({ text, draft }: Subject): readonly Diagnostic[] {
  return draft.statements.flatMap(({ conditions }) =>
    conditions
      .filter(({ operator }) => operator.base === 'IpAddress' || operator.base === 'NotIpAddress')
      .flatMap((condition) => checkCondition(text, condition)),
  );
}

function checkCondition(text: string, condition: DraftCondition): Diagnostic[] {
  const { operator, key, name, values } = condition;
  const found: Diagnostic[] = [];
  const ranges = values.map((value) => ({ value, range: parseRange(value.value) }));
  for (const { value, range } of ranges) {
    if (value.value.includes('${')) continue;
    if (range === null) found.push(fault('TYPE_MISMATCH_IP_RANGE', value, quoted(value.value)));
    else if (!isAligned(range)) {
      const better = aligned(range);
      const suggestions = better === null ? [] : [quoted(better)];
      found.push(fault('IMPROVE_IP_RANGE', value, quoted(value.value), { suggestions }));
    }
  }
  if (!/^aws:sourceip$/i.test(key)) return found;
  const inside = ranges.filter(({ range }) => range !== null && isPrivate(range));
  const isNegated = operator.base === 'NotIpAddress';
  if (inside.length > 0 && inside.length === ranges.length)
    found.push(fault(isNegated ? 'PRIVATE_NOT_IP_ADDRESS' : 'PRIVATE_IP_ADDRESS', name));
  else
    for (const { value } of inside)
      found.push(
        fault(
          isNegated ? 'PRIVATE_NOT_IP_ADDRESS_SUBSET' : 'PRIVATE_IP_ADDRESS_SUBSET',
          value,
          quoted(value.value),
          {
            fixes: [fix('Remove it', removal(text, value))],
          },
        ),
      );
  return found;
}
