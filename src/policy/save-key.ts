// The faults for which KMS refuses to save a key policy.
import type { PrincipalEntry } from './document.ts';
import type { DraftReading, DraftStatement } from './draft.ts';
import { identityFault } from './save-identity.ts';

export const INVALID_KEY_PRINCIPALS = 'Policy contains a statement with one or more invalid principals.';

/**
 * The message of `MalformedPolicyDocumentException`, or null. Observed on AWS is the text about principals; for what a
 * key policy shares with identity-based policies IAM's texts stand in, and a statement without a principal is taken to
 * have an invalid one.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export function keyFault({ draft, found }: DraftReading): string | null {
  const shared = identityFault(
    { draft: { ...draft, statements: draft.statements.map(sharedPart) }, found },
    false,
  );
  if (shared !== null) return shared;
  return draft.statements.every(namesPrincipals) ? null : INVALID_KEY_PRINCIPALS;
}

/** The statement as one of an identity-based policy, which has no principal. */
const sharedPart = ({ principal: _principal, ...rest }: DraftStatement): DraftStatement => rest;

const namesPrincipals = ({ principal }: DraftStatement): boolean =>
  principal !== undefined && principal.entries.length > 0 && principal.entries.every(isKeyPrincipal);

/** The form of a principal that a key policy can have. */
function isKeyPrincipal({ kind, value }: PrincipalEntry): boolean {
  switch (kind) {
    case 'Everyone':
      return true;
    case 'AWS':
      return (
        /^\d{12}$/.test(value) ||
        /^arn:aws:iam::\d{12}:(root|(user|role)\/[^*?]+)$/.test(value) ||
        /^arn:aws:sts::\d{12}:(assumed-role\/[^*?/]+\/[^*?/]+|federated-user\/[^*?]+)$/.test(value)
      );
    case 'Service':
      return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com|aws\.internal)$/.test(value);
    case 'CanonicalUser':
    case 'Federated':
      return false;
  }
}
