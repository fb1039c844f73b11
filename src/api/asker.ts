// Asker: who asks for a permission, as the engine needs to know them: principal, facts for condition keys, session.
import type { RequestSession } from '../account/applicable.ts';
import { canonicalUserId } from '../account/canonical-user.ts';
import type { Caller, LongTermKey, UserSessionKey } from '../account/caller.ts';
import { findAccount, userArn } from '../account/find.ts';
import { organizationPath } from '../account/levels.ts';
import { federatedUserArn, principalOf, userBehind } from '../account/principal.ts';
import { roleBehind } from '../account/resource-policy.ts';
import { lookup } from '../account/table.ts';
import type { World } from '../account/world.ts';
import type { AccountId, Arn } from '../aws/arn.ts';
import type { AccountFacts } from '../evaluation/context-keys/account-facts.ts';
import type { CallerFacts, ServiceFacts, UserCredentials } from '../evaluation/context-keys/caller-facts.ts';
import type { SamlAssertion } from '../evaluation/context-keys/saml-keys.ts';
import type { WebIdentity } from '../evaluation/context-keys/web-identity-keys.ts';
import type { Principal, RequestFacts } from '../evaluation/request.ts';

export interface Asker {
  readonly principal: Principal;
  readonly facts: CallerFacts;
  readonly session: RequestSession;
  /** What of the caller no policy and no condition key holds. */
  readonly own: RequestFacts;
}

/** Null when the credentials of the caller are no longer known. */
export function askerOf(world: World, caller: Caller): Asker | null {
  const principal = principalOf(world, caller);
  return (
    principal && {
      principal,
      facts: factsOf(world, caller),
      session: sessionOf(caller),
      own: ownFacts(world, caller),
    }
  );
}

/** An identity that asks for a role with the assertion of its identity provider. */
export const samlAsker = (assertion: SamlAssertion): Asker => ({
  principal: { kind: 'federatedIdentity', provider: assertion.provider },
  facts: { kind: 'samlIdentity', assertion },
  session: {},
  own: {},
});

/** An identity that asks for a role with the token of its identity provider. */
export const webIdentityAsker = (identity: WebIdentity): Asker => ({
  principal: { kind: 'federatedIdentity', provider: identity.provider },
  facts: { kind: 'webIdentity', identity },
  session: {},
  own: {},
});

/**
 * A service that calls in its own name.
 * @param source What has made it call, for example the topic whose message it delivers.
 */
export function serviceAsker(
  world: World,
  service: string,
  source: { arn: Arn; account: AccountId } | null,
): Asker {
  const facts: ServiceFacts = {
    kind: 'service',
    name: service,
    names: [service],
    source: source && { arn: source.arn, account: accountFacts(world, source.account) },
  };
  return { principal: { kind: 'service', service }, facts, session: {}, own: {} };
}

function factsOf(world: World, caller: Caller): CallerFacts {
  if (caller.kind === 'anonymous') return { kind: 'anonymous' };
  const account = accountFacts(world, caller.account);
  const home = findAccount(world, caller.account);
  switch (caller.kind) {
    case 'root':
      return {
        kind: 'root',
        account,
        credentials:
          caller.credentials.kind === 'assumeRoot'
            ? { kind: 'assumeRoot', issued: caller.credentials.issued }
            : userCredentials(caller.credentials),
      };
    case 'user': {
      const user = home && userBehind(home, caller);
      return {
        kind: 'user',
        account,
        arn: home && user ? userArn(home, user) : `arn:aws:iam::${caller.account}:user/${caller.name}`,
        name: user?.name ?? caller.name,
        id: user?.id ?? null,
        tags: user?.tags ?? {},
        credentials: userCredentials(caller.credentials),
      };
    }
    case 'roleSession': {
      const role = home && roleBehind(home, caller.roleName, caller.roleId);
      return {
        kind: 'roleSession',
        account,
        roleArn: caller.roleArn,
        roleId: caller.roleId,
        sessionName: caller.sessionName,
        roleTags: role?.tags ?? {},
        sessionTags: caller.sessionTags,
        sourceIdentity: caller.sourceIdentity,
        signInSession: null,
        issued: caller.credentials.issued,
        credentials: caller.origin,
      };
    }
    case 'federatedUser': {
      const user = home && caller.issuer.kind === 'user' ? userBehind(home, caller.issuer) : null;
      return {
        kind: 'federatedUser',
        account,
        arn: federatedUserArn(caller),
        name: caller.name,
        userTags: user?.tags ?? {},
        sessionTags: caller.sessionTags,
        issued: caller.credentials.issued,
      };
    }
  }
}

function userCredentials(credentials: LongTermKey | UserSessionKey): UserCredentials {
  switch (credentials.kind) {
    case 'accessKey':
      return { kind: 'accessKey' };
    case 'console':
      return { kind: 'console', issued: credentials.issued, mfa: credentials.mfa };
    case 'sessionToken':
      return { kind: 'getSessionToken', issued: credentials.issued, mfa: credentials.mfa };
  }
}

function sessionOf(caller: Caller): RequestSession {
  switch (caller.kind) {
    case 'roleSession':
      return { roleId: caller.roleId, policies: caller.policies };
    case 'federatedUser':
      return { policies: caller.policies };
    case 'root':
      return caller.task === undefined ? {} : { policies: { policy: null, policyArns: [caller.task] } };
    default:
      return {};
  }
}

function ownFacts({ organization }: World, caller: Caller): RequestFacts {
  if (caller.kind === 'anonymous') return {};
  const administers =
    organization !== null &&
    (organization.managementAccount === caller.account ||
      lookup(organization.delegatedAdministrators, `iam.amazonaws.com/${caller.account}`) !== undefined);
  return {
    canonicalUserId: canonicalUserId(caller.account),
    console: caller.credentials.kind === 'console',
    rootAccessAdministrator: administers,
  };
}

/** An account with its place in the organization, if it is in there. */
export function accountFacts({ organization }: World, id: AccountId): AccountFacts {
  const path = organization && organizationPath(organization, id);
  return { id, organization: organization && path !== null ? { id: organization.id, path } : null };
}
