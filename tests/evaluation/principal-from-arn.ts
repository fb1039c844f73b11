// principalFrom: the principal that an ARN, or another way in which callers are written, stands for.
import { isAccountId, isArn, parseArn } from '../../src/aws/arn.ts';
import { err, ok, type Result } from '../../src/aws/result.ts';
import type { Principal } from '../../src/evaluation/request.ts';

/** Identity providers that AWS knows by host name. */
const BUILT_IN_PROVIDERS = [
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
];

/**
 * Reads a caller: the ARN of a root user, user, role session, federated user or identity provider; the host name of a
 * built-in identity provider; `"anonymous"`; or `{ "service": "s3.amazonaws.com" }`. The error says why it is none.
 */
export function principalFrom(value: unknown): Result<Principal, string> {
  if (value === 'anonymous') return ok({ kind: 'anonymous' });
  if (typeof value === 'string') return principalFromText(value);
  if (
    typeof value === 'object' &&
    value !== null &&
    'service' in value &&
    typeof value.service === 'string'
  ) {
    return ok({ kind: 'service', service: value.service });
  }
  return err('a principal is an ARN, "anonymous" or {"service": "…"}');
}

function principalFromText(text: string): Result<Principal, string> {
  if (BUILT_IN_PROVIDERS.includes(text)) return ok({ kind: 'federatedIdentity', provider: text });
  const parts = parseArn(text);
  if (parts === null || !isArn(text)) return err(`${text} is not an ARN`);
  const { account } = parts;
  if (!isAccountId(account)) return err(`${text} names no account`);
  const [type, ...names] = parts.resource.split('/');
  const last = names.at(-1) ?? '';
  switch (`${parts.service}:${type}`) {
    case 'iam:root':
      if (names.length === 0) return ok({ kind: 'root', arn: text, account });
      break;
    case 'iam:user':
      if (last !== '') return ok({ kind: 'user', arn: text, account, name: last });
      break;
    case 'iam:saml-provider':
    case 'iam:oidc-provider':
      if (last !== '') return ok({ kind: 'federatedIdentity', provider: text });
      break;
    case 'sts:assumed-role': {
      const [roleName = '', sessionName = ''] = names;
      if (names.length === 2 && roleName !== '' && sessionName !== '') {
        return ok({ kind: 'roleSession', arn: text, account, roleName, sessionName });
      }
      break;
    }
    case 'sts:federated-user':
      if (names.length === 1 && last !== '')
        return ok({ kind: 'federatedUser', arn: text, account, name: last });
      break;
  }
  return err(`${text} is not a principal that can make a request`);
}
