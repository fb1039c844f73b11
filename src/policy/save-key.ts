// The faults for which KMS refuses to save a key policy.
import type { PrincipalEntry } from './document.ts';
import type { DraftReading, DraftStatement } from './draft.ts';
import { identityFault } from './save-identity.ts';

export const INVALID_KEY_PRINCIPALS = 'Policy contains a statement with one or more invalid principals.';

/**
 * That of a key policy may hold spaces, as that of the default policy does.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
const SID_FORM = /^[0-9A-Za-z ]*$/;

/**
 * Condition keys of KMS that a key policy may have, in small letters; what follows the second colon is free.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
const KMS_KEYS: ReadonlySet<string> = new Set(
  `bypasspolicylockoutsafetycheck calleraccount customermasterkeyspec customermasterkeyusage datakeypairspec
  encryptionalgorithm encryptioncontext encryptioncontextkeys expirationmodel grantconstraintsourcearn
  grantconstrainttype grantisforawsresource grantoperations granteeprincipal granteeserviceprincipal
  keyagreementalgorithm keyorigin keyspec keyusage macalgorithm messagetype multiregion multiregionkeytype
  primaryregion reencryptonsamekey recipientattestation replicaregion requestalias retiringprincipal
  retiringserviceprincipal rotationperiodindays schedulekeydeletionpendingwindowindays signingalgorithm
  trailingdayswithoutkeyusage validto viaservice wrappingalgorithm wrappingkeyspec`.split(/\s+/),
);

/**
 * The message of `MalformedPolicyDocumentException`, or null. Observed on AWS are the texts about principals and
 * condition keys; for what a key policy shares with identity-based policies IAM's texts stand in, and a statement without a principal is taken to
 * have an invalid one.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export function keyFault({ draft, found }: DraftReading): string | null {
  const shared = identityFault(
    { draft: { ...draft, statements: draft.statements.map(sharedPart) }, found },
    false,
    SID_FORM,
  );
  if (shared !== null) return shared;
  if (!draft.statements.every(namesPrincipals)) return INVALID_KEY_PRINCIPALS;
  const refused = draft.statements
    .flatMap(({ conditions }) => conditions.map(({ key }) => key))
    .filter(isRefusedKey);
  return refused.length === 0
    ? null
    : `These condition keys are not permitted in a key policy: ${[...new Set(refused)].join(', ')}`;
}

/** Keys of KMS that there are not, or that are about a key by its aliases or tags, which a policy of one key need not. */
export function isRefusedKey(key: string): boolean {
  const [prefix, name = ''] = key.toLowerCase().split(':');
  return prefix === 'kms' ? !KMS_KEYS.has(name) : /^aws:resourcetag\//i.test(key);
}

/**
 * The statement as one of an identity-based policy, which has no principal. The Sid of a key policy may hold what it likes.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
const sharedPart = ({ principal: _principal, sid: _sid, ...rest }: DraftStatement): DraftStatement => rest;

const namesPrincipals = ({ principal }: DraftStatement): boolean =>
  principal !== undefined && principal.entries.length > 0 && principal.entries.every(isKeyPrincipal);

/** The form of a principal that a key policy can have. */
export function isKeyPrincipal({ kind, value }: PrincipalEntry): boolean {
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
