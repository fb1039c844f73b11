// sts:GetFederationToken: a session for somebody whom a user vouches for, within what the user itself may do.
import type { FederatedUser } from '../../../account/caller.ts';
import { findAccount } from '../../../account/find.ts';
import { federatedUserArn, userBehind } from '../../../account/principal.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Scene } from '../../operation.ts';
import { settingTags } from '../iam/tags.ts';
import { FEDERATION_NAME, SESSION_POLICIES, SESSION_TAGS, USER_DURATION } from './parameters.ts';
import { handedOut } from './session-credentials.ts';
import { packed } from './session-policies.ts';
import { sessionTagError, tagsOf } from './session-tags.ts';
import { temporaryKey } from './temporary-key.ts';
import { userSessionDuration } from './user-session.ts';

/**
 * Only long-term credentials may call. Without a session policy the session may do nothing but what resource-based
 * policies allow the federated user itself. The answer shows the packed size also of nothing.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export const GetFederationToken = operation({
  name: 'sts:GetFederationToken',
  readOnly: true,
  cli: 'sts get-federation-token',
  parameters: {
    Name: FEDERATION_NAME,
    Policy: SESSION_POLICIES.Policy,
    PolicyArns: SESSION_POLICIES.PolicyArns,
    DurationSeconds: USER_DURATION,
    Tags: SESSION_TAGS,
  },
  validate: (input) => sessionTagError(input, {}),
  authorization: (_world, { account }, { Name, Tags }) => {
    const asked = { resource: federatedUserArn({ account, name: Name }), ...settingTags(Tags) };
    return [
      { action: 'sts:GetFederationToken', ...asked },
      ...(Tags?.length ? [{ action: 'sts:TagSession', ...asked } as const] : []),
    ];
  },
  perform: (scene, input) => {
    const { caller, env } = scene;
    const { account } = caller;
    const issuer = issuerOf(scene);
    if (!issuer)
      return err(awsError('AccessDenied', 'Cannot call GetFederationToken with session credentials'));
    const tags = tagsOf(input);
    const narrowed = packed(scene, account, input, tags);
    if (!narrowed.ok) return narrowed;
    const seconds = userSessionDuration(caller, input.DurationSeconds);
    const session: FederatedUser = {
      kind: 'federatedUser',
      account,
      name: input.Name,
      issuer,
      sessionTags: tags,
      policies: narrowed.value.policies,
      credentials: temporaryKey('federation', account, env, seconds, null),
    };
    return ok({
      output: {
        Credentials: handedOut(session, env),
        FederatedUser: { FederatedUserId: `${account}:${input.Name}`, Arn: federatedUserArn(session) },
        PackedPolicySize: narrowed.value.size ?? 0,
      },
      changes: [],
    });
  },
});

function issuerOf({ world, caller }: Scene): FederatedUser['issuer'] | null {
  if (caller.kind === 'root') return { kind: 'root' };
  const account = findAccount(world, caller.account);
  const user = account && caller.kind === 'user' ? userBehind(account, caller) : null;
  return user && { kind: 'user', name: user.name, id: user.id };
}
