// limits: calls that some callers cannot make at all, whatever the policies say.
import { askedAction } from './action.ts';
import type { Principal, Request } from './request.ts';

/** Why the call is closed. Each has its own words. */
export type Limit =
  /** The root user assumes no roles, and calls AssumeRoot no more than AssumeRole. */
  | 'rootAssumesNothing'
  /** GetSessionToken and GetFederationToken are for long-term credentials. */
  | 'longTermOnly'
  /** Of STS, credentials of GetSessionToken open only AssumeRole and GetCallerIdentity. */
  | 'notWithSessionToken'
  /** They open IAM only if a code of an MFA device was given for them. */
  | 'iamNeedsMfa'
  /** Of STS, a federated user may call only GetCallerIdentity. */
  | 'notForFederatedUsers'
  /** A federated user may call IAM only from the console. */
  | 'iamOnlyFromConsole'
  /** AssumeRoot is for the management account and for a delegated administrator. */
  | 'rootAccessAdministratorOnly';

/** To IAM, the credentials that these close are none that it knows. */
const UNKNOWN_TO_IAM: ReadonlySet<Limit | null> = new Set<Limit>(['iamNeedsMfa', 'iamOnlyFromConsole']);

/**
 * Whether IAM does not even take the credentials, whatever the policies say, instead of denying the call.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const isUnknownToIam = (request: Request): boolean => UNKNOWN_TO_IAM.has(limitOn(request));

/** Open to all credentials; and PassRole, which is no call of IAM but a permission that calls of other services need. */
const ALWAYS_OPEN: ReadonlySet<string> = new Set(['sts:getcalleridentity', 'iam:passrole']);

/** What credentials of GetSessionToken open of STS: AssumeRole, with the permissions that it needs where it sets more. */
const OPEN_TO_SESSION_TOKEN: ReadonlySet<string> = new Set([
  'assumerole',
  'tagsession',
  'setsourceidentity',
  'setcontext',
]);

/**
 * Null where the policies decide.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
 */
export function limitOn({ principal, action, facts }: Request): Limit | null {
  const { service, name, text } = askedAction(action);
  if (service !== 'sts' && service !== 'iam') return null;
  if (ALWAYS_OPEN.has(text)) return null;
  const limit = limitOnCaller(principal, service, name, facts?.console);
  if (limit !== null) return limit;
  const closed = service === 'sts' && name === 'assumeroot' && facts?.rootAccessAdministrator === false;
  return closed ? 'rootAccessAdministratorOnly' : null;
}

function limitOnCaller(
  principal: Principal,
  service: string,
  name: string,
  fromConsole: boolean | undefined,
): Limit | null {
  const forLongTerm = service === 'sts' && (name === 'getsessiontoken' || name === 'getfederationtoken');
  switch (principal.kind) {
    case 'user':
      if (forLongTerm && fromConsole) return 'longTermOnly';
      return limitOnSessionToken(principal, service, name, forLongTerm);
    case 'root':
      if (service === 'sts' && (name === 'assumerole' || name === 'assumeroot')) return 'rootAssumesNothing';
      if (forLongTerm && (principal.assumed || fromConsole)) return 'longTermOnly';
      return limitOnSessionToken(principal, service, name, forLongTerm);
    case 'roleSession':
      return forLongTerm ? 'longTermOnly' : null;
    case 'federatedUser':
      if (service === 'sts') return 'notForFederatedUsers';
      return fromConsole === false ? 'iamOnlyFromConsole' : null;
    default:
      return null;
  }
}

function limitOnSessionToken(
  { sessionToken }: Extract<Principal, { kind: 'user' | 'root' }>,
  service: string,
  name: string,
  forLongTerm: boolean,
): Limit | null {
  if (sessionToken === undefined) return null;
  if (service === 'iam') return sessionToken.mfa ? null : 'iamNeedsMfa';
  if (forLongTerm) return 'longTermOnly';
  return OPEN_TO_SESSION_TOKEN.has(name) ? null : 'notWithSessionToken';
}

/** What the limits turn on and the request does not say, in words; null for nearly every request. */
export function unstatedFact({ principal, action, facts }: Request): string | null {
  const { service, text } = askedAction(action);
  if (text === 'sts:assumeroot' && facts?.rootAccessAdministrator === undefined) {
    return "whether the caller's account is the management account or a delegated administrator";
  }
  if (principal.kind !== 'federatedUser' || service !== 'iam' || ALWAYS_OPEN.has(text)) return null;
  return facts?.console === undefined
    ? 'whether the call comes from a console session: outside the console, federated users cannot call IAM'
    : null;
}
