// Carried: what the credentials of a link are and hold, in rows, each with what follows from it.
import { expiryOf, type Caller, type SessionPolicies } from '../../account/caller.ts';
import type { World } from '../../account/world.ts';
import type { Link } from '../../session/facts.ts';
import { identityArn, identityName } from '../shared/identity.ts';
import { inWords } from '../shared/when.ts';
import { WAY_WORDS } from './words.ts';

export interface Row {
  readonly name: string;
  readonly value: string;
  /** What it means. */
  readonly note?: string;
}

const PREFIXES: Readonly<Record<string, string>> = {
  AKIA: 'AKIA: an access key, good until it is deactivated or deleted',
  ASIA: 'ASIA: temporary credentials, worth nothing without their session token',
};

/** @param before The link that made the call; null for the first. */
export function carried(world: World, { way, caller }: Link, before: Link | null): Row[] {
  if (caller.kind === 'anonymous')
    return [{ name: 'Credentials', value: 'none', note: 'Requests are sent unsigned.' }];
  const { accessKeyId } = caller.credentials;
  const expires = expiryOf(caller);
  const prefix = PREFIXES[accessKeyId.slice(0, 4)];
  const arn = identityArn(world, caller);
  return [
    ...(arn === null ? [] : [{ name: 'ARN', value: arn }]),
    {
      name: 'Issued by',
      value: WAY_WORDS[way],
      ...(before && { note: `to ${identityName(before.caller)}` }),
    },
    { name: 'Access key ID', value: accessKeyId, ...(prefix !== undefined && { note: prefix }) },
    ...('issued' in caller.credentials
      ? [{ name: 'Issued', value: inWords(caller.credentials.issued, 'long') }]
      : []),
    expires === null
      ? {
          name: 'Ends',
          value: 'never',
          note: 'A key that leaks stays good. That is why sessions are preferred.',
        }
      : { name: 'Ends', value: inWords(expires, 'long') },
    ...mfaRow(caller),
    ...ofSession(caller),
  ];
}

function mfaRow({ credentials }: Exclude<Caller, { kind: 'anonymous' }>): Row[] {
  if (credentials.kind === 'accessKey') return [];
  return [
    credentials.mfa === null
      ? { name: 'MFA', value: 'no' }
      : { name: 'MFA', value: `code given ${inWords(credentials.mfa, 'long')}` },
  ];
}

function ofSession(caller: Exclude<Caller, { kind: 'anonymous' }>): Row[] {
  switch (caller.kind) {
    case 'user':
      return [];
    case 'root':
      return caller.task === undefined
        ? []
        : [{ name: 'Task policy', value: caller.task, note: 'Nothing beyond this task is allowed.' }];
    case 'federatedUser':
      return [
        {
          name: 'Vouched for by',
          value: caller.issuer.kind === 'root' ? 'the root user' : caller.issuer.name,
          note: 'What that user loses, this session loses.',
        },
        ...policiesRow(caller.policies, 'None: nothing is allowed but what policies of resources grant.'),
        ...tagRows(caller.sessionTags, []),
      ];
    case 'roleSession':
      return [
        { name: 'Session name', value: caller.sessionName },
        {
          name: 'Role chaining',
          value: caller.chained ? 'yes' : 'no',
          ...(caller.chained && { note: 'Made with temporary credentials: an hour at most.' }),
        },
        ...policiesRow(caller.policies, 'None: the session may do all that its role may.'),
        ...tagRows(caller.sessionTags, caller.transitiveTags),
        caller.sourceIdentity === null
          ? { name: 'Source identity', value: 'not set' }
          : {
              name: 'Source identity',
              value: caller.sourceIdentity,
              note: 'Stays the same in every role after this one.',
            },
      ];
  }
}

function policiesRow({ policy, policyArns }: SessionPolicies, none: string): Row[] {
  const parts = [...(policy === null ? [] : [policy]), ...policyArns];
  return parts.length === 0
    ? [{ name: 'Session policies', value: 'none', note: none.replace('None: ', '') }]
    : parts.map((value, at) => ({
        name: at === 0 ? 'Session policies' : 'and',
        value,
        ...(at === 0 && { note: 'Only what they allow as well is allowed.' }),
      }));
}

function tagRows(tags: Readonly<Record<string, string>>, transitive: readonly string[]): Row[] {
  const rows = Object.entries(tags);
  if (rows.length === 0) return [{ name: 'Session tags', value: 'none' }];
  const goesOn = new Set(transitive.map((key) => key.toLowerCase()));
  return rows.map(([key, value]) => ({
    name: `Session tag ${key}`,
    value,
    note: goesOn.has(key.toLowerCase())
      ? 'transitive: the next role of a chain inherits it'
      : 'not transitive: ends with this role',
  }));
}
