// Checks of role trust policies: which of an identity provider's people a role lets in.
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { fault } from './codes.ts';
import { isAllow, quoted, type Subject } from './subject.ts';

const GITHUB = 'token.actions.githubusercontent.com';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
export function checkOidc({ draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'trust') return [];
  return draft.statements.flatMap((statement) => [
    ...(isAllow(statement) ? checkProviders(statement) : []),
    ...checkClaims(statement),
    ...checkAudience(statement),
    ...checkRepository(statement),
  ]);
}

function checkProviders({ principal, conditions }: DraftStatement): Diagnostic[] {
  const keys = conditions.map(({ key }) => key.toLowerCase());
  return (principal?.entries ?? []).flatMap((entry) => {
    const provider = entry.kind === 'Federated' ? providerOf(entry.value) : null;
    if (provider === null) return [];
    if (provider === GITHUB)
      return keys.some((key) => key === `${GITHUB}:sub` || key.startsWith(`${GITHUB}:repository`))
        ? []
        : [fault('MISSING_GITHUB_REPO_CONDITION_KEY', entry)];
    return keys.some((key) => key.startsWith(`${provider}:`))
      ? []
      : [fault('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', entry, provider)];
  });
}

/** The prefix of the keys of an OIDC provider; null for SAML and for what is no provider. */
function providerOf(value: string): string | null {
  const arn = /^arn:[^:]*:iam::\d{12}:oidc-provider\/(.+)$/.exec(value);
  if (arn) return arn[1]?.toLowerCase() ?? null;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value) ? value.toLowerCase() : null;
}

/** Of these a session keeps the claims, so that a role which is assumed from it may see them as well. */
const KEPT: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/**
 * Claims come with the token of their provider, and with nobody else.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
function checkClaims({ principal, conditions }: DraftStatement): Diagnostic[] {
  const entries = principal?.negated === false ? principal.entries : [];
  const isOpen = entries.some(({ kind, value }) => kind === 'Everyone' || value.includes('${'));
  if (entries.length === 0 || isOpen) return [];
  const federated = entries.flatMap(({ kind, value }) => (kind === 'Federated' ? [value] : []));
  const providers = new Set(federated.map((value) => providerOf(value)));
  const hasSaml = federated.some((value) => value.includes(':saml-provider/'));
  return conditions
    .filter(({ operator }) => !operator.ifExists && operator.base !== 'Null')
    .flatMap(({ key, name }) => {
      const prefix = key.slice(0, Math.max(0, key.lastIndexOf(':'))).toLowerCase();
      if (prefix === 'saml') return hasSaml ? [] : [fault('CLAIM_WITHOUT_PROVIDER', name, key)];
      if (!prefix.includes('.') || providers.has(prefix) || KEPT.has(prefix)) return [];
      return [fault('CLAIM_WITHOUT_PROVIDER', name, key)];
    });
}

const checkAudience = ({ conditions }: DraftStatement): Diagnostic[] =>
  conditions.flatMap(({ operator, key, operatorName, name }) => {
    if (!/[./].*:(aud|oaud)$/i.test(key)) return [];
    if (operator.set === 'ForAnyValue') {
      const suggestions = [quoted(operator.text.replace('ForAnyValue:', ''))];
      return [fault('FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE', operatorName, key, { suggestions })];
    }
    return operator.set === 'ForAllValues' ? [fault('CONFIRM_AUDIENCE_CLAIM_TYPE', name, key)] : [];
  });

/** The claim names organization, repository and what of it runs: `repo:owner/name:ref:refs/heads/main`. */
const checkRepository = ({ conditions }: DraftStatement): Diagnostic[] =>
  conditions
    .filter(({ key }) => key.toLowerCase() === `${GITHUB}:sub`)
    .filter(({ operator }) => operator.base === 'StringLike')
    .flatMap(({ values }) => values.filter(({ value }) => hasWildcard(value)))
    .map((value) => fault('SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED', value, quoted(value.value)));
