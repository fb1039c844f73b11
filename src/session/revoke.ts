// Revoke: the inline policy that ends the sessions of a role that there are, and those of them that are held here.
import type { Role } from '../account/world.ts';
import type { ApiCall } from '../api/call.ts';
import { addSeconds, type Instant } from '../aws/instant.ts';
import type { HeldSession, SessionFacts } from './facts.ts';

/** The name that the console of IAM gives to the policy: to revoke once more writes the same one anew. */
export const REVOKE_POLICY = 'AWSRevokeOlderSessions';

/**
 * Seconds by which the policy looks ahead: a session that is made while it spreads through AWS is revoked as well.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
export const REVOKE_AHEAD_SECONDS = 30;

/** Denies everything to every session that was issued before `now`, and for half a minute after it. */
export const revokeOlderSessions = (now: Instant): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: ['*'],
          Resource: ['*'],
          Condition: {
            DateLessThan: { 'aws:TokenIssueTime': addSeconds(now, REVOKE_AHEAD_SECONDS) },
          },
        },
      ],
    },
    null,
    4,
  );

/** What the button "Revoke active sessions" calls. */
export const revokeCall = (roleName: string, now: Instant): ApiCall<'iam:PutRolePolicy'> => ({
  operation: 'iam:PutRolePolicy',
  input: { RoleName: roleName, PolicyName: REVOKE_POLICY, PolicyDocument: revokeOlderSessions(now) },
});

/** The sessions in which somebody has become this role, wherever in the chain. */
export const heldOfRole = ({ held }: SessionFacts, { id }: Pick<Role, 'id'>): readonly HeldSession[] =>
  held.filter(({ links }) =>
    links.some(({ caller }) => caller.kind === 'roleSession' && caller.roleId === id),
  );
