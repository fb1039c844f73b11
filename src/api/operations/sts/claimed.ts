// Claims of identity providers on a session: tags, a source identity, a name; and what is wrong with some.
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import { constraintError } from '../../constraints.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest } from '../../operation.ts';
import type { Tag } from '../../parameters.ts';
import { settingTags } from '../iam/tags.ts';
import { SESSION_TAGS, TRANSITIVE_TAG_KEYS } from './parameters.ts';
import { sessionTagError, transitiveKeys } from './session-tags.ts';

/** What a provider says of the session that it vouches for; tags are named as in calls. */
export interface Claimed {
  /** Null when it says none, and for providers that have no say in it. */
  readonly sessionName: string | null;
  readonly Tags: readonly Tag[];
  readonly TransitiveTagKeys: readonly string[];
  readonly SourceIdentity: string | null;
}

/** Tags are held to what the parameters of other calls are held to. */
export function claimError({ Tags, TransitiveTagKeys, SourceIdentity }: Claimed): AwsError | null {
  if (SourceIdentity !== null && !/^(?!aws:)[\w+=,.@-]{2,64}$/.test(SourceIdentity))
    return awsError(
      'InvalidIdentityToken',
      'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"',
    );
  const passed = { Tags, TransitiveTagKeys };
  return (
    constraintError('sts', { Tags: SESSION_TAGS, TransitiveTagKeys: TRANSITIVE_TAG_KEYS }, passed) ??
    sessionTagError(passed, {})
  );
}

/** The permissions that the trust policy has to give; `sts:AssumeRoleWithSAML` and its like first. */
export function claimRequests(
  action: AuthorizationRequest['action'],
  resource: Exclude<AuthorizationRequest['resource'], '*'>,
  sessionName: string,
  claimed: Claimed,
  keys: RequestContext,
): readonly AuthorizationRequest[] {
  const { Tags, SourceIdentity } = claimed;
  const context: RequestContext = {
    ...keys,
    ...transitiveKeys(claimed),
    'sts:RoleSessionName': sessionName,
    ...(SourceIdentity !== null && { 'sts:SourceIdentity': SourceIdentity }),
  };
  const asked = (each: AuthorizationRequest['action']): AuthorizationRequest => ({
    action: each,
    resource,
    context,
    ...settingTags(Tags),
  });
  return [
    asked(action),
    ...(Tags.length > 0 ? [asked('sts:TagSession')] : []),
    ...(SourceIdentity === null ? [] : [asked('sts:SetSourceIdentity')]),
  ];
}
