// Keys of a web identity token (OpenID Connect, OAuth 2.0): which claims AWS reads of which provider, and which last.
import type { Arn } from '../../aws/arn.ts';
import type { RequestContext } from '../request.ts';

export interface WebIdentity {
  readonly provider: BuiltInProvider | Arn;
  /** As in the token, by their names there: `aud`, `sub`, … Claims that AWS does not read may be among them. */
  readonly claims: Readonly<Record<string, string | readonly string[]>>;
}

/** The providers that need no entry in the account; all others are `arn:aws:iam::ACCOUNT:oidc-provider/HOST/PATH`. */
export type BuiltInProvider =
  'accounts.google.com' | 'cognito-identity.amazonaws.com' | 'graph.facebook.com' | 'www.amazon.com';

const GITHUB = words(
  `actor actor_id enterprise_id environment job_workflow_ref ref repository repository_id repository_owner_id workflow`,
);
const BUILDKITE = words(
  `build_branch cluster_id cluster_name organization_id organization_slug pipeline_id pipeline_slug`,
);

/** The claims that become keys, by provider; the first row that fits counts. */
const CLAIMS: readonly (readonly [provider: RegExp, claims: readonly string[]])[] = [
  [/^cognito-identity\.amazonaws\.com$/, words('aud sub amr')],
  [/^graph\.facebook\.com$/, words('app_id id')],
  [/^www\.amazon\.com$/, words('app_id user_id')],
  [/^accounts\.google\.com$/, words('aud oaud sub google/organization_number')],
  [/^token\.actions\.githubusercontent\.com(\/|$)/, [...words('aud sub'), ...GITHUB]],
  [/^token\.actions\.[^/]+\.ghe\.com$/, [...words('aud sub'), ...GITHUB]],
  [/^github\.com\/enterprises\//, [...words('aud sub'), ...GITHUB]],
  [/^agent\.(buildkite\.com|[^/]+\.buildkite\.(dev|site))$/, [...words('aud sub'), ...BUILDKITE]],
  [
    /^gitlab\.com$/,
    words(
      `aud sub namespace_id pipeline_source project_id ref_protected runner_environment user_access_level user_email
      user_id user_login`,
    ),
  ],
  [/^oidc\.circleci\.com\/org\//, words('aud sub oidc.circleci.com/project-id')],
  [/^idcs-[^/]+\.identity\.oraclecloud\.com$/, words('aud sub rpst_id')],
  [/(?:)/, words('aud sub')],
];

/** What other services than STS still see, in the requests of the session. */
const LASTING = new Set(words('amr aud sub app_id id user_id'));
/** Of other providers `user_id` and the like are claims of their own. */
const LASTING_OF_CUSTOM = new Set(words('amr aud sub'));

/**
 * For the trust policy, in the call of AssumeRoleWithWebIdentity.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export const webIdentityCallKeys = (identity: WebIdentity): RequestContext =>
  keysOf(identity, claimsOf(identity));

/** In each request of the session. */
export function webIdentitySessionKeys(identity: WebIdentity): RequestContext {
  const lasting = isCustom(identity.provider) ? LASTING_OF_CUSTOM : LASTING;
  return keysOf(
    identity,
    claimsOf(identity).filter((claim) => lasting.has(claim)),
  );
}

const keysOf = (identity: WebIdentity, claims: readonly string[]): RequestContext => ({
  'aws:FederatedProvider': identity.provider,
  ...Object.fromEntries(
    claims.flatMap((claim) => {
      const value = valueOf(claim, identity);
      return value === undefined ? [] : [[`${hostOf(identity.provider)}:${claim}`, value]];
    }),
  ),
});

/** A token that names its authorized party (`azp`) has that for its audience; of Google, `oaud` keeps the other one. */
function valueOf(claim: string, { claims }: WebIdentity): string | readonly string[] | undefined {
  switch (claim) {
    case 'aud':
      return claims['azp'] ?? claims['aud'];
    case 'oaud':
      return claims['azp'] === undefined ? undefined : claims['aud'];
    default:
      return claims[claim];
  }
}

const claimsOf = ({ provider }: WebIdentity): readonly string[] =>
  CLAIMS.find(([host]) => host.test(hostOf(provider)))?.[1] ?? [];

const isCustom = (provider: WebIdentity['provider']): provider is Arn => provider.startsWith('arn:');

/** What stands before the colon in the keys of a provider: its address without `https://`. */
const hostOf = (provider: WebIdentity['provider']): string =>
  isCustom(provider)
    ? provider.slice(provider.indexOf('oidc-provider/') + 'oidc-provider/'.length)
    : provider;

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
