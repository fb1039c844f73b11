// Carried: what credentials say of whoever signs with them, beside the name: in rows, each with what follows from it.
import { isFederated, type Caller, type RoleSession, type SessionPolicies } from '../../account/caller.ts';
import type { Instant } from '../../aws/instant.ts';
import { inWords } from './when.ts';

export interface Carried {
  readonly name: string;
  readonly value: string;
  /** What it means. */
  readonly note?: string;
  /** Says that something is not there, of which nothing follows. */
  readonly idle?: true;
}

export function carried(caller: Caller): Carried[] {
  switch (caller.kind) {
    case 'anonymous':
      return [];
    case 'user':
      return ofUser(caller);
    case 'root':
      return [...ofUser(caller), ...task(caller.task)];
    case 'federatedUser':
      return [
        NO_MFA_KNOWN,
        {
          name: 'Vouched for by',
          value: caller.issuer.kind === 'root' ? 'the root user' : caller.issuer.name,
          note: 'What that user loses, this session loses.',
        },
        ...(policies(caller.policies) ?? [
          {
            name: 'Session policies',
            value: 'none',
            note: 'Nothing is allowed but what policies of resources grant to this very federated user.',
          },
        ]),
        ...tags(caller.sessionTags, []),
      ];
    case 'roleSession':
      return ofRole(caller);
  }
}

const ofRole = (session: RoleSession): Carried[] => [
  isFederated(session)
    ? NO_MFA_KNOWN
    : {
        ...mfa(session.credentials),
        ...(session.origin.kind === 'assumeRole' && {
          note:
            session.credentials.mfa === null
              ? 'A code that is given to AssumeRole counts in that call only.'
              : 'As in the credentials that assumed the role; a code that is given to AssumeRole counts in that call only.',
        }),
      },
  session.chained
    ? { name: 'Role chaining', value: 'yes', note: 'One hour at most, whatever the role allows.' }
    : { name: 'Role chaining', value: 'no', idle: true },
  ...(policies(session.policies) ?? [
    {
      name: 'Session policies',
      value: 'none',
      note: 'The session may do all that its role may.',
      idle: true,
    },
  ]),
  ...tags(session.sessionTags, session.transitiveTags),
  session.sourceIdentity === null
    ? { name: 'Source identity', value: 'not set', idle: true }
    : {
        name: 'Source identity',
        value: session.sourceIdentity,
        note: 'Stays the same in every role after this one.',
      },
];

function ofUser({ credentials }: Extract<Caller, { kind: 'user' | 'root' }>): Carried[] {
  if (credentials.kind === 'accessKey') return [];
  const bare = credentials.kind === 'sessionToken' && credentials.mfa === null;
  return [{ ...mfa(credentials), ...(bare && { note: 'Calls to IAM are refused.' }) }];
}

const task = (arn: string | undefined): Carried[] =>
  arn === undefined
    ? []
    : [{ name: 'Task policy', value: arn, note: 'Nothing beyond this task is allowed.' }];

/** At a sign-in it may have been a passkey, which has no codes; GetSessionToken takes codes only. */
const MFA_WORDS = {
  console: 'yes, with a device at the sign-in',
  sessionToken: 'yes, with a code given',
  role: 'yes, proven',
  assumeRoot: 'yes, proven',
} as const;

const mfa = ({
  kind,
  mfa: given,
}: {
  readonly kind: keyof typeof MFA_WORDS;
  readonly mfa: Instant | null;
}): Carried => ({
  name: 'MFA',
  value: given === null ? 'no' : `${MFA_WORDS[kind]} ${inWords(given, 'long')}`,
});

/** Whatever an identity provider asked for, AWS is not told. */
const NO_MFA_KNOWN: Carried = {
  name: 'MFA',
  value: 'unknown',
  note: 'The key aws:MultiFactorAuthPresent is absent from its requests.',
};

/** Null: none was passed. */
function policies({ policy, policyArns }: SessionPolicies): Carried[] | null {
  const parts = [...(policy === null ? [] : [policy]), ...policyArns];
  return parts.length === 0
    ? null
    : parts.map((value, at) => ({
        name: at === 0 ? 'Session policies' : 'and',
        value,
        ...(at === 0 && { note: 'Only what they allow as well is allowed.' }),
      }));
}

function tags(given: Readonly<Record<string, string>>, transitive: readonly string[]): Carried[] {
  const rows = Object.entries(given);
  if (rows.length === 0) return [{ name: 'Session tags', value: 'none', idle: true }];
  const goesOn = new Set(transitive.map((key) => key.toLowerCase()));
  return rows.map(([key, value]) => ({
    name: `Session tag ${key}`,
    value,
    note: goesOn.has(key.toLowerCase())
      ? 'Transitive: the next role of a chain inherits it.'
      : 'Not transitive: ends with this role.',
  }));
}
