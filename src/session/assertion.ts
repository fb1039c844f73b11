// Assertion: what a company directory says of a person to AWS, and which roles that lets the person choose from.
import type { CompanyDirectory, DirectoryPerson, Mapping, RolePair } from '../account/directories.ts';
import { findRole } from '../account/find.ts';
import { valuesOf } from '../account/table.ts';
import type { World } from '../account/world.ts';
import { AWS_ATTRIBUTES, NAME_FORMATS, type SamlStatement } from '../api/saml.ts';
import { readSamlMetadata } from '../api/saml-metadata.ts';
import { readSamlResponse } from '../api/saml-response.ts';
import { iamArn, parseArn, type AccountId, type Arn } from '../aws/arn.ts';
import { addSeconds, type Instant } from '../aws/instant.ts';

/** Where browsers hand responses in. */
export const SIGN_IN_ADDRESS = 'https://signin.aws.amazon.com/saml';

/** Whom the responses of a directory are for. */
export const AWS_AUDIENCE = 'urn:amazon:webservices';

/** Seconds for which a response can be handed in. */
export const RESPONSE_SECONDS = 300;

/** All that the directory knows of a person: what it tells of its groups, then what it tells of the person alone. */
export function mappingOf({ groups }: CompanyDirectory, person: DirectoryPerson): Mapping {
  const all = [...groups.filter(({ name }) => person.groups.includes(name)), person];
  const roles = new Map(
    all.flatMap((one) => one.roles.map((pair) => [`${pair.role},${pair.provider}`, pair] as const)),
  );
  return {
    roles: [...roles.values()],
    tags: Object.assign({}, ...all.map(({ tags }) => tags)) as Mapping['tags'],
    transitiveTags: [...new Set(all.flatMap(({ transitiveTags }) => transitiveTags))],
  };
}

export interface Stating {
  /** `_…` */
  readonly id: string;
  readonly now: Instant;
  /** Left out, as the directory itself would have it. */
  readonly issuer?: string;
  readonly audience?: string;
  /** What the attribute with the roles is called; null: it is forgotten. */
  readonly roleAttribute?: string | null;
  /** Null: the name of the session is forgotten. */
  readonly sessionName?: string | null;
}

/**
 * What the directory says of somebody who has signed in to it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
export function statementOf(
  company: CompanyDirectory,
  person: DirectoryPerson,
  stating: Stating,
): SamlStatement {
  const { id, now, issuer = company.entityId, audience = AWS_AUDIENCE } = stating;
  const { roleAttribute = 'Role', sessionName = person.userName } = stating;
  const { roles, tags, transitiveTags } = mappingOf(company, person);
  const { userName, email, name } = person;
  const aws = (attribute: string, values: readonly string[]) =>
    values.length === 0 ? {} : { [AWS_ATTRIBUTES + attribute]: values };
  const tagged: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`${AWS_ATTRIBUTES}PrincipalTag:${key}`, [value]]),
  );
  return {
    id,
    issuer,
    issued: now,
    notOnOrAfter: addSeconds(now, RESPONSE_SECONDS),
    audience,
    recipient: SIGN_IN_ADDRESS,
    subject: { name: userName, format: `${NAME_FORMATS}persistent` },
    attributes: {
      ...aws(
        roleAttribute ?? '',
        roleAttribute === null ? [] : roles.map((pair) => `${pair.role},${pair.provider}`),
      ),
      ...aws('RoleSessionName', sessionName === null ? [] : [sessionName]),
      ...aws('SessionDuration', company.sessionSeconds === null ? [] : [String(company.sessionSeconds)]),
      ...tagged,
      ...aws('TransitiveTagKeys', transitiveTags),
      ...aws('SourceIdentity', company.namesSource ? [userName] : []),
      [`${CLAIMS}name`]: [name],
      ...(email !== '' && { [`${CLAIMS}emailaddress`]: [email] }),
    },
  };
}

const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';

/** A role that a response offers. */
export interface Offered extends RolePair {
  readonly account: AccountId;
}

/** The pairs of a response in either order, by account; what is no pair is no choice. Null for what is no response. */
export function offeredRoles(base64: string): readonly Offered[] | null {
  const response = readSamlResponse(base64);
  if (!response) return null;
  const pairs = (response.attributes.get(`${AWS_ATTRIBUTES}Role`) ?? []).flatMap(
    (text) => pairIn(text) ?? [],
  );
  // One that is offered twice is one choice.
  return [...new Map(pairs.map((pair) => [`${pair.role},${pair.provider}`, pair])).values()].sort(
    (one, other) => (one.account < other.account ? -1 : one.account > other.account ? 1 : 0),
  );
}

/** What the sign-in page of AWS says in place of the choice of a role. Its last two words are a link. */
export const INVALID_RESPONSE = 'Your request included an invalid SAML response. To logout,';

/**
 * Whether the sign-in page of AWS can make nothing of a response: it is none, or it offers no role. All else it leaves to
 * STS, once a role is chosen.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html#troubleshoot_saml_invalid-response
 */
export const isInvalidAtSignIn = (base64: string): boolean => (offeredRoles(base64) ?? []).length === 0;

/** `roleARN,providerARN`, in either order. */
export function pairIn(text: string): Offered | null {
  const [one = '', other = '', ...rest] = text.split(',').map((arn) => arn.trim());
  if (rest.length > 0) return null;
  const [role, provider] = one.includes(':saml-provider/') ? [other, one] : [one, other];
  const account = parseArn(role)?.account;
  const isPair = /:role\/./.test(role) && /:saml-provider\/./.test(provider);
  return isPair && account ? { role: role as Arn, provider: provider as Arn, account } : null;
}

const samlProviderArn = (account: AccountId, name: string): Arn =>
  `arn:aws:iam::${account}:saml-provider/${name}`;

/** The SAML providers of all accounts that a directory is known as. */
export const providersOf = (world: World, entityId: string): readonly Arn[] =>
  Object.values(world.accounts).flatMap(({ id, samlProviders }) =>
    valuesOf(samlProviders).flatMap(({ name, metadata }) =>
      readSamlMetadata(metadata)?.entityId === entityId ? [samlProviderArn(id, name)] : [],
    ),
  );

/** The roles of the account of a provider whose trust policies name it; they may still demand more. */
export function rolesTrusting(world: World, provider: Arn): readonly Arn[] {
  const account = world.accounts[parseArn(provider)?.account ?? ''];
  return account
    ? valuesOf(account.roles)
        .filter(({ trust }) => trust.includes(`"${provider}"`))
        .map(({ path, name }) => iamArn(account.id, 'role', path, name))
        .sort()
    : [];
}

/** What a role says of itself, for those who choose among several. */
export function describedRole(world: World, role: Arn): string {
  const parts = parseArn(role);
  const account = world.accounts[parts?.account ?? ''];
  const name = parts?.resource.split('/').at(-1) ?? '';
  return (account && findRole(account, name)?.description) ?? '';
}
