// Principals: who a policy may name, by the kinds that this sort of policy takes.
import { rootArn } from '../../aws/arn.ts';
import type { PolicyType } from '../document.ts';
import type { OutlineObject } from '../outline.ts';
import { CURSOR, type Idea, type Setting } from './candidate.ts';
import { isDeny, kindOf } from './fitting.ts';
import type { KnownThing } from './known.ts';
import { holding, ranked } from './ranking.ts';
import { BUILT_IN_PROVIDERS, servicesCalling } from './service-principals.ts';
import { isLetIn } from './trust-keys.ts';

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

/** The kinds of principals that are not there yet, and that the actions of the statement are for. */
export const principalTypeIdeas = (
  setting: Setting,
  present: readonly string[],
  statement?: OutlineObject,
): readonly Idea[] =>
  typesFor(setting)
    .filter((name) => !present.includes(name) && (!statement || isOpenTo(setting, statement, name)))
    .map((name) => ({ kind: 'element', label: name, detail: WORDS[name], info: PRINCIPAL_TYPES[name] }));

/** Whether some principal of a kind goes with the actions of a statement. */
const isOpenTo = ({ type }: Setting, statement: OutlineObject, kind: PrincipalType): boolean =>
  type !== 'trust' ||
  (kind === 'Federated' ? SOME_PROVIDERS : ['']).some((provider) => isLetIn(statement, kind, provider));

/** One of each sort. */
const SOME_PROVIDERS = [':saml-provider/', 'accounts.google.com'];

/** Whoever asks, signed in or not. */
const EVERYONE: Idea = {
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

/** To let everyone in is refused for roles and for tables; a Deny may name them. */
export const takesEveryone = (setting: Setting, denies: boolean): boolean =>
  denies || (setting.type !== 'trust' && kindOf(setting) !== 'table');

/** Everyone, where the policy may name them. */
export const everyoneIdeas = (setting: Setting, statement: OutlineObject): readonly Idea[] =>
  takesEveryone(setting, isDeny(statement)) ? [everyone(setting.type)] : [];

/** What `:root` comes to. */
export const WHOLE_ACCOUNT = 'whoever its own policies let. It is not only the root user.';
/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
export const ROOT_ONLY =
  'In the policy of a gateway endpoint an account stands for its root user only. For others write "*" and test aws:PrincipalArn.';

/** The value of Principal itself. */
export function principalIdeas(setting: Setting, statement: OutlineObject): readonly Idea[] {
  const kinds = typesFor(setting)
    .filter((name) => isOpenTo(setting, statement, name))
    .map((name): Idea => ({
      kind: 'element',
      label: name,
      detail: WORDS[name],
      info: PRINCIPAL_TYPES[name],
      text: `{ "${name}": "${CURSOR}" }`,
    }));
  const anybody = everyoneIdeas(setting, statement).map((idea) => ({ ...idea, text: '"*"' }));
  return setting.endpoint?.gateway ? [...anybody, ...kinds] : [...kinds, ...anybody];
}

/** @param type The kind under which the cursor stands. */
export function principalValueIdeas(
  setting: Setting,
  statement: OutlineObject,
  type: string,
  typed: string,
  present: readonly string[],
): readonly Idea[] {
  const ideas = valuesOf(setting, statement, type, typed).filter(({ label }) => !present.includes(label));
  const fitting = ideas.filter(({ label }) => setting.type !== 'trust' || isLetIn(statement, type, label));
  return ranked(typed, fitting);
}

function valuesOf(setting: Setting, statement: OutlineObject, type: string, typed: string): readonly Idea[] {
  const { known, type: policy, endpoint } = setting;
  const anybody = everyoneIdeas(setting, statement);
  switch (type) {
    case 'AWS': {
      // A gateway knows nobody by name, and an account only as its root user.
      if (endpoint?.gateway) return anybody;
      const accounts = known.accounts.map(({ id, name }): Idea => ({
        kind: 'principal',
        label: rootArn(id),
        also: name,
        detail: id === known.account ? 'this account' : `account ${name}`,
        info: `The whole account: ${WHOLE_ACCOUNT}`,
      }));
      return [...accounts, ...holding(typed, known.principals).map(principalIdea), ...anybody];
    }
    case 'Service':
      return servicesCalling(kindOf(setting), known.region).map(named);
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
