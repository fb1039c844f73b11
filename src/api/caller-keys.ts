// The condition keys that a caller brings into every request: those that are there, and why others are not.
import { isFederated, type Caller } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import type { Instant } from '../aws/instant.ts';
import { credentialKeys } from '../evaluation/context-keys/credential-keys.ts';
import { principalKeys } from '../evaluation/context-keys/principal-keys.ts';
import type { ContextValue, RequestContext } from '../evaluation/request.ts';
import { askerOf } from './asker.ts';

/** Why a key is not in the requests of a caller. */
export type Absence =
  | 'unsigned'
  | 'noOrganization'
  | 'noTags'
  | 'rootHasNoTags'
  | 'onlyUsers'
  | 'longTermKey'
  | 'federated'
  | 'federatedUser'
  | 'noCode'
  | 'onlyRoleSessions'
  | 'noSourceIdentity'
  | 'onlyWebIdentity'
  | 'onlyAssumeRoot';

export type CallerKey =
  { readonly key: string; readonly value: ContextValue } | { readonly key: string; readonly absent: Absence };

/** Of a request that the caller makes itself; null when its credentials are no longer known. */
export function callerContext(world: World, caller: Caller, now: Instant): RequestContext | null {
  const asker = askerOf(world, caller);
  return asker && { ...principalKeys(asker.facts), ...credentialKeys(asker.facts, { kind: 'direct' }, now) };
}

/** Any tag stands for all of them. */
const TAG = 'aws:PrincipalTag/';

/**
 * The keys that every policy may count on, then those that come with these credentials alone. Null when the credentials are
 * no longer known.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function callerKeys(world: World, caller: Caller, now: Instant): readonly CallerKey[] | null {
  const context = callerContext(world, caller, now);
  if (!context) return null;
  const present = Object.entries(context).map(([key, value]) => ({ key, value }));
  const isAsked = ({ key }: { key: string }, [asked]: (typeof ASKED)[number]) =>
    asked === TAG ? key.startsWith(TAG) : key === asked;
  return [
    ...ASKED.flatMap((asked): CallerKey[] => {
      const found = present.filter((one) => isAsked(one, asked));
      const [key, why] = asked;
      return found.length > 0 ? found : [{ key: key === TAG ? `${TAG}…` : key, absent: why(caller) }];
    }),
    ...present.filter((one) => !ASKED.some((asked) => isAsked(one, asked))),
  ];
}

const isLongTerm = (caller: Caller): boolean =>
  caller.kind !== 'anonymous' && caller.credentials.kind === 'accessKey';

/** For all but nobody, of whom AWS knows nothing. */
const signed =
  (why: (caller: Caller) => Absence) =>
  (caller: Caller): Absence =>
    caller.kind === 'anonymous' ? 'unsigned' : why(caller);

const ofTemporary = (why: (caller: Caller) => Absence) =>
  signed((caller) => (isLongTerm(caller) ? 'longTermKey' : why(caller)));

/** GetFederationToken takes no code; an identity provider tells of none. */
function unknownMfa(caller: Caller): Absence {
  if (caller.kind === 'federatedUser') return 'federatedUser';
  return caller.kind === 'roleSession' && isFederated(caller) ? 'federated' : 'noCode';
}

/** In the order in which they are read, each with the reason why it is not there when it is not. */
const ASKED: readonly (readonly [key: string, absent: (caller: Caller) => Absence])[] = [
  ['aws:PrincipalType', signed(() => 'unsigned')],
  ['aws:PrincipalArn', signed(() => 'unsigned')],
  ['aws:PrincipalAccount', signed(() => 'unsigned')],
  ['aws:userid', signed(() => 'unsigned')],
  ['aws:username', signed(() => 'onlyUsers')],
  ['aws:PrincipalOrgID', signed(() => 'noOrganization')],
  ['aws:PrincipalOrgPaths', signed(() => 'noOrganization')],
  ['aws:PrincipalIsAWSService', signed(() => 'unsigned')],
  [TAG, signed(({ kind }) => (kind === 'root' ? 'rootHasNoTags' : 'noTags'))],
  ['aws:TokenIssueTime', ofTemporary(() => 'longTermKey')],
  ['aws:MultiFactorAuthPresent', ofTemporary(unknownMfa)],
  ['aws:MultiFactorAuthAge', ofTemporary(unknownMfa)],
  [
    'aws:SourceIdentity',
    signed(({ kind }) => (kind === 'roleSession' ? 'noSourceIdentity' : 'onlyRoleSessions')),
  ],
  ['aws:FederatedProvider', signed(() => 'onlyWebIdentity')],
  ['aws:AssumedRoot', signed(() => 'onlyAssumeRoot')],
];
