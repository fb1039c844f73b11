// Web identity: the providers that people start from, the claims of their tokens, and the roles that trust them.
import type { ProviderKey, WebIdentityProvider, WebIdentitySubject } from '../account/directories.ts';
import { valuesOf } from '../account/table.ts';
import type { World } from '../account/world.ts';
import type { Claims } from '../api/web-identity-token.ts';
import { iamArn, type AccountId, type Arn } from '../aws/arn.ts';
import { epochMillis, type Instant } from '../aws/instant.ts';

/** A provider without its key. */
export interface Preset extends Omit<WebIdentityProvider, 'key'> {
  readonly id: 'github' | 'google' | 'cognito' | 'own';
  /** What it is, in one sentence. */
  readonly about: string;
}

const job = (name: string, repository: string, rest: string): WebIdentitySubject => ({
  name,
  claims: {
    aud: 'sts.amazonaws.com',
    sub: `repo:${repository}:${rest}`,
    repository,
    ...(rest.startsWith('ref:') && { ref: rest.slice('ref:'.length) }),
    workflow: 'Publish',
    runner_environment: 'github-hosted',
  },
});

/** Claims as the real providers make them. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'github',
    name: 'GitHub Actions',
    about: 'Jobs of a pipeline. The subject says which repository and branch a job runs for.',
    issuer: 'https://token.actions.githubusercontent.com',
    subjects: [
      job('The main branch', 'ORG/REPO', 'ref:refs/heads/main'),
      job('A pull request', 'ORG/REPO', 'pull_request'),
      job("A stranger's repository", 'stranger/fork', 'ref:refs/heads/main'),
    ],
  },
  {
    id: 'google',
    name: 'Google',
    about: 'People who sign in to an app with Google. The account needs no entry for this provider.',
    issuer: 'https://accounts.google.com',
    subjects: [
      {
        name: 'A customer',
        claims: {
          aud: 'till.apps.googleusercontent.com',
          sub: '105730213948576012345',
          email: 'reader@mail.example',
        },
      },
    ],
  },
  {
    id: 'cognito',
    name: 'Cognito identity pool',
    about: 'People of an app, signed in or not. The account needs no entry for this provider.',
    issuer: 'https://cognito-identity.amazonaws.com',
    subjects: [
      {
        name: 'A customer who has signed in',
        claims: {
          aud: 'us-east-1:11111111-2222-4333-8444-555555555555',
          sub: 'us-east-1:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
          amr: 'authenticated',
        },
      },
      {
        name: 'A guest',
        claims: {
          aud: 'us-east-1:11111111-2222-4333-8444-555555555555',
          sub: 'us-east-1:ffffffff-bbbb-4ccc-8ddd-eeeeeeeeeeee',
          amr: 'unauthenticated',
        },
      },
    ],
  },
  {
    id: 'own',
    name: 'Our own issuer',
    about: 'A provider of one’s own, at an address of one’s own.',
    issuer: 'https://idp.example.com',
    subjects: [{ name: 'A service', claims: { aud: 'sts.amazonaws.com', sub: 'service:reports' } }],
  },
];

/** A provider made from a preset. Of GitHub's claims, `ORG/REPO` becomes the repository that was named. */
export const madeFrom = (
  { name, issuer, subjects }: Preset,
  key: ProviderKey,
  { address = issuer, repository = 'ORG/REPO' }: { address?: string; repository?: string } = {},
): WebIdentityProvider => ({
  name,
  issuer: address,
  key,
  subjects: subjects.map((subject) => ({
    name: subject.name,
    claims: Object.fromEntries(
      Object.entries(subject.claims).map(([claim, value]) => [claim, value.replace('ORG/REPO', repository)]),
    ),
  })),
});

/** Seconds that a token holds. */
export const TOKEN_SECONDS = 300;

/** What a token says of a subject. */
export function claimsFor(
  { issuer }: WebIdentityProvider,
  { claims }: WebIdentitySubject,
  now: Instant,
  seconds = TOKEN_SECONDS,
): Claims {
  const issued = Math.floor(epochMillis(now) / 1000);
  return { iss: issuer, ...claims, iat: issued, exp: issued + seconds };
}

/** Providers that need no entry in an account. */
export const isBuiltIn = (issuer: string): boolean =>
  ['https://accounts.google.com', 'https://cognito-identity.amazonaws.com'].includes(issuer);

/** The accounts that have an entry for an issuer, with the audiences that it takes. */
export const entriesFor = (
  world: World,
  issuer: string,
): readonly { readonly account: AccountId; readonly clientIds: readonly string[] }[] =>
  Object.values(world.accounts).flatMap(({ id, oidcProviders }) =>
    valuesOf(oidcProviders)
      .filter(({ url }) => `https://${url}` === issuer)
      .map(({ clientIds }) => ({ account: id, clientIds })),
  );

/** The roles whose trust policies name an issuer; they may still demand more. */
export function rolesNaming(world: World, issuer: string): readonly Arn[] {
  const host = issuer.replace(/^https:\/\//, '');
  return Object.values(world.accounts)
    .flatMap(({ id, roles }) =>
      valuesOf(roles)
        .filter(({ trust }) => trust.includes(`:oidc-provider/${host}"`) || trust.includes(`"${host}"`))
        .map(({ path, name }) => iamArn(id, 'role', path, name)),
    )
    .sort();
}
