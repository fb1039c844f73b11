// The faults for which Organizations refuses to save a service control policy or a resource control policy.
import type { PrincipalElement } from './document.ts';
import type { DraftReading, DraftStatement } from './draft.ts';
import { RCP_SERVICES } from './rcp-services.ts';
import { identityFault } from './save-identity.ts';

/**
 * The one text that Organizations has for all of them. What these policies share with identity-based ones is held to the
 * rules of IAM; the size is a quota, and has an error of its own.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
export function organizationFault(text: string, reading: DraftReading, type: 'scp' | 'rcp'): string | null {
  const sound = type === 'scp' ? isServiceControl(reading) : isResourceControl(text, reading);
  return sound && reading.draft.id === undefined
    ? null
    : 'The provided policy document does not meet the requirements of the specified policy type.';
}

/** Since September 2025 the language is that of identity-based policies, without exceptions. */
const isServiceControl = (reading: DraftReading): boolean => identityFault(reading, false) === null;

function isResourceControl(text: string, { draft, found }: DraftReading): boolean {
  const statements = draft.statements.map(({ principal: _principal, ...rest }) => rest);
  return (
    identityFault({ draft: { ...draft, statements }, found }, false) === null &&
    draft.statements.every((statement) => isDenial(text, statement))
  );
}

const isDenial = (text: string, { effect, principal, action }: DraftStatement): boolean =>
  effect?.value === 'Deny' &&
  principal !== undefined &&
  isEveryone(text, principal) &&
  action?.negated === false &&
  action.patterns.every(({ value }) => isCovered(value));

/** Nothing but `"Principal": "*"`: the form with an object is refused, although it means the same elsewhere. */
const isEveryone = (text: string, { negated, entries, to }: PrincipalElement): boolean =>
  !negated && entries.length === 1 && text[to - 1] === '"';

/** Any action of a service that these policies cover; `*` alone would say too much. */
const isCovered = (action: string): boolean => RCP_SERVICES.has(action.toLowerCase().split(':', 1).join());
