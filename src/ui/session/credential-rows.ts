// Credentials of a link: what they are and what they carry, in rows, each with what follows from it.
import { expiryOf } from '../../account/caller.ts';
import type { World } from '../../account/world.ts';
import type { Link } from '../../session/facts.ts';
import { carried, type Carried } from '../shared/carried.ts';
import { identityArn, identityName } from '../shared/identity.ts';
import { inWords } from '../shared/when.ts';
import { WAY_WORDS } from './words.ts';

const PREFIXES: Readonly<Record<string, string>> = {
  AKIA: 'AKIA: an access key, good until it is deactivated or deleted',
  ASIA: 'ASIA: temporary credentials, worth nothing without their session token',
};

/** @param before The link that made the call; null for the first. */
export function credentialRows(world: World, { way, caller }: Link, before: Link | null): Carried[] {
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
    ...carried(caller),
  ];
}
