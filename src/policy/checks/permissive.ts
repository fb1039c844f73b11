// Checks of a policy document: values of keys of trust that are left nearly open.
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { SENSITIVE_KEYS } from '../global-keys.ts';
import type { Spanned } from '../span.ts';
import { fault } from './codes.ts';
import type { Subject } from './subject.ts';

/** As many characters as must stand before the first open place. */
const LEAST_FIXED = 6;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export function checkPermissive({ draft, type }: Subject): readonly Diagnostic[] {
  return draft.statements.flatMap(({ conditions }) =>
    conditions.flatMap((condition) =>
      condition.values.flatMap((value) => checkValue(condition, value, type === 'endpoint')),
    ),
  );
}

/** @param isTold No pattern at all has a place there, which is told elsewhere. */
function checkValue(
  { operator, key }: DraftCondition,
  value: Spanned<string>,
  isTold: boolean,
): Diagnostic[] {
  const { base } = operator;
  const isPattern = base.includes('Like') || base.startsWith('Arn');
  if (!base.startsWith('String') && !isPattern) return [];
  const written = value.value;
  const lower = key.toLowerCase();
  if (lower === 'aws:userid')
    return isPattern && isOpenUserId(written) ? [fault('WILDCARD_USAGE_TOO_PERMISSIVE', value, key)] : [];
  if (!SENSITIVE_KEYS.has(lower)) return [];
  const variable = written.search(/\$\{[^*?$]/);
  // Set by AWS: `${aws:PrincipalAccount}` for aws:ResourceAccount says "of the caller's own account".
  const [, name = ''] = /^\$\{([^},]+)\}$/.exec(written) ?? [];
  if (SENSITIVE_KEYS.has(name.toLowerCase())) return [];
  if (variable >= 0 && variable < LEAST_FIXED) return [fault('VARIABLE_USAGE_TOO_PERMISSIVE', value, key)];
  const wildcard = isPattern && !isTold ? written.search(/[*?]/) : -1;
  return wildcard >= 0 && wildcard < LEAST_FIXED ? [fault('WILDCARD_USAGE_TOO_PERMISSIVE', value, key)] : [];
}

/** `ROLE-ID:SESSION`: one of the two may be open, the id only as a whole. */
function isOpenUserId(value: string): boolean {
  if (!/[*?]/.test(value)) return false;
  const [id = '', session] = value.split(':');
  if (session === undefined) return true;
  return id === '*' ? /[*?]/.test(session) : /[*?]/.test(id);
}
