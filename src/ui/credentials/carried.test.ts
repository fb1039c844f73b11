// What is told of credentials.
import { expect, test } from 'vitest';
import { federated, noorWithKey, noorWithToken, session } from '../../../tests/fixtures/sts.ts';
import { NOW } from '../../../tests/fixtures/world.ts';
import { ANONYMOUS } from '../../account/caller.ts';
import { inWords } from '../shared/when.ts';
import { carried } from './carried.ts';

test('of a bare session of a role: that no MFA is in it', () => {
  expect(carried(session('Desk'))).toEqual([{ name: 'MFA', value: 'no' }]);
});

test('of a session with everything: tags and which are handed on, who is behind it, what narrows it', () => {
  const rows = carried(
    session('Desk', {
      sessionTags: { team: 'night', floor: '2' },
      transitiveTags: ['Team'],
      sourceIdentity: 'noor',
      chained: true,
      policies: { policy: '{}', policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
      credentials: { ...session('Desk').credentials, mfa: NOW },
    }),
  );
  expect(rows).toEqual([
    { name: 'Tag team', value: 'night (transitive)' },
    { name: 'Tag floor', value: '2' },
    { name: 'Source identity', value: 'noor, for all roles after it' },
    { name: 'Session policies', value: 'narrowed to the document that was sent and ReadOnlyAccess' },
    { name: 'MFA', value: `yes, with a code given ${inWords(NOW, 'exact')}` },
    { name: 'Role chaining', value: 'yes: one hour at most, whatever the role allows' },
  ]);
});

test('of a federated user: who vouches, and that without session policies nothing is allowed', () => {
  const [by, policies] = carried(federated);
  expect(by).toEqual({ name: 'Vouched for by', value: 'noor' });
  expect(policies?.value).toMatch(/^none, so nothing is allowed/);
  expect(carried({ ...federated, issuer: { kind: 'root' } })[0]?.value).toBe('the root user');
});

test('of users: whether calls to IAM are open; of a root session its task', () => {
  expect(carried(noorWithKey)).toEqual([]);
  expect(carried(noorWithToken)[0]?.value).toBe('no, so calls to IAM are refused');
  const ofConsole = { ...noorWithToken.credentials, kind: 'console' as const };
  expect(carried({ ...noorWithToken, credentials: ofConsole })).toEqual([{ name: 'MFA', value: 'no' }]);
  const task = 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy' as const;
  const credentials = { ...noorWithToken.credentials, kind: 'assumeRoot' as const };
  expect(carried({ kind: 'root', account: '111122223333', credentials, task })).toEqual([
    { name: 'Task', value: task },
  ]);
  expect(carried(ANONYMOUS)).toEqual([]);
});
