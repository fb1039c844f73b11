// AssumeRoleWithWebIdentity as a call: what its token says, and everything for which STS turns it away.
import { findAccount } from '../../../account/find.ts';
import { lookup } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { parseArn, type Arn } from '../../../aws/arn.ts';
import { epochMillis, type Instant } from '../../../aws/instant.ts';
import { isPlainObject } from '../../../aws/json.ts';
import type { BuiltInProvider, WebIdentity } from '../../../evaluation/context-keys/web-identity-keys.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';
import {
  readWebIdentityToken,
  verdictOn,
  type Claims,
  type WebIdentityToken,
} from '../../web-identity-token.ts';
import { claimError, type Claimed } from './claimed.ts';

export interface WebIdentityInput {
  readonly RoleArn: Arn;
  readonly WebIdentityToken: string;
  readonly ProviderId?: string;
}

/** What a token claims, believed or not. */
export interface WebIdentityCall extends Claimed {
  readonly token: WebIdentityToken;
  /** Whose key has to have signed the token. */
  readonly issuer: string;
  readonly identity: WebIdentity;
  readonly subject: string;
  readonly audience: string;
  /** The roles that the token may be used for; null: it names none. */
  readonly roles: readonly string[] | null;
}

/** Providers of access tokens in place of tokens of OpenID Connect, named in the call. */
const LEGACY = ['www.amazon.com', 'graph.facebook.com'] as const satisfies readonly BuiltInProvider[];

const BUILT_IN: readonly BuiltInProvider[] = ['accounts.google.com', 'cognito-identity.amazonaws.com'];

/** Where the claims stand that AWS reads for the session. */
const AWS = 'https://aws.amazon.com/';

/** Null for what is no token. */
export function webIdentityCall(input: WebIdentityInput): WebIdentityCall | null {
  const token = readWebIdentityToken(input.WebIdentityToken);
  if (!token) return null;
  const { claims } = token;
  const named = typeof claims['iss'] === 'string' ? claims['iss'] : '';
  const identity: WebIdentity = { provider: providerOf(input, named), claims: textClaims(claims) };
  const legacy = LEGACY.some((provider) => provider === identity.provider);
  // Google leaves out the scheme at times, and access tokens name no issuer.
  const issuer = identity.provider.startsWith('arn:') ? named : `https://${identity.provider}`;
  const audience = identity.claims[legacy ? 'app_id' : identity.claims['azp'] === undefined ? 'aud' : 'azp'];
  const subject = identity.claims['sub'] ?? identity.claims['user_id'] ?? identity.claims['id'];
  return {
    token,
    issuer,
    identity,
    audience: firstOf(audience),
    subject: firstOf(subject),
    roles: listOf(claims[`${AWS}roles`]),
    sessionName: null,
    ...tagClaims(claims),
    SourceIdentity: listOf(claims[`${AWS}source_identity`])?.[0] ?? null,
  };
}

const firstOf = (value: string | readonly string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

function providerOf({ RoleArn, ProviderId }: WebIdentityInput, issuer: string): WebIdentity['provider'] {
  const host = issuer.replace(/^https:\/\//, '');
  const legacy = LEGACY.find((provider) => provider === ProviderId);
  const builtIn = legacy ?? BUILT_IN.find((provider) => provider === host);
  // A role is assumed with a provider of its own account, whatever other accounts have.
  return builtIn ?? `arn:aws:iam::${parseArn(RoleArn)?.account ?? ''}:oidc-provider/${host}`;
}

/** Claims that can be condition keys; numbers and Booleans are so as texts. */
const textClaims = (claims: Claims): WebIdentity['claims'] =>
  Object.fromEntries(
    Object.entries(claims).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? listOf(value) : scalar(value);
      return text === null ? [] : [[name, text] as const];
    }),
  );

const scalar = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;

/** A text or a list of texts as a list; null for anything else. */
function listOf(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return [value];
  const items: readonly unknown[] = Array.isArray(value) ? value : [null];
  return items.every((item) => typeof item === 'string') ? items : null;
}

/**
 * Tags stand in one claim, or each in a claim of its own for providers that cannot nest them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp
 */
function tagClaims(claims: Claims): Pick<Claimed, 'Tags' | 'TransitiveTagKeys'> {
  const nested = claims[`${AWS}tags`];
  const flat = `${AWS}tags/principal_tags/`;
  const inOne = isPlainObject(nested) ? nested : {};
  const principal = isPlainObject(inOne['principal_tags']) ? Object.entries(inOne['principal_tags']) : [];
  const single = Object.entries(claims).flatMap(([name, value]) =>
    name.startsWith(flat) ? [[name.slice(flat.length), value] as const] : [],
  );
  const tags = [...principal, ...single].map(([Key, value]): Tag => ({
    Key,
    Value: firstOf(listOf(value) ?? undefined),
  }));
  const keys = inOne['transitive_tag_keys'] ?? claims[`${AWS}tags/transitive_tag_keys`];
  return { Tags: tags, TransitiveTagKeys: listOf(keys) ?? [] };
}

/** What AWS answers to those who may not; it tells nobody why. */
export const notAuthorized = (): AwsError =>
  awsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');

const invalid = (message: string): AwsError => awsError('InvalidIdentityToken', message);

/**
 * Why the token is not believed, in the order in which it is looked at; null when it is. The words on tokens that are
 * not valid yet and on roles that are not listed are ours; those on a signature that does not fit are what AWS says of the
 * code in general. The two spaces are AWS's.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function webIdentityRefusal(
  world: World,
  input: WebIdentityInput,
  call: WebIdentityCall | null,
  { now, issuerKeys }: Pick<Env, 'now' | 'issuerKeys'>,
): AwsError | null {
  if (!call)
    return invalid(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  const { token, issuer, identity, roles } = call;
  const clientIds = clientIdsOf(world, identity.provider, issuer);
  if (clientIds === null) return invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
  const verdict = verdictOn(issuer, token, issuerKeys?.(issuer));
  if (verdict === 'noKey')
    return invalid(
      "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    );
  if (verdict === 'forged')
    return invalid(
      'The web identity token that was passed could not be validated by AWS. Get a new identity token from the identity provider and then retry the request.',
    );
  const missing = missingClaim(call);
  if (missing !== null) return invalid(`Missing a required claim: ${missing}`);
  const audiences = [identity.claims['azp'] ?? identity.claims['aud'] ?? []].flat();
  if (clientIds !== 'any' && !audiences.some((audience) => clientIds.includes(audience)))
    return invalid('Incorrect token audience');
  const late = timeError(token.claims, now);
  if (late) return late;
  if (roles !== null && !roles.includes(input.RoleArn))
    return invalid('The role is not among those that the token may be used for.');
  return claimError(call);
}

/** Whether the provider has signed the token, which may be refused for what it says all the same. */
export const isOfProvider = (
  world: World,
  { token, issuer, identity }: WebIdentityCall,
  { issuerKeys }: Pick<Env, 'issuerKeys'>,
): boolean =>
  clientIdsOf(world, identity.provider, issuer) !== null &&
  verdictOn(issuer, token, issuerKeys?.(issuer)) === 'signed';

/** Of a provider of the account; `any` for those that need no entry there, null when there is none. */
function clientIdsOf(
  world: World,
  provider: WebIdentity['provider'],
  issuer: string,
): readonly string[] | 'any' | null {
  const parts = parseArn(provider);
  if (!parts) return 'any';
  const account = findAccount(world, parts.account);
  const url = parts.resource.slice('oidc-provider/'.length);
  const isItsUrl = issuer === `https://${url}`;
  return (isItsUrl && account && lookup(account.oidcProviders, url)?.clientIds) || null;
}

function missingClaim({ token, audience, subject }: WebIdentityCall): string | null {
  const isTime = (name: string): boolean => typeof token.claims[name] === 'number';
  const missing = [
    ['aud', audience !== ''],
    ['sub', subject !== ''],
    ['iat', isTime('iat')],
    ['exp', isTime('exp')],
  ] as const;
  return missing.find(([, isThere]) => !isThere)?.[0] ?? null;
}

/** Seconds by which the clocks of a provider and of AWS may differ. */
const SKEW = 60;

function timeError({ exp, nbf, iat }: Claims, now: Instant): AwsError | null {
  const seconds = Math.floor(epochMillis(now) / 1000);
  if (Number(exp) <= seconds)
    return awsError(
      'ExpiredTokenException',
      `Token expired: current date/time ${seconds} must be before the expiration date/time ${Number(exp)}`,
    );
  const starts = Math.max(Number(iat), typeof nbf === 'number' ? nbf : 0);
  return starts > seconds + SKEW ? invalid('Token is not yet valid.') : null;
}

/** A role that the token itself lists is known to be meant by the provider. */
export const authorizedByProvider = ({ roles }: WebIdentityCall): string => String(roles !== null);
