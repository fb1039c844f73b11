// Identity Center in outline: which permission sets a person may use in which accounts, and how it vouches for them there.
import type { CompanyDirectory, DirectoryPerson, IdentityCenter } from '../account/directories.ts';
import { identityStoreUser, isCenterProvider } from '../account/identity-store.ts';
import { EMPTY, namesOf, valuesOf } from '../account/table.ts';
import type { World } from '../account/world.ts';
import { AWS_ATTRIBUTES, NAME_FORMATS, type SamlStatement } from '../api/saml.ts';
import { iamArn, parseArn, type AccountId, type Arn } from '../aws/arn.ts';
import { addSeconds, type Instant } from '../aws/instant.ts';
import { AWS_AUDIENCE, RESPONSE_SECONDS, SIGN_IN_ADDRESS } from './assertion.ts';

/** Where the roles of permission sets are; with the Region behind it where Identity Center is not in us-east-1. */
export const RESERVED_PATH = '/aws-reserved/sso.amazonaws.com/';

/** The SAML provider that Identity Center has made in an account; null: it has provisioned nothing there. */
export function centerProvider(world: World, account: AccountId): Arn | null {
  const name = namesOf(world.accounts[account]?.samlProviders ?? EMPTY).find(isCenterProvider);
  return name === undefined ? null : `arn:aws:iam::${account}:saml-provider/${name}`;
}

/** `Look` of `AWSReservedSSO_Look_0123456789abcdef`. */
export const permissionSetOf = (role: Arn): string =>
  (parseArn(role)?.resource.split('/').at(-1) ?? '').replace(/^AWSReservedSSO_(.+)_[0-9a-f]{16}$/, '$1');

/** The roles of every account that stand for permission sets. */
export const provisionedRoles = (world: World): readonly Arn[] =>
  Object.values(world.accounts)
    .flatMap(({ id, roles }) =>
      valuesOf(roles)
        .filter(({ path }) => path.startsWith(RESERVED_PATH))
        .map(({ path, name }) => iamArn(id, 'role', path, name)),
    )
    .sort();

export interface Entitlement {
  readonly role: Arn;
  readonly account: AccountId;
  readonly permissionSet: string;
}

/** What a person finds in the access portal, by account. */
export function entitlementsOf(
  { assignments }: IdentityCenter,
  { userName, groups }: DirectoryPerson,
): readonly Entitlement[] {
  const roles = assignments
    .filter(({ kind, name }) => (kind === 'person' ? name === userName : groups.includes(name)))
    .map(({ role }) => role);
  return [...new Set(roles)].sort().map((role) => ({
    role,
    account: parseArn(role)?.account ?? '',
    permissionSet: permissionSetOf(role),
  }));
}

/** What Identity Center says to the account of a permission set; people never see it. */
export const centerStatement = (
  { entityId }: Pick<IdentityCenter, 'entityId'>,
  { entityId: source }: Pick<CompanyDirectory, 'entityId'>,
  { userName }: Pick<DirectoryPerson, 'userName'>,
  { role, provider, id, now }: { role: Arn; provider: Arn; id: string; now: Instant },
): SamlStatement => ({
  id,
  issuer: entityId,
  issued: now,
  notOnOrAfter: addSeconds(now, RESPONSE_SECONDS),
  audience: AWS_AUDIENCE,
  recipient: SIGN_IN_ADDRESS,
  subject: { name: identityStoreUser(source, userName), format: `${NAME_FORMATS}persistent` },
  attributes: {
    [`${AWS_ATTRIBUTES}Role`]: [`${role},${provider}`],
    [`${AWS_ATTRIBUTES}RoleSessionName`]: [userName],
  },
});
