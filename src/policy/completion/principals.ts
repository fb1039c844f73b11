// Principals: who a policy may name, by the kinds that this sort of policy takes.
import { rootArn } from '../../aws/arn.ts';
import type { PolicyType } from '../document.ts';
import { CURSOR, type Idea, type Setting } from './candidate.ts';
import type { KnownThing } from './known.ts';
import { holding, ranked } from './ranking.ts';
import { BUILT_IN_PROVIDERS, SERVICE_PRINCIPALS } from './service-principals.ts';

export const PRINCIPAL_TYPES = {
  AWS: 'Accounts, users, roles and sessions, by ARN or account id.',
  Service: 'AWS services that act in their own name.',
  Federated: 'People who sign in elsewhere: an identity provider vouches for them.',
  CanonicalUser: 'An account, by the canonical user id that S3 knows it by.',
} as const;
export type PrincipalType = keyof typeof PRINCIPAL_TYPES;

const WORDS: Readonly<Record<PrincipalType, string>> = {
  AWS: 'accounts, users, roles',
  Service: 'AWS services',
  Federated: 'identity providers',
  CanonicalUser: 'an account, as S3 knows it',
};

function typesFor({ type, about }: Setting): readonly PrincipalType[] {
  switch (type) {
    case 'trust':
      return ['AWS', 'Service', 'Federated'];
    case 'endpoint':
      return ['AWS'];
    case 'resource':
      return about === undefined || about.startsWith('arn:aws:s3:')
        ? ['AWS', 'Service', 'CanonicalUser']
        : ['AWS', 'Service'];
    default:
      return [];
  }
}

/** The kinds of principals that are not there yet. */
export const principalTypeIdeas = (setting: Setting, present: readonly string[]): readonly Idea[] =>
  typesFor(setting)
    .filter((name) => !present.includes(name))
    .map((name) => ({ kind: 'element', label: name, detail: WORDS[name], info: PRINCIPAL_TYPES[name] }));

/** Whoever asks, signed in or not. */
export const EVERYONE: Idea = {
  kind: 'principal',
  label: '*',
  detail: 'everyone, anonymous too',
  info: 'Everybody in the world, whether they are signed in or not. A Condition can narrow that.',
};

/** The same in a policy of some kind: whoever assumes a role signs the request. */
export const everyone = (type: PolicyType): Idea =>
  type === 'trust'
    ? {
        ...EVERYONE,
        detail: 'everyone in any AWS account',
        info: 'Everybody who is signed in, in whatever account: nobody can assume a role anonymously.',
      }
    : EVERYONE;

/** What `:root` comes to. */
export const WHOLE_ACCOUNT = 'whoever its own policies let. It is not only the root user.';
/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
export const ROOT_ONLY =
  'In the policy of a gateway endpoint an account stands for its root user only. For others write "*" and test aws:PrincipalArn.';

/** The value of Principal itself. */
export const principalIdeas = (setting: Setting): readonly Idea[] => [
  ...typesFor(setting).map((name): Idea => ({
    kind: 'element',
    label: name,
    detail: WORDS[name],
    info: PRINCIPAL_TYPES[name],
    text: `{ "${name}": "${CURSOR}" }`,
  })),
  { ...EVERYONE, text: '"*"' },
];

/** @param type The kind under which the cursor stands. */
export function principalValueIdeas(
  setting: Setting,
  type: string,
  typed: string,
  present: readonly string[],
): readonly Idea[] {
  const ideas = valuesOf(setting, type, typed).filter(({ label }) => !present.includes(label));
  return ranked(typed, ideas);
}

function valuesOf({ known, type: policy, endpoint }: Setting, type: string, typed: string): readonly Idea[] {
  switch (type) {
    case 'AWS': {
      const accounts = known.accounts.map(({ id, name }): Idea => ({
        kind: 'principal',
        label: rootArn(id),
        also: name,
        detail: `${endpoint?.gateway ? 'root user of ' : ''}${id === known.account ? 'this account' : `account ${name}`}`,
        info: endpoint?.gateway ? ROOT_ONLY : `The whole account: ${WHOLE_ACCOUNT}`,
      }));
      // A gateway takes nobody else by name.
      return endpoint?.gateway
        ? [EVERYONE, ...accounts]
        : [...accounts, ...holding(typed, known.principals).map(principalIdea), EVERYONE];
    }
    case 'Service':
      return SERVICE_PRINCIPALS.map(named);
    case 'Federated':
      return policy === 'trust'
        ? [...known.providers.map(principalIdea), ...BUILT_IN_PROVIDERS.map(named)]
        : [];
    default:
      return [];
  }
}

const named = ([principal, name]: readonly [string, string]): Idea => ({
  kind: 'principal',
  label: principal,
  also: name,
  detail: name,
});

const principalIdea = ({ arn, name, type }: KnownThing): Idea => ({
  kind: 'principal',
  label: arn,
  also: name,
  detail: `${typeName(type)} ${name}`,
});

const typeName = (type: string): string =>
  type === 'iam:saml-provider'
    ? 'SAML provider'
    : type === 'iam:oidc-provider'
      ? 'OIDC provider'
      : type.slice(4);
