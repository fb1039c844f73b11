// sts:AssumeRoleWithWebIdentity: a session of a role, for somebody with a token of an OpenID Connect provider.
import { parseArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import type { WebIdentity } from '../../../evaluation/context-keys/web-identity-keys.ts';
import { webIdentityAsker } from '../../asker.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { claimRequests } from './claimed.ts';
import {
  PROVIDER_ID,
  ROLE_ARN,
  ROLE_DURATION,
  ROLE_SESSION_NAME,
  SESSION_POLICIES,
  WEB_IDENTITY_TOKEN,
} from './parameters.ts';
import { assumed, roleArnError } from './role-session.ts';
import { sessionTags } from './session-tags.ts';
import {
  authorizedByProvider,
  isOfProvider,
  notAuthorized,
  webIdentityCall,
  webIdentityRefusal,
  type WebIdentityCall,
} from './web-identity-call.ts';

/**
 * Nobody signs the call: the token is believed or not, and then the trust policy alone decides.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export const AssumeRoleWithWebIdentity = operation({
  name: 'sts:AssumeRoleWithWebIdentity',
  readOnly: true,
  cli: 'sts assume-role-with-web-identity',
  parameters: {
    RoleArn: ROLE_ARN,
    RoleSessionName: ROLE_SESSION_NAME,
    WebIdentityToken: WEB_IDENTITY_TOKEN,
    ProviderId: PROVIDER_ID,
    ...SESSION_POLICIES,
    DurationSeconds: ROLE_DURATION,
  },
  validate: (input) =>
    roleArnError(input) ??
    (input.ProviderId === undefined || ['www.amazon.com', 'graph.facebook.com'].includes(input.ProviderId)
      ? null
      : awsError('ValidationError', `${input.ProviderId} is invalid`)),
  identify: (world, input, env) => {
    const call = webIdentityCall(input);
    const account = parseArn(input.RoleArn)?.account ?? '';
    const refused = webIdentityRefusal(world, input, call, env);
    const named = ({ identity: { provider }, audience, subject }: WebIdentityCall) =>
      ({
        type: 'WebIdentityUser',
        principalId: `${provider}:${audience}:${subject}`,
        userName: subject,
        identityProvider: provider,
      }) as const;
    if (refused || !call) {
      // Of what anybody could have written nobody is named.
      const known = call && call.subject !== '' && isOfProvider(world, call, env);
      const identity = known ? named(call) : ({ type: 'WebIdentityUser', principalId: '' } as const);
      return err({ error: refused ?? notAuthorized(), account, identity });
    }
    return ok({ asker: webIdentityAsker(call.identity), account, identity: named(call) });
  },
  authorization: (_world, _caller, input) => {
    const call = webIdentityCall(input);
    return call
      ? claimRequests('sts:AssumeRoleWithWebIdentity', input.RoleArn, input.RoleSessionName, call, {
          'sts:RoleAuthorizedByIdp': authorizedByProvider(call),
        })
      : [];
  },
  denial: notAuthorized,
  perform: (scene, input) => {
    const call = webIdentityCall(input);
    if (!call) return err(notAuthorized());
    const { DurationSeconds } = input;
    const session = assumed(scene, {
      roleArn: input.RoleArn,
      sessionName: input.RoleSessionName,
      origin: { kind: 'assumeRoleWithWebIdentity', identity: lasting(call.identity) },
      mfa: null,
      chained: false,
      ...sessionTags(call, {}),
      sourceIdentity: call.SourceIdentity,
      policies: input,
      ...(DurationSeconds !== undefined && { duration: DurationSeconds }),
      refused: notAuthorized(),
    });
    if (!session.ok) return session;
    const output = {
      ...session.value,
      SubjectFromWebIdentityToken: call.subject,
      Audience: call.audience,
      Provider: call.identity.provider,
    };
    return ok({ output, changes: [] });
  },
});

const LASTING: readonly string[] = ['amr', 'app_id', 'aud', 'azp', 'id', 'sub', 'user_id'];

/** Of the claims, the requests of a session know no others. */
const lasting = ({ provider, claims }: WebIdentity): WebIdentity => ({
  provider,
  claims: Object.fromEntries(Object.entries(claims).filter(([name]) => LASTING.includes(name))),
});
