// limit words: what is said of a call that is closed to its caller: the verdict, AWS's answer, and the rule.
import type { Limit } from '../limits.ts';
import type { Request } from '../request.ts';

interface LimitWords {
  /** After `Denied: `. */
  readonly verdict: string;
  /** AWS's own sentence; null where it is the general one. */
  readonly message: string | null;
  /** Two sentences. */
  readonly rule: string;
}

const INVALID_TOKEN = 'The security token included in the request is invalid.';
const CLOSED = 'Some calls are closed to some kinds of credentials. No policy can open them.';

export function limitWords(limit: Limit, { principal, action }: Request): LimitWords {
  const call = action.slice(action.indexOf(':') + 1);
  switch (limit) {
    case 'rootAssumesNothing':
      return {
        verdict: 'the root user cannot assume roles',
        message: call.toLowerCase() === 'assumerole' ? 'Roles may not be assumed by root accounts.' : null,
        rule: CLOSED,
      };
    case 'longTermOnly':
      return {
        verdict: `${principal.kind === 'roleSession' ? 'a role session' : 'a session'} cannot call ${action}`,
        message: `Cannot call ${call} with session credentials`,
        rule: CLOSED,
      };
    case 'notWithSessionToken':
      return {
        verdict: `credentials of GetSessionToken cannot call ${action}`,
        message: `Cannot call ${call} with session credentials`,
        rule: 'Of STS, credentials of GetSessionToken open only AssumeRole and GetCallerIdentity. No policy can open more.',
      };
    case 'iamNeedsMfa':
      return {
        verdict: 'credentials of GetSessionToken open IAM only with MFA',
        message: INVALID_TOKEN,
        rule: 'Credentials of GetSessionToken can call IAM only if an MFA code was given for them. No policy can open it.',
      };
    case 'notForFederatedUsers':
      return {
        verdict: `a federated user cannot call ${action}`,
        message: `Cannot call ${call} with session credentials`,
        rule: CLOSED,
      };
    case 'iamOnlyFromConsole':
      return {
        verdict: 'outside the console, a federated user cannot call IAM',
        message: INVALID_TOKEN,
        rule: 'Credentials of GetFederationToken cannot call IAM outside the console. No policy can open it.',
      };
    case 'rootAccessAdministratorOnly':
      return {
        verdict: 'the account is neither the management account nor a delegated administrator of root access',
        message: null,
        rule: 'Root access to member accounts is for the management account and for a delegated administrator. No policy can give it to another account.',
      };
  }
}
