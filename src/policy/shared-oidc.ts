// Shared OIDC providers: issuers with many tenants, and the claim that tells whose a token is.
import { hasWildcard } from './glob.ts';
import type { Condition, PatternElement, PolicyDocument, PrincipalEntry, Statement } from './document.ts';

/**
 * The condition key that a trust policy has to test, by the URL of the issuer without its scheme. A path of the issuer is
 * part of its name.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ...[
    'agent.buildkite.com',
    'app.terraform.io',
    'gitlab.com',
    'oidc-configuration.audit-log.githubusercontent.com',
    'oidc.codefresh.io',
    'oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb',
    'proidc.upbound.io',
    'scalr.io',
    'studio.datachain.ai/api',
    'token.actions.githubusercontent.com',
    'tokens.cloud.shisho.dev',
    'vstoken.actions.githubusercontent.com',
  ].map((issuer) => [issuer, `${issuer}:sub`] as const),
  ...['api.pulumi.com/oidc', 'cognito-identity.amazonaws.com', 'oidc.vercel.com', 'sandboxes.cloud'].map(
    (issuer) => [issuer, `${issuer}:aud`] as const,
  ),
  // Microsoft Sentinel: the tenant is in the name of the session.
  ['sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', 'sts:RoleSessionName'],
]);

/**
 * The first key that a trust policy should test and does not: it would let tokens of every tenant in. Null when there is
 * none. Only what allows AssumeRoleWithWebIdentity counts.
 */
export function missingControl({ statements }: PolicyDocument): string | null {
  for (const statement of statements) {
    if (statement.effect !== 'Allow') continue;
    for (const entry of statement.principal?.entries ?? []) {
      const key = missingControlOf(entry, statement);
      if (key !== null) return key;
    }
  }
  return null;
}

/** The parts of a statement that say what of a provider it lets in; a draft may lack the first. */
type Door = Partial<Pick<Statement, 'action'>> & Pick<Statement, 'conditions'>;

/** The key that a statement with Allow should test of the tokens of this provider, and does not. */
export function missingControlOf(entry: PrincipalEntry, { action, conditions }: Door): string | null {
  const key = controlOf(entry);
  if (key === undefined || (action && !allowsWebIdentity(action))) return null;
  return conditions.some((condition) => controls(condition, key)) ? null : key;
}

/** The key that tells the tenants of a provider apart; of one that has a single tenant there is none. */
export const controlOf = ({ kind, value }: PrincipalEntry): string | undefined =>
  kind === 'Federated' ? CONTROLS.get(issuerOf(value).toLowerCase()) : undefined;

/** That AWS refuses to save such a policy is documented; its words are not. */
export const withoutControl = (key: string): string =>
  `Missing required condition key for a shared identity provider: ${key}`;

/**
 * Whether a statement picks out whom of a provider's people it lets in: of a shared issuer by the claim that tells its
 * tenants apart, of any other by whom the token is about or whom it is for.
 */
export function isPinned(entry: PrincipalEntry, { conditions }: Pick<Statement, 'conditions'>): boolean {
  if (entry.kind !== 'Federated') return false;
  const control = controlOf(entry);
  const keys =
    control !== undefined
      ? [control]
      : /:saml-provider\//.test(entry.value)
        ? SAML
        : subjectKeys(issuerOf(entry.value));
  return conditions.some((condition) => keys.some((key) => controls(condition, key)));
}

const SAML = ['SAML:aud', 'SAML:sub'];

/** Facebook and Amazon have names of their own for them, and Google one more. */
const subjectKeys = (issuer: string): string[] =>
  ['sub', 'aud', 'oaud', 'id', 'user_id', 'app_id'].map((claim) => `${issuer}:${claim}`);

/** A scheme has no place in the ARN, but does not make another provider of it. */
export const issuerOf = (provider: string): string =>
  provider.replace(/^arn:[^:]*:iam::\d{12}:oidc-provider\/(?:https?:\/\/)?/, '');

const allowsWebIdentity = ({ negated, patterns }: PatternElement): boolean =>
  negated || patterns.some(({ value }) => /^sts:(?:assumerolewithwebidentity$|.*[*?])/i.test(value));

/**
 * Whether a condition picks tenants out: it demands one of some values of the key, none of which stands for any value at
 * all. With `IfExists` and `ForAllValues` a token without the claim would pass.
 */
export const controls = ({ operator, key, values }: Condition, wanted: string): boolean =>
  key.toLowerCase() === wanted.toLowerCase() &&
  ['StringEquals', 'StringEqualsIgnoreCase', 'StringLike'].includes(operator.base) &&
  !operator.ifExists &&
  operator.set !== 'ForAllValues' &&
  values.length > 0 &&
  !values.some(({ value }) => isOpen(value, operator.base === 'StringLike'));

export const isOpen = (value: string, isPattern: boolean): boolean =>
  isPattern && hasWildcard(value) && value.replace(/[*?]/g, '') === '';
