// applicablePolicies: which policies of a world have a say in a request, each with how it reached the principal.
import { parseArn, type AccountId, type Arn } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { AppliedPolicy, ApplicablePolicies, PolicySource } from '../evaluation/applicable.ts';
import { NO_POLICIES } from '../evaluation/applicable.ts';
import type { Principal, Request } from '../evaluation/request.ts';
import { parsedPolicy } from '../policy/parse.ts';
import type { SessionPolicies } from './caller.ts';
import { findAccount, findUser, groupsOf, userArn } from './find.ts';
import { levelsOf } from './levels.ts';
import { boundTrust } from './bound-trust.ts';
import type { StoredPolicy } from './policies.ts';
import { inlinePolicies, managedPolicy, resourcePolicy, trustPolicy } from './policies.ts';
import { defaultKeyPolicy } from './key-policy.ts';
import { policyHolder, type PolicyHolder, roleBehind, roleOfArn } from './resource-policy.ts';
import { s3AccessOf } from './s3-access.ts';
import { lookup, valuesOf } from './table.ts';
import type { Account, Group, Role, User, World } from './world.ts';

/** What of a session decides beside the policies of its principal. Kept with events, so that they can be read again. */
export interface RequestSession {
  /** `AROA…`; only of role sessions. */
  readonly roleId?: string;
  readonly policies?: SessionPolicies;
  /** The VPC endpoint that the request comes through. */
  readonly endpoint?: { readonly account: AccountId; readonly id: string };
}

const NO_SESSION: RequestSession = {};

/**
 * The policies that apply to a request.
 *
 * Identity-based: those of the user and of each of its groups, with what the password policy lets every user do; or those of the role; of a federated user those of the
 * user who asked for it; the root user has none. Boundary: of the user or the role. Session policies: as the session was
 * made with them. Resource-based: the policy of the resource, the trust policy of the role that is to be assumed, access
 * control lists and grants. Service control policies: above the account of the caller; resource control policies: above
 * that of the resource. A stored text that is not a policy is left out; the API accepts none.
 */
export function applicablePolicies(
  world: World,
  request: Request,
  managed: ManagedPolicies,
  session: RequestSession = NO_SESSION,
): ApplicablePolicies {
  const { principal, resource, resourceAccount } = request;
  const own = ownPolicies(world, principal, managed, session);
  const asked: ApplicablePolicies = {
    ...NO_POLICIES,
    ...own,
    resource: resourcePolicies(world, request),
    session: sessionPolicies(world, principal, managed, session),
    scps:
      'account' in principal
        ? levelsOf(world.organization, principal.account, 'SERVICE_CONTROL_POLICY')
        : null,
    rcps:
      resourceAccount === null
        ? null
        : levelsOf(world.organization, resourceAccount, 'RESOURCE_CONTROL_POLICY'),
  };
  const s3 = s3AccessOf(world, resource, request.context);
  const grants = grantsOf(world, resource);
  const endpoint = endpointOf(world, session);
  return s3 || grants || endpoint
    ? { ...asked, ...(s3 && { s3: s3.access }), ...(grants && { grants }), ...endpoint }
    : asked;
}

const NOTHING: readonly AppliedPolicy[] = [];

type Own = Pick<ApplicablePolicies, 'identity' | 'boundary'>;

const NO_OWN: Own = { identity: NOTHING, boundary: null };

/**
 * Memos: accounts and resources never change, so the same user of the same account is handed over as the same list, and
 * what the evaluation makes of a list is made once.
 */
const byAccount = new WeakMap<ManagedPolicies, WeakMap<Account, Map<string, Own>>>();
const byResource = new WeakMap<object, readonly AppliedPolicy[]>();

function ownPolicies(
  world: World,
  principal: Principal,
  managed: ManagedPolicies,
  { roleId }: RequestSession,
): Own {
  if (principal.kind !== 'user' && principal.kind !== 'roleSession' && principal.kind !== 'federatedUser')
    return NO_OWN;
  const account = findAccount(world, principal.account);
  if (!account) return NO_OWN;
  const accounts = byAccount.get(managed) ?? new WeakMap<Account, Map<string, Own>>();
  byAccount.set(managed, accounts);
  const identities = accounts.get(account) ?? new Map<string, Own>();
  accounts.set(account, identities);
  const key =
    principal.kind === 'roleSession'
      ? `role ${principal.roleName} ${roleId ?? ''}`
      : `user ${principal.kind === 'user' ? principal.name : issuerName(principal)}`;
  const known = identities.get(key);
  if (known !== undefined) return known;
  const found =
    principal.kind === 'roleSession'
      ? policiesOfRole(world, account, principal.roleName, roleId, managed)
      : policiesOfUser(
          world,
          account,
          principal.kind === 'user' ? principal.name : issuerName(principal),
          managed,
        );
  identities.set(key, found);
  return found;
}

/** Empty for sessions of the root user. */
const issuerName = ({ issuer }: Extract<Principal, { kind: 'federatedUser' }>): string =>
  /:user\/(?:.*\/)?([^/]+)$/.exec(issuer ?? '')?.[1] ?? '';

/** The identity-based policies and the boundary of a user, a group or a role, whoever asks. */
export function identityPolicies(
  world: World,
  account: Account,
  { kind, name }: { readonly kind: 'user' | 'group' | 'role'; readonly name: string },
  managed: ManagedPolicies,
): Own {
  switch (kind) {
    case 'user':
      return policiesOfUser(world, account, name, managed);
    case 'role':
      return policiesOfRole(world, account, name, undefined, managed);
    case 'group': {
      const group = lookup(account.groups, name);
      return group
        ? { identity: policiesOf(world, account, 'group', group, managed), boundary: null }
        : NO_OWN;
    }
  }
}

function policiesOfUser(world: World, account: Account, name: string, managed: ManagedPolicies): Own {
  const user = findUser(account, name);
  if (!user) return NO_OWN;
  const ofGroups = groupsOf(account, user).flatMap((group) =>
    policiesOf(world, account, 'group', group, managed),
  );
  return {
    identity: [
      ...policiesOf(world, account, 'user', user, managed),
      ...ofGroups,
      ...ownPasswordPolicy(account, user),
    ],
    boundary: boundaryOf(world, account, user, managed),
  };
}

/**
 * "Allow users to change their own password" of the password policy, as the identity-based policy that it amounts to:
 * boundaries and denials bind it as they bind others, and a decision can name it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html
 */
const ownPasswordPolicy = (account: Account, user: User): AppliedPolicy[] =>
  account.passwordPolicy?.allowUsersToChange
    ? applied({
        source: { id: 'password-policy', name: 'Password policy', kind: 'accountSetting' },
        account: account.id,
        text: ownPasswordText(userArn(account, user)),
        version: null,
        type: 'identity',
        editable: false,
      })
    : [];

const ownPasswordText = (user: Arn): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: user },
        { Effect: 'Allow', Action: 'iam:GetAccountPasswordPolicy', Resource: '*' },
      ],
    },
    null,
    2,
  );

/** A role that was made again under the same name lends the sessions of the one before nothing. */
function policiesOfRole(
  world: World,
  account: Account,
  name: string,
  id: string | undefined,
  managed: ManagedPolicies,
): Own {
  const role = id === undefined ? lookup(account.roles, name) : roleBehind(account, name, id);
  if (!role) return NO_OWN;
  return {
    identity: policiesOf(world, account, 'role', role, managed),
    boundary: boundaryOf(world, account, role, managed),
  };
}

function boundaryOf(
  world: World,
  account: Account,
  { boundary }: User | Role,
  managed: ManagedPolicies,
): AppliedPolicy | null {
  if (boundary === null) return null;
  return applied(managedPolicy(world, account.id, boundary, managed))[0] ?? null;
}

/** The identity-based policies that a user, group or role has itself. */
export function policiesOf(
  world: World,
  account: Account,
  kind: 'user' | 'group' | 'role',
  identity: User | Group | Role,
  managed: ManagedPolicies,
): AppliedPolicy[] {
  const via = { kind, name: identity.name };
  return [
    ...inlinePolicies(account, via, identity.inline),
    ...identity.attached.map((arn) => managedPolicy(world, account.id, arn, managed)),
  ].flatMap((stored) => applied(stored, via));
}

/**
 * Null: made without any. A policy that is no more allows nothing. The task policies of AssumeRoot are made of Deny alone:
 * they fence what is allowed to the root user, which is everything.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/S3UnlockBucketPolicy.html
 */
function sessionPolicies(
  world: World,
  principal: Principal,
  managed: ManagedPolicies,
  { policies }: RequestSession,
): readonly AppliedPolicy[] | null {
  if (!policies || (policies.policy === null && policies.policyArns.length === 0)) return null;
  const { policy, policyArns } = policies;
  const account = 'account' in principal ? principal.account : '';
  const passed =
    policy === null
      ? []
      : applied({
          source: { id: 'session', name: 'Session policy', kind: 'session' },
          account,
          text: policy,
          version: null,
          type: 'identity',
          editable: false,
        });
  const named = policyArns.flatMap((arn) => asSession(applied(managedPolicy(world, account, arn, managed))));
  return principal.kind === 'root' && named.length > 0
    ? [...passed, ...named, ...rootPermissions(account)]
    : [...passed, ...named];
}

/**
 * The task policies of AssumeRoot do nothing but deny: what they leave, the session may do, as the root user may.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
 */
const rootPermissions = (account: AccountId): AppliedPolicy[] =>
  applied({
    source: { id: 'assume-root', name: 'Permissions of the root user', kind: 'session' },
    account,
    text: EVERYTHING,
    version: null,
    type: 'identity',
    editable: false,
  });

const EVERYTHING = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  null,
  2,
);

const asSession = (policies: readonly AppliedPolicy[]): AppliedPolicy[] =>
  policies.map(({ source, document }) => ({ source: { ...source, kind: 'session' }, document }));

function resourcePolicies(world: World, { action, resource }: Request): readonly AppliedPolicy[] {
  // A bucket of that name may be there, and is not the one that is to be made.
  if (action.toLowerCase() === 's3:createbucket') return NOTHING;
  const holder = policyHolder(world, resource);
  if (holder) return remembered(holder.resource, () => applied(resourcePolicy(holder, resource)));
  const missing = missingKey(world, resource);
  if (missing) return applied(resourcePolicy(missing, resource));
  // A trust policy has a say in who assumes the role, and in nothing else that is done with it.
  const found = action.toLowerCase().startsWith('sts:') ? roleOfArn(world, resource) : null;
  if (!found) return NOTHING;
  const trust = remembered(found.role, () => applied(trustPolicy(found.account, found.role)));
  return boundTrust(world, found.role, trust);
}

/**
 * A KMS key that is not there has no policy that could refuse: within its account, identity-based policies decide who is
 * told that there is none. Others are refused, whether it is there or not.
 */
function missingKey(
  world: World,
  resource: Arn | '*',
): Pick<PolicyHolder, 'account' | 'name' | 'policy'> | null {
  const { service, account: id = '', resource: name = '' } = parseArn(resource) ?? {};
  const account = service === 'kms' && name.startsWith('key/') ? findAccount(world, id) : null;
  return account && { account, name: name.slice('key/'.length), policy: defaultKeyPolicy(account.id) };
}

function grantsOf(world: World, resource: Arn | '*'): ApplicablePolicies['grants'] | null {
  if (!resource.startsWith('arn:aws:kms:')) return null;
  const holder = policyHolder(world, resource);
  const key = holder && lookup(holder.account.kmsKeys, holder.name);
  const grants = key ? valuesOf(key.grants) : [];
  return grants.length === 0 ? null : grants;
}

function endpointOf(
  world: World,
  { endpoint }: RequestSession,
): Pick<ApplicablePolicies, 'endpoint' | 'endpointKind'> | null {
  const account = endpoint && findAccount(world, endpoint.account);
  const found = endpoint && account && lookup(account.vpcEndpoints, endpoint.id);
  if (!found) return null;
  const policy = remembered(found, () =>
    applied({
      source: { id: `endpoint:${found.id}`, name: found.id, kind: 'endpoint' },
      account: account.id,
      text: found.policy ?? OPEN_ENDPOINT,
      version: null,
      type: 'resource',
      editable: false,
    }),
  );
  return {
    endpoint: policy[0] ?? null,
    endpointKind: found.type === 'Gateway' ? 'gateway' : 'interface',
  };
}

/** What every endpoint has until somebody writes another. */
export const OPEN_ENDPOINT = JSON.stringify(
  { Statement: [{ Action: '*', Effect: 'Allow', Principal: '*', Resource: '*' }] },
  null,
  2,
);

function remembered(resource: object, find: () => readonly AppliedPolicy[]): readonly AppliedPolicy[] {
  const known = byResource.get(resource);
  if (known !== undefined) return known;
  const found = find();
  byResource.set(resource, found);
  return found;
}

/** A stored policy, parsed. Empty for a text that is not a policy. */
export function applied(stored: StoredPolicy | null, via?: PolicySource['via']): AppliedPolicy[] {
  if (!stored) return [];
  const { document } = parsedPolicy(stored.text);
  return document ? [{ source: via ? { ...stored.source, via } : stored.source, document }] : [];
}
