// Checks of role trust policies: who may assume a role, and in which way.
import type { Diagnostic } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { covers } from '../glob.ts';
import { type Code, fault } from './codes.ts';
import { appended, fix, removal } from './mend.ts';
import { isAllow, listed, quoted, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
export function checkTrust(subject: Subject): readonly Diagnostic[] {
  if (subject.type !== 'trust') return [];
  return subject.draft.statements.flatMap((statement) => [
    ...checkWhom(subject, statement),
    ...(isAllow(statement) ? [...checkHow(statement), ...checkRolesAnywhere(subject, statement)] : []),
    ...checkRedundantSessions(subject.text, statement),
  ]);
}

function checkWhom({ known }: Subject, { principal, effect }: DraftStatement): Diagnostic[] {
  if (principal === undefined) return [];
  if (principal.negated) return [fault('ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL', principal)];
  return principal.entries.flatMap((entry) => {
    if (entry.kind === 'Everyone' && effect?.value !== 'Deny')
      return [fault('ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', entry)];
    if (entry.kind === 'Federated' && SCHEME.test(entry.value)) return [withScheme(entry)];
    if (entry.kind === 'Federated' && wayOf(entry) === null) {
      const domain = entry.value.replace(/^https?:\/\//, '');
      // A provider of this account goes by its ARN, of which the domain is the end.
      const providers = (known?.providers ?? []).filter(({ arn }) => arn.endsWith(`/${domain}`));
      const suggestions = [...(BUILT_IN.has(domain) ? [domain] : []), ...providers.map(({ arn }) => arn)].map(
        quoted,
      );
      const code: Code = 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY';
      return [fault(code, entry, quoted(entry.value), { suggestions })];
    }
    return [];
  });
}

const SCHEME = /^(arn:[^:]*:iam::\d{12}:oidc-provider\/)https?:\/\//;

const withScheme = (entry: PrincipalEntry): Diagnostic =>
  fault('INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY', entry, '', {
    message: 'The ARN of an identity provider has its address without "https://".',
    help: 'IAM knows no provider under this ARN, and saves no policy that names it.',
    suggestions: [quoted(entry.value.replace(SCHEME, '$1'))],
  });

/** Providers that need not be set up in an account. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

const SAML = /^arn:aws[a-z-]*:iam::\d{12}:saml-provider\/.+$/;
const OIDC = /^arn:aws[a-z-]*:iam::\d{12}:oidc-provider\/(?!https?:\/\/).+$/;

/** The operation with which a principal assumes a role; null for a provider that is none. */
function wayOf({ kind, value }: PrincipalEntry): string | null {
  if (kind !== 'Federated') return 'sts:AssumeRole';
  if (SAML.test(value)) return 'sts:AssumeRoleWithSAML';
  return OIDC.test(value) || BUILT_IN.has(value) ? 'sts:AssumeRoleWithWebIdentity' : null;
}

const WAYS = ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];

const allows = (statement: DraftStatement, action: string): boolean =>
  listed(statement.action).some(({ value }) => covers(value.toLowerCase(), action.toLowerCase()));

function checkHow(statement: DraftStatement): Diagnostic[] {
  const { principal } = statement;
  const actions = listed(statement.action);
  // A statement may be about session tags alone.
  if (principal?.negated !== false || !WAYS.some((way) => allows(statement, way))) return [];
  const [only] = actions;
  return principal.entries.flatMap((entry) => {
    const way = wayOf(entry);
    if (way === null || entry.kind === 'Everyone' || allows(statement, way)) return [];
    const suggested =
      actions.length === 1 && only
        ? [fix(`Use ${quoted(way)}`, { from: only.from, to: only.to, text: quoted(way) })]
        : [];
    return [fault('MISMATCHED_ACTION_FOR_PRINCIPAL', entry, quoted(entry.value), { fixes: suggested })];
  });
}

const ROLES_ANYWHERE = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

function checkRolesAnywhere({ text, draft }: Subject, statement: DraftStatement): Diagnostic[] {
  const isTrusted = ({ principal }: DraftStatement): boolean =>
    principal?.entries.some(({ value }) => value === 'rolesanywhere.amazonaws.com') === true;
  if (!isTrusted(statement) || statement.action === undefined) return [];
  const others = draft.statements.filter((other) => isAllow(other) && isTrusted(other));
  // Several statements may share the work; then the first of them is marked.
  const missing = ROLES_ANYWHERE.filter((action) => !others.some((other) => allows(other, action)));
  if (missing.length === 0 || others[0] !== statement) return [];
  const action = statement.json.members.find(({ name }) => name.value === 'Action');
  const items = missing.map(quoted).join(', ');
  const fixes = action ? [fix(`Add ${missing.join(' and ')}`, appended(action.value, text, items))] : [];
  return [
    fault('MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY', statement.action, missing.join(' and '), {
      fixes,
    }),
  ];
}

/** A session of a role that is a principal itself. */
function checkRedundantSessions(text: string, { principal }: DraftStatement): Diagnostic[] {
  const entries = principal?.entries ?? [];
  return entries.flatMap((entry) => {
    const session = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/.exec(entry.value);
    if (session === null) return [];
    const [, partition = '', account = '', name = ''] = session;
    const role = entries.find(
      ({ value }) =>
        value.startsWith(`arn:${partition}:iam::${account}:role/`) && value.split('/').at(-1) === name,
    );
    if (role === undefined) return [];
    const fixes = [fix('Remove the session', removal(text, entry))];
    return [fault('REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY', entry, quoted(role.value), { fixes })];
  });
}
