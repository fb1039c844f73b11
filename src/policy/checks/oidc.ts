// Checks of role trust policies: which of an identity provider's people a role lets in.
import type { More } from '../codes.ts';
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { controlOf, controls, isOpen, issuerOf, missingControlOf, withoutControl } from '../shared-oidc.ts';
import { fault } from './codes.ts';
import { closing, reason } from './left-open.ts';
import { isAllow, quoted, type Subject } from './subject.ts';

const GITHUB = 'token.actions.githubusercontent.com';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
export function checkOidc({ text, draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'trust') return [];
  return draft.statements.flatMap((statement) => [
    ...(isAllow(statement) ? checkProviders(text, statement) : []),
    ...checkClaims(statement),
    ...checkAudience(statement),
    ...checkRepository(statement),
  ]);
}

function checkProviders(text: string, statement: DraftStatement): Diagnostic[] {
  return (statement.principal?.entries ?? []).flatMap((entry) => {
    const provider = entry.kind === 'Federated' ? providerOf(entry.value) : null;
    if (provider === null) return [];
    const missing = missingControlOf(entry, statement);
    if (missing !== null) return [refused(text, entry, provider, missing, statement)];
    const isTold = controlOf(entry) !== undefined;
    const isSomebodys = statement.conditions.some((condition) => testsClaim(condition, provider));
    return isTold || isSomebodys ? [] : [fault('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', entry, provider)];
  });
}

/** No token is without an audience, so that for it ForAllValues lets nobody slip by. */
const testsClaim = ({ operator, key, values, from, to }: DraftCondition, provider: string): boolean => {
  const set = key.toLowerCase() === `${provider}:aud` ? null : operator.set;
  return (
    key.toLowerCase().startsWith(`${provider}:`) &&
    controls({ operator: { ...operator, set }, key, values, from, to }, key)
  );
};

/** IAM saves no role that takes the tokens of all tenants: it is told in the words of its refusal. */
function refused(
  text: string,
  entry: PrincipalEntry,
  provider: string,
  key: string,
  statement: DraftStatement,
): Diagnostic {
  const isGithub = provider === GITHUB;
  const who = isGithub
    ? 'workflows of every repository on GitHub'
    : `everyone to whom ${provider} gives a token`;
  const idle = statement.conditions.find((condition) => condition.key.toLowerCase() === key.toLowerCase());
  const help =
    idle === undefined
      ? `Without it ${who} may assume this role: add a condition that demands yours.`
      : (reason(idle, false) ??
        `The condition on it still lets in ${who}: demand yours, as with StringEquals.`);
  const fixes = idle ? closing(text, statement, idle, (condition) => controls(condition, key)) : [];
  return fault(
    isGithub ? 'MISSING_GITHUB_REPO_CONDITION_KEY' : 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
    entry,
    '',
    { severity: 'error', message: `${withoutControl(key)}.`, help, fixes },
  );
}

/** The prefix of the keys of an OIDC provider; null for SAML and for what is no provider. */
function providerOf(value: string): string | null {
  if (/^arn:[^:]*:iam::\d{12}:oidc-provider\/./.test(value)) return issuerOf(value).toLowerCase();
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

/**
 * The claim names organization, repository and what of it runs: `repo:owner/name:ref:refs/heads/main`. Other claims can be
 * put in front, each with its name.
 */
const checkRepository = ({ conditions }: DraftStatement): Diagnostic[] =>
  conditions
    .filter(({ key }) => key.toLowerCase() === `${GITHUB}:sub`)
    .filter(({ operator }) => operator.base === 'StringLike')
    .flatMap(({ values }) => values.filter(({ value }) => hasWildcard(value) && !isOpen(value, true)))
    .map((value) =>
      fault(
        'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
        value,
        quoted(value.value),
        OWNED.test(value.value) ? {} : OF_ANYBODY,
      ),
    );

/** A claim by its name, with a value of which at least the first part is given in full. */
const OWNED = /^[^*?:]+:[^*?:/]+[:/]/;

const OF_ANYBODY: More = {
  severity: 'securityWarning',
  message: '{} also lets in repositories of other people on GitHub.',
  help: 'Name the owner in full, with the slash after it, as in repo:owner/name:ref:refs/heads/main.',
};
