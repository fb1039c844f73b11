// Carried: what credentials say of whoever signs with them, beside the name, in rows to read.
import type { Caller, RoleSession, SessionPolicies } from '../../account/caller.ts';
import type { Instant } from '../../aws/instant.ts';
import { inWords } from '../shared/when.ts';

export interface Carried {
  readonly name: string;
  readonly value: string;
}

/** Rows that would say "none" are left out, where nothing follows from that. */
export function carried(caller: Caller): Carried[] {
  switch (caller.kind) {
    case 'roleSession':
      return ofRole(caller);
    case 'federatedUser':
      return [
        {
          name: 'Vouched for by',
          value: caller.issuer.kind === 'root' ? 'the root user' : caller.issuer.name,
        },
        ...tags(caller.sessionTags),
        {
          name: 'Session policies',
          value:
            passed(caller.policies) ??
            'none, so nothing is allowed but what policies of resources grant to this very federated user',
        },
      ];
    case 'root':
      return caller.task === undefined ? ofUser(caller) : [{ name: 'Task', value: caller.task }];
    case 'user':
      return ofUser(caller);
    case 'anonymous':
      return [];
  }
}

function ofRole(session: RoleSession): Carried[] {
  const policies = passed(session.policies);
  return [
    ...tags(session.sessionTags, session.transitiveTags),
    ...(session.sourceIdentity === null
      ? []
      : [{ name: 'Source identity', value: `${session.sourceIdentity}, for all roles after it` }]),
    ...(policies === null ? [] : [{ name: 'Session policies', value: policies }]),
    { name: 'MFA', value: mfa(session.credentials.mfa) },
    ...(session.chained
      ? [{ name: 'Role chaining', value: 'yes: one hour at most, whatever the role allows' }]
      : []),
  ];
}

function ofUser({ credentials }: Extract<Caller, { kind: 'user' | 'root' }>): Carried[] {
  if (credentials.kind === 'accessKey') return [];
  const bare = credentials.kind === 'sessionToken' && credentials.mfa === null;
  return [{ name: 'MFA', value: bare ? 'no, so calls to IAM are refused' : mfa(credentials.mfa) }];
}

const mfa = (given: Instant | null): string =>
  given === null ? 'no' : `yes, with a code given ${inWords(given, 'exact')}`;

function tags(given: Readonly<Record<string, string>>, transitive: readonly string[] = []): Carried[] {
  const handedOn = new Set(transitive.map((key) => key.toLowerCase()));
  return Object.entries(given).map(([key, value]) => ({
    name: `Tag ${key}`,
    value: `${value}${handedOn.has(key.toLowerCase()) ? ' (transitive)' : ''}`,
  }));
}

/** Null: none was passed. */
function passed({ policy, policyArns }: SessionPolicies): string | null {
  const parts = [
    ...(policy === null ? [] : ['the document that was sent']),
    ...policyArns.map((arn) => arn.slice(arn.lastIndexOf('/') + 1)),
  ];
  return parts.length === 0 ? null : `narrowed to ${parts.join(' and ')}`;
}
