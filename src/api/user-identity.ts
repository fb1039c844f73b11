// userIdentity: who made a call, as CloudTrail records it.
import type { Caller, RoleSession } from '../account/caller.ts';
import type { SessionContext, UserIdentity } from '../account/event.ts';
import { findAccount, userArn } from '../account/find.ts';
import type { PrincipalName } from '../account/principal.ts';
import { userBehind } from '../account/principal.ts';
import type { World } from '../account/world.ts';
import { rootArn } from '../aws/arn.ts';
import type { RoleCredentials } from '../evaluation/context-keys/caller-facts.ts';
import { callerArn, callerUserId } from './caller.ts';

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
export function userIdentity(world: World, caller: Caller): UserIdentity {
  if (caller.kind === 'anonymous') return { type: 'AWSAccount', principalId: '', accountId: 'anonymous' };
  return {
    ...namedIdentity(world, caller),
    accessKeyId: caller.credentials.accessKeyId,
    ...sessionContext(world, caller),
  };
}

const TYPES = {
  root: 'Root',
  user: 'IAMUser',
  roleSession: 'AssumedRole',
  federatedUser: 'FederatedUser',
} as const;

/** Without credentials, as in a sign-in. The root user has a name only where the account has an alias. */
export function namedIdentity(
  world: World,
  caller: Exclude<Caller, { kind: 'anonymous' }> | PrincipalName,
): UserIdentity {
  const alias = findAccount(world, caller.account)?.alias ?? undefined;
  const userName = caller.kind === 'user' ? caller.name : caller.kind === 'root' ? alias : undefined;
  return {
    type: TYPES[caller.kind],
    principalId: callerUserId(world, caller) ?? '',
    arn: callerArn(world, caller),
    accountId: caller.account,
    ...(userName === undefined ? {} : { userName }),
  };
}

function sessionContext(
  world: World,
  caller: Exclude<Caller, { kind: 'anonymous' }>,
): { readonly sessionContext?: SessionContext } {
  const { credentials } = caller;
  if (credentials.kind === 'accessKey') return {};
  const attributes: SessionContext['attributes'] = {
    creationDate: credentials.issued,
    mfaAuthenticated: credentials.mfa === null ? 'false' : 'true',
  };
  switch (caller.kind) {
    case 'root':
      return { sessionContext: { attributes, ...(caller.task !== undefined && { assumedRoot: 'true' }) } };
    case 'user':
      return { sessionContext: { attributes } };
    case 'roleSession':
      return {
        sessionContext: {
          sessionIssuer: roleIssuer(caller),
          ...webIdentity(caller.origin),
          attributes,
          ...(caller.sourceIdentity !== null && { sourceIdentity: caller.sourceIdentity }),
        },
      };
    case 'federatedUser': {
      const account = findAccount(world, caller.account);
      const user = account && caller.issuer.kind === 'user' ? userBehind(account, caller.issuer) : null;
      const issuer: SessionContext['sessionIssuer'] =
        account && user
          ? {
              type: 'IAMUser',
              principalId: user.id,
              arn: userArn(account, user),
              accountId: account.id,
              userName: user.name,
            }
          : {
              type: 'Root',
              principalId: caller.account,
              arn: rootArn(caller.account),
              accountId: caller.account,
            };
      return { sessionContext: { sessionIssuer: issuer, attributes } };
    }
  }
}

const roleIssuer = ({
  roleId,
  roleArn,
  account,
  roleName,
}: RoleSession): SessionContext['sessionIssuer'] => ({
  type: 'Role',
  principalId: roleId,
  arn: roleArn,
  accountId: account,
  userName: roleName,
});

const webIdentity = (origin: RoleCredentials): Pick<SessionContext, 'webIdFederationData'> =>
  origin.kind === 'assumeRoleWithWebIdentity'
    ? { webIdFederationData: { federatedProvider: origin.identity.provider, attributes: {} } }
    : {};
