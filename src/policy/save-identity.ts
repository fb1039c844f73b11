// The faults for which IAM refuses to save an identity-based policy, in the order in which it looks for them.
import type { FormCode } from './codes.ts';
import type { PatternElement } from './document.ts';
import type { DraftReading, DraftStatement } from './draft.ts';
import { isReadableDate, isReadableResource, resourceFault } from './iam-formats.ts';

/** Forms that IAM sees only after the syntax: it has its own texts for these. */
const NOT_SYNTAX: readonly FormCode[] = [
  'MISSING_ACTION',
  'INVALID_PRINCIPAL_FORMAT',
  'INVALID_PRINCIPAL_KEY',
];

/**
 * The message of `MalformedPolicyDocument`, or null. Names of actions and condition keys are not checked, and
 * resources need not exist: IAM accepts `s3:Foo`. Texts and order were observed on AWS, except the place of the
 * two texts on principals and on the characters of a Sid in that order, which is our reading.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html
 */
export function identityFault(
  { draft, found }: DraftReading,
  managed: boolean,
  sidForm = /^[0-9A-Za-z]*$/,
): string | null {
  if (found.some(({ code }) => code === 'JSON_SYNTAX_ERROR')) return 'This policy contains invalid Json';
  const { statements, version } = draft;

  const badEffects = statements.filter(({ effect }) => effect && !isEffect(effect.value));
  const onlyLetterCase = badEffects.every(({ effect }) => /^(allow|deny)$/i.test(effect?.value ?? ''));
  const syntax = found.some(
    ({ code, severity }) =>
      severity === 'error' &&
      !NOT_SYNTAX.some((other) => other === code) &&
      !(code === 'INVALID_EFFECT' && onlyLetterCase),
  );
  if (syntax) return 'Syntax errors in policy.';

  if (managed && version?.value !== '2012-10-17')
    return 'Policy document must be version 2012-10-17 or greater.';

  const badResource = firstOf(statements, (statement) => firstOf(values(statement.resource), resourceFault));
  if (badEffects.length > 0 || hasUnreadableDate(statements) || hasUnreadableResource(statements))
    return 'The policy failed legacy parsing';

  if (statements.some(({ principal }) => principal)) return 'Policy document should not specify a principal.';

  const sids = statements.flatMap(({ sid }) => (sid && sid.value !== '' ? [sid.value] : []));
  if (new Set(sids).size < sids.length) return 'Statement IDs (SID) in a single policy must be unique.';
  if (sids.some((sid) => !sidForm.test(sid)))
    return 'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*';

  if (statements.some(({ action }) => values(action).length === 0))
    return 'Policy statement must contain actions.';
  if (badResource !== null) return badResource;
  const badAction = firstOf(statements, (statement) => firstOf(values(statement.action), actionFault));
  if (badAction !== null) return badAction;
  if (statements.some(({ resource }) => values(resource).length === 0))
    return 'Policy statement must contain resources.';
  return null;
}

const isEffect = (text: string): boolean => text === 'Allow' || text === 'Deny';

const values = (element: PatternElement | undefined): readonly string[] =>
  element?.patterns.map(({ value }) => value) ?? [];

function firstOf<Item>(items: readonly Item[], fault: (item: Item) => string | null): string | null {
  for (const item of items) {
    const message = fault(item);
    if (message !== null) return message;
  }
  return null;
}

const hasUnreadableDate = (statements: readonly DraftStatement[]): boolean =>
  statements.some(({ conditions }) =>
    conditions.some(
      ({ operator, values: dates }) =>
        operator.base.startsWith('Date') && dates.some(({ value }) => !isReadableDate(value)),
    ),
  );

/** IAM stops looking at resources in this way once it has met one whose format it refuses. */
function hasUnreadableResource(statements: readonly DraftStatement[]): boolean {
  for (const { resource } of statements) {
    if (values(resource).some((value) => resourceFault(value) !== null)) return false;
    if (values(resource).some((value) => !isReadableResource(value))) return true;
  }
  return false;
}

function actionFault(action: string): string | null {
  if (action === '*') return null;
  const [vendor = '', ...names] = action.split(':');
  if (names.length === 0) return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
  if (names.length > 1) return 'Actions/Condition can contain only one colon.';
  return /^[A-Za-z0-9.*?-]*$/.test(vendor) ? null : `Vendor ${vendor} is not valid`;
}
