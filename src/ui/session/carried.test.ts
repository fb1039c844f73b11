// What the credentials of each kind are said to be and to hold.
import { expect, test } from 'vitest';
import { federated, noorWithKey, noorWithToken, session, STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { ANONYMOUS, type Caller } from '../../account/caller.ts';
import type { Link, Way } from '../../session/facts.ts';
import { carried } from './carried.ts';

const link = (way: Way, caller: Caller): Link => ({ way, caller, display: null });
const rows = (way: Way, caller: Caller, before: Link | null = null) =>
  Object.fromEntries(
    carried(STS_WORLD, link(way, caller), before).map(({ name, value, note }) => [
      name,
      `${value}|${note ?? ''}`,
    ]),
  );

test('an access key does not end', () => {
  const found = rows('accessKey', noorWithKey);
  expect(found['Access key ID']).toMatch(/^AKIA.*AKIA: an access key/);
  expect(found['Ends']).toMatch(/^never/);
  expect(found).not.toHaveProperty('MFA');
});

test('a session token is temporary', () => {
  const found = rows('sessionToken', noorWithToken, link('accessKey', noorWithKey));
  expect(found['Access key ID']).toMatch(/^ASIA.*temporary/);
  expect(found['Issued by']).toBe('GetSessionToken|to noor');
  expect(found['MFA']).toBe('no|');
});

test('a role session tells policies, tags, which of them go on, and the source', () => {
  const found = rows(
    'assumeRole',
    session('Desk', {
      chained: true,
      sessionTags: { team: 'sales', floor: '1' },
      transitiveTags: ['Team'],
      sourceIdentity: 'noor.h',
      policies: { policy: '{}', policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
    }),
  );
  expect(found['Session tag team']).toMatch(/^sales\|transitive/);
  expect(found['Session tag floor']).toMatch(/^1\|not transitive/);
  expect(found['Source identity']).toMatch(/^noor.h\|Stays/);
  expect(found['Role chaining']).toMatch(/^yes\|.*an hour/);
  expect(found['Session policies']).toMatch(/^\{\}\|Only/);
  expect(found['and']).toMatch(/^arn:aws:iam::aws:policy\/ReadOnlyAccess/);
});

test('a federated user without session policies may do nothing', () => {
  const found = rows('federationToken', federated);
  expect(found['Session policies']).toMatch(/^none\|nothing is allowed/);
  expect(found['Vouched for by']).toMatch(/^noor/);
});

test('a task of the root user, and nobody', () => {
  const task = 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy';
  const root: Caller = {
    kind: 'root',
    account: '111122223333',
    task,
    credentials: {
      kind: 'assumeRoot',
      accessKeyId: 'ASIAROOT',
      issued: '2026-11-22T10:14:05Z',
      expires: '2026-11-22T10:29:05Z',
      mfa: null,
    },
  };
  expect(rows('assumeRoot', root)['Task policy']).toMatch(task);
  expect(rows('anonymous', ANONYMOUS)).toEqual({ Credentials: 'none|Requests are sent unsigned.' });
});
