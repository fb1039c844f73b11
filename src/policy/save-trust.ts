// The faults for which IAM refuses to save the trust policy of a role.
import type { PrincipalElement, PrincipalEntry } from './document.ts';
import type { DraftReading, DraftStatement } from './draft.ts';
import { hasWildcard } from './glob.ts';
import { identityFault } from './save-identity.ts';

/**
 * The message of `MalformedPolicyDocument`, or null. What a trust policy shares with identity-based policies is looked
 * at first, as it is there; then each statement for what only a trust policy must have and must not. Whether the
 * principals exist is for those to ask who know the accounts. Services are taken by the form of their names, as in
 * policies of resources: AWS refuses a service that there is not, but publishes no list of those that there are, and a service
 * refused in error would be worse. Identity providers are taken by the form of their names too. Observed on AWS are the texts on single principals, on actions and on `Resource`; those on a missing
 * or empty Principal, on NotPrincipal and on NotResource are known from another simulation only, and the order is our
 * reading.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html
 */
export function trustFault(text: string, { draft, found }: DraftReading): string | null {
  const shared = identityFault(
    { draft: { ...draft, statements: draft.statements.map(sharedPart) }, found },
    false,
  );
  if (shared !== null) return shared;
  const key = found.find(({ code }) => code === 'INVALID_PRINCIPAL_KEY');
  if (key) return `Invalid principal in policy: ${text.slice(key.from, key.to)}`;
  for (const statement of draft.statements) {
    const message = statementFault(text, statement);
    if (message !== null) return message;
  }
  return null;
}

/** The statement as one of an identity-based policy, which has no principal and needs a resource. */
function sharedPart({ principal: _principal, from, to, ...rest }: DraftStatement): DraftStatement {
  const resource = { negated: false, patterns: [{ value: '*', from, to }], from, to };
  return { ...rest, resource, from, to };
}

function statementFault(
  text: string,
  { effect, principal, action, resource }: DraftStatement,
): string | null {
  if (principal === undefined) return 'Missing required field Principal';
  if (principal.negated)
    return effect?.value === 'Allow'
      ? 'Allow with NotPrincipal is not allowed.'
      : 'AssumeRole policy must not contain NotPrincipal field.';
  const badPrincipal = principalFault(text, principal);
  if (badPrincipal !== null) return badPrincipal;
  if (!action?.patterns.every(({ value }) => isAssumeRoleAction(value)))
    return 'AssumeRole policy may only specify STS AssumeRole actions.';
  if (resource === undefined) return null;
  return resource.negated ? 'AssumeRole policy must not contain resources.' : 'Has prohibited field Resource';
}

/**
 * `"*"` and `{"AWS": "*"}` both mean everyone and are both taken, as the user guide has it. In 2020 CreateRole was seen to
 * refuse the first of them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
 * @see https://github.com/aws/aws-cdk/pull/5746
 */
function principalFault(text: string, { entries, to }: PrincipalElement): string | null {
  if (entries.length === 0 && text[to - 1] === '"') return 'Syntax errors in policy.';
  if (entries.length === 0) return 'Missing required field Principal cannot be empty!';
  const unknown = entries.find((entry) => !isTrustPrincipal(entry));
  return unknown ? invalidPrincipal(unknown) : null;
}

/** What IAM says of a principal that is none, or that does not exist. */
export const invalidPrincipal = ({ kind, value }: Pick<PrincipalEntry, 'kind' | 'value'>): string =>
  `Invalid principal in policy: "${kind.toUpperCase()}":"${value}"`;

/** Identity providers that are named by their host. */
const WEB_IDENTITY_HOSTS = [
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
];

/** The form of a principal that a trust policy can have: no groups, no wildcards in names, no canonical user ids. */
export function isTrustPrincipal({ kind, value }: PrincipalEntry): boolean {
  switch (kind) {
    case 'Everyone':
      return true;
    case 'AWS':
      return (
        /^\d{12}$/.test(value) ||
        (/^arn:aws:iam::\d{12}:(root|(user|role)\/([!-~]+\/)?[\w+=,.@-]+)$/.test(value) &&
          !hasWildcard(value)) ||
        /^arn:aws:sts::\d{12}:(assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+|federated-user\/[\w+=,.@-]+)$/.test(
          value,
        )
      );
    case 'Service':
      return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com|aws\.internal)$/.test(value);
    case 'Federated':
      return (
        /^arn:aws:iam::\d{12}:(saml|oidc)-provider\/[^*?]+$/.test(value) || WEB_IDENTITY_HOSTS.includes(value)
      );
    case 'CanonicalUser':
      return false;
  }
}

/** What assuming a role can consist of. A pattern is taken on trust as long as it stays within STS. */
const ASSUME_ROLE_ACTIONS: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

export function isAssumeRoleAction(action: string): boolean {
  const folded = action.toLowerCase();
  return ASSUME_ROLE_ACTIONS.has(folded) || (folded.startsWith('sts:') && hasWildcard(folded));
}
