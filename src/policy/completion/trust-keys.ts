// Trust keys: which condition keys a trust policy can test, by who asks to be let in, the usual ones first.
import { covers } from '../glob.ts';
import { stringsOf, valueOf, type OutlineObject } from '../outline.ts';
import type { Known } from './known.ts';

/** A way into a role. An issuer is the URL of an OIDC provider without its scheme. */
type Way = { readonly kind: 'AWS' | 'Service' | 'SAML' } | { readonly kind: 'OIDC'; readonly issuer: string };

/** The keys that are usually tested on each way, by which each request on that way can be told apart. */
const FIRST: Readonly<Record<Way['kind'], readonly string[]>> = {
  AWS: [
    'sts:ExternalId',
    'aws:PrincipalOrgID',
    'aws:MultiFactorAuthPresent',
    'aws:PrincipalArn',
    'sts:RoleSessionName',
    'sts:SourceIdentity',
    'aws:SourceIdentity',
    'aws:PrincipalTag/',
    'aws:PrincipalAccount',
    'aws:PrincipalOrgPaths',
    'aws:MultiFactorAuthAge',
    'aws:username',
    'aws:SourceIp',
  ],
  Service: ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths'],
  SAML: [
    'SAML:aud',
    'SAML:iss',
    'SAML:sub',
    'SAML:sub_type',
    'SAML:doc',
    'SAML:namequalifier',
    'sts:RoleSessionName',
    'sts:SourceIdentity',
  ],
  OIDC: ['sts:RoleSessionName', 'sts:SourceIdentity', 'sts:RoleAuthorizedByIdp'],
};

const ACTIONS: Readonly<Record<Way['kind'], string>> = {
  AWS: 'sts:AssumeRole',
  Service: 'sts:AssumeRole',
  SAML: 'sts:AssumeRoleWithSAML',
  OIDC: 'sts:AssumeRoleWithWebIdentity',
};

/** Who may be let into a role, and what that may bring along. */
export const ASSUMING: readonly string[] = [
  'AssumeRole',
  'AssumeRoleWithSAML',
  'AssumeRoleWithWebIdentity',
  'TagSession',
  'SetSourceIdentity',
  'SetContext',
].map((name) => `sts:${name}`);

/** Permissions that are asked for along with the assuming of a role, in the context of that request. In lower case. */
export const RIDERS: ReadonlySet<string> = new Set([
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
]);

/** Only who asks with credentials of AWS can bring a context of another service along. */
const ALONG: Readonly<Record<Way['kind'], readonly string[]>> = {
  AWS: ['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'],
  Service: ['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'],
  SAML: ['sts:TagSession', 'sts:SetSourceIdentity'],
  OIDC: ['sts:TagSession', 'sts:SetSourceIdentity'],
};

/** Claims that every provider has which somebody set up. */
const CLAIMS = ['aud', 'sub', 'amr'];

/** The ways that a statement opens, as far as it is written: by its principals, or else by its actions, or else all. */
export function waysIn(statement: OutlineObject, known: Known): readonly Way[] {
  const ways = waysNamed(statement);
  if (ways.length > 0) return ways;
  const providers = known.providers.flatMap(({ arn }) => throughProvider(arn));
  const all: readonly Way[] = [{ kind: 'AWS' }, { kind: 'Service' }, ...providers];
  const actions = new Set(stringsOf(valueOf(statement, 'Action')).map(({ value }) => value.toLowerCase()));
  const asked = all.filter(({ kind }) => actions.has(ACTIONS[kind].toLowerCase()));
  return asked.length > 0 ? asked : all;
}

function principalsUnder(statement: OutlineObject, type: string): readonly string[] {
  const named = valueOf(statement, 'Principal');
  return named?.kind === 'object' ? stringsOf(valueOf(named, type)).map(({ value }) => value) : [];
}

/** Those that its principals open; none where there are no principals yet. */
function waysNamed(statement: OutlineObject): readonly Way[] {
  const named = valueOf(statement, 'Principal');
  const under = (type: string): readonly string[] => principalsUnder(statement, type);
  const ways: Way[] = [];
  if (under('AWS').length > 0 || (named?.kind === 'scalar' && named.value === '*'))
    ways.push({ kind: 'AWS' });
  if (under('Service').length > 0) ways.push({ kind: 'Service' });
  for (const provider of under('Federated')) ways.push(...throughProvider(provider));
  return ways;
}

/** What the principals of a statement can do to a role, how they get in first; all of it where there are none yet. */
export function assumingFor(statement: OutlineObject): readonly string[] {
  const ways = waysNamed(statement);
  if (ways.length === 0) return ASSUMING;
  const services = principalsUnder(statement, 'Service');
  return [
    ...new Set([...ways.map(({ kind }) => ACTIONS[kind]), ...ways.flatMap(({ kind }) => ALONG[kind])]),
  ].filter((action) => action !== 'sts:SetContext' || !services.includes('rolesanywhere.amazonaws.com'));
}

/** Whether somebody who comes in so, by the key of Principal and its value, goes with the actions of a statement. */
export function isLetIn(statement: OutlineObject, type: string, principal: string): boolean {
  const patterns = stringsOf(valueOf(statement, 'Action')).map(({ value }) => value.toLowerCase());
  const does = (action: string): boolean => patterns.some((pattern) => covers(pattern, action.toLowerCase()));
  const ways: readonly Way[] =
    type === 'Federated' ? throughProvider(principal) : [{ kind: type === 'Service' ? 'Service' : 'AWS' }];
  // A statement may be about session tags alone.
  if (!Object.values(ACTIONS).some(does)) return true;
  return ways.some(({ kind }) => does(ACTIONS[kind]));
}

function throughProvider(provider: string): readonly Way[] {
  if (provider === '') return [];
  if (provider.includes(':saml-provider/')) return [{ kind: 'SAML' }];
  return [{ kind: 'OIDC', issuer: issuerOf(provider) }];
}

const issuerOf = (provider: string): string => provider.replace(/^arn:[^/]*:oidc-provider\//, '');

/** What may be asked for on these ways, where a statement does not say. */
export const actionsOn = (ways: readonly Way[]): readonly string[] => [
  ...new Set(ways.map(({ kind }) => ACTIONS[kind])),
];

/** The claims of the providers, besides those that AWS's vocabulary lists. */
export const claimsOf = (ways: readonly Way[]): readonly string[] =>
  ways.flatMap((way) =>
    // Google and the like need no entry in the account, and the vocabulary lists all of theirs.
    way.kind === 'OIDC' && !BUILT_IN.has(way.issuer) ? CLAIMS.map((claim) => `${way.issuer}:${claim}`) : [],
  );

const BUILT_IN = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/** A claim of a token or an assertion: whose it is stands before the colon. */
export const isClaim = (key: string): boolean => /^(saml:|[^:]*\.[^:]*:)/i.test(key);

/** A key whose name is open in its middle, `agent.${Domain}.buildkite.dev:build_branch`, as the tokens of these ways have it. */
export function closed(key: string, ways: readonly Way[]): string | null {
  const [, head = '', tail = '', claim = ''] = /^([^:$]*)\$\{\w+\}([^:]*)(:.*)$/.exec(key) ?? [];
  if (claim === '') return null;
  for (const way of ways)
    if (
      way.kind === 'OIDC' &&
      way.issuer.length > head.length + tail.length &&
      way.issuer.startsWith(head) &&
      way.issuer.endsWith(tail)
    )
      return way.issuer + claim;
  return null;
}

/**
 * Where a key stands in the list, lower first; null for one that no request on these ways has. Claims stay with whoever
 * came in by them, so that a session which goes on to another role has them too: those come last.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function trustRank(key: string, ways: readonly Way[]): number | null {
  const folded = key.toLowerCase();
  const ranks = ways.flatMap((way, at) => {
    const usual = FIRST[way.kind].findIndex((name) => name.toLowerCase() === folded);
    const claim = claimRank(folded, way);
    return claim !== null ? [at * 100 + claim] : usual >= 0 ? [at * 100 + 50 + usual] : [];
  });
  if (ranks.length > 0) return Math.min(...ranks);
  const isFromAws = ways.some(({ kind }) => kind === 'AWS');
  if (folded === 'sts:externalid' && !isFromAws) return null;
  if (isClaim(key)) return isFromAws && !/^saml:/.test(folded) ? LAST : null;
  return folded.startsWith('aws:') ? LAST - 1 : LAST - 2;
}

const LAST = 100_000;

function claimRank(folded: string, way: Way): number | null {
  if (way.kind === 'SAML' && folded.startsWith('saml:')) {
    const at = FIRST.SAML.findIndex((name) => name.toLowerCase() === folded);
    return at < 0 ? 40 : at;
  }
  if (way.kind !== 'OIDC' || !folded.startsWith(`${way.issuer.toLowerCase()}:`)) return null;
  const at = CLAIMS.indexOf(folded.slice(way.issuer.length + 1));
  return at < 0 ? CLAIMS.length : at;
}
