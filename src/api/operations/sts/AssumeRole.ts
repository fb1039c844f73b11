// sts:AssumeRole: a session of a role, for a user or for a session of another role.
import type { Caller } from '../../../account/caller.ts';
import type { EventFields } from '../../../account/event.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import { callerArn } from '../../caller.ts';
import { awsError } from '../../errors.ts';
import { operation, type AuthorizationRequest } from '../../operation.ts';
import { settingTags } from '../iam/tags.ts';
import { mfaError, mfaKeys } from './mfa.ts';
import {
  EXTERNAL_ID,
  LONG_SESSION_POLICY,
  MFA,
  POLICY_ARNS,
  PROVIDED_CONTEXTS,
  ROLE_ARN,
  ROLE_DURATION,
  ROLE_SESSION_NAME,
  SESSION_TAGS,
  SOURCE_IDENTITY,
  TRANSITIVE_TAG_KEYS,
} from './parameters.ts';
import { assumed, roleArnError } from './role-session.ts';
import { inheritedTags, sessionTagError, sessionTags, transitiveKeys } from './session-tags.ts';

/**
 * Asked are the policies of the caller and the trust policy of the role; for tags, a source identity and contexts once
 * more each, also for those that a chain of roles hands on. A role that does not exist is denied like any other.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining
 */
export const AssumeRole = operation({
  name: 'sts:AssumeRole',
  readOnly: true,
  cli: 'sts assume-role',
  parameters: {
    RoleArn: ROLE_ARN,
    RoleSessionName: ROLE_SESSION_NAME,
    PolicyArns: POLICY_ARNS,
    Policy: LONG_SESSION_POLICY,
    DurationSeconds: ROLE_DURATION,
    Tags: SESSION_TAGS,
    TransitiveTagKeys: TRANSITIVE_TAG_KEYS,
    ExternalId: EXTERNAL_ID,
    ...MFA,
    SourceIdentity: SOURCE_IDENTITY,
    ProvidedContexts: PROVIDED_CONTEXTS,
  },
  validate: (input, scene) =>
    roleArnError(input) ?? sessionTagError(input, inheritedTags(scene.caller)) ?? mfaError(input, scene),
  authorization: (_world, caller, input) => {
    const { RoleArn: resource, Tags, SourceIdentity, ProvidedContexts } = input;
    const { ExternalId } = input;
    const context: RequestContext = {
      ...mfaKeys(input),
      ...transitiveKeys(input),
      'sts:RoleSessionName': input.RoleSessionName,
      ...(ExternalId !== undefined && { 'sts:ExternalId': ExternalId }),
      ...(SourceIdentity !== undefined && { 'sts:SourceIdentity': SourceIdentity }),
      ...providerKeys(ProvidedContexts),
    };
    const asked = (action: AuthorizationRequest['action']): AuthorizationRequest => ({
      action,
      resource,
      context,
      ...settingTags(Tags),
    });
    return [
      asked('sts:AssumeRole'),
      ...(Tags?.length || Object.keys(inheritedTags(caller)).length > 0 ? [asked('sts:TagSession')] : []),
      ...((SourceIdentity ?? inheritedIdentity(caller)) === null ? [] : [asked('sts:SetSourceIdentity')]),
      ...(ProvidedContexts?.length ? [asked('sts:SetContext')] : []),
    ];
  },
  recorded: (caller): EventFields => {
    const inherited = inheritedTags(caller);
    return Object.keys(inherited).length === 0 ? {} : { incomingTransitiveTags: inherited };
  },
  perform: (scene, input) => {
    const { caller } = scene;
    const { RoleArn, RoleSessionName, SourceIdentity, DurationSeconds } = input;
    const refused = (action: string) =>
      awsError(
        'AccessDenied',
        `User: ${callerArn(scene.world, caller)} is not authorized to perform: ${action} on resource: ${RoleArn}`,
      );
    const inherited = inheritedIdentity(caller);
    if (inherited !== null && SourceIdentity !== undefined && SourceIdentity !== inherited)
      return err(refused('sts:SetSourceIdentity'));
    // Only IAM Identity Center makes context assertions, and it is not simulated: none can be good.
    if (input.ProvidedContexts?.length)
      return err(awsError('ValidationError', 'The provided context assertion is invalid.'));
    const mfa = mfaOf(caller);
    const session = assumed(scene, {
      roleArn: RoleArn,
      sessionName: RoleSessionName,
      origin: { kind: 'assumeRole', mfa },
      mfa,
      chained: isChaining(caller),
      ...sessionTags(input, inheritedTags(caller)),
      sourceIdentity: SourceIdentity ?? inherited,
      policies: input,
      ...(DurationSeconds !== undefined && { duration: DurationSeconds }),
      refused: refused('sts:AssumeRole'),
    });
    return session.ok ? ok({ output: session.value, changes: [] }) : session;
  },
});

const inheritedIdentity = (caller: Caller): string | null =>
  caller.kind === 'roleSession' ? caller.sourceIdentity : null;

/**
 * A code that is given to AssumeRole counts in that call, for the trust policy, and no further: its temporary credentials say
 * nothing of it. What the credentials of the caller say of MFA goes on in those of the role, also along a chain.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
const mfaOf = (caller: Caller): Instant | null =>
  caller.kind === 'anonymous' || caller.credentials.kind === 'accessKey' ? null : caller.credentials.mfa;

/**
 * Whether a role that this caller assumes is one of a chain. Of credentials of the console AWS says that roles switched
 * to with them may last up to twelve hours.
 */
export const isChaining = (caller: Caller): boolean =>
  caller.kind === 'roleSession' || (caller.kind === 'user' && caller.credentials.kind === 'sessionToken');

function providerKeys(contexts: readonly { readonly ProviderArn?: Arn }[] = []): RequestContext {
  const providers = contexts.flatMap(({ ProviderArn }) => ProviderArn ?? []);
  return contexts.length === 0 ? {} : { 'sts:RequestContextProviders': providers };
}
