// What is told of credentials.
import { expect, test } from 'vitest';
import { federated, noorWithKey, noorWithToken, session } from '../../../tests/fixtures/sts.ts';
import { NOW } from '../../../tests/fixtures/world.ts';
import { ANONYMOUS, type Caller } from '../../account/caller.ts';
import { carried } from './carried.ts';
import { inWords } from './when.ts';

/** `value|note` by name, of what anything follows from. */
const told = (caller: Caller) =>
  Object.fromEntries(
    carried(caller).flatMap(({ name, value, note, idle }) =>
      idle ? [] : [[name, `${value}|${note ?? ''}`]],
    ),
  );

test('of a bare session of a role: that no MFA is in it, and what else is not', () => {
  expect(told(session('Desk'))).toEqual({
    MFA: 'no|A code that is given to AssumeRole counts in that call only.',
  });
  expect(carried(session('Desk')).flatMap(({ name, idle }) => (idle ? [name] : []))).toEqual([
    'Role chaining',
    'Session policies',
    'Session tags',
    'Source identity',
  ]);
});

test('of a session with everything: tags and which are handed on, who is behind it, what narrows it', () => {
  const rows = told(
    session('Desk', {
      sessionTags: { team: 'night', floor: '2' },
      transitiveTags: ['Team'],
      sourceIdentity: 'noor',
      chained: true,
      policies: { policy: '{}', policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
      credentials: { ...session('Desk').credentials, mfa: NOW },
    }),
  );
  expect(rows).toEqual({
    MFA: `yes, proven ${inWords(NOW, 'long')}|As in the credentials that assumed the role; a code that is given to AssumeRole counts in that call only.`,
    'Role chaining': 'yes|One hour at most, whatever the role allows.',
    'Session policies': '{}|Only what they allow as well is allowed.',
    and: 'arn:aws:iam::aws:policy/ReadOnlyAccess|',
    'Session tag team': 'night|Transitive: the next role of a chain inherits it.',
    'Session tag floor': '2|Not transitive: ends with this role.',
    'Source identity': 'noor|Stays the same in every role after this one.',
  });
});

test('of a federated user: who vouches, and that without session policies nothing is allowed', () => {
  expect(told(federated)).toMatchObject({
    'Vouched for by': 'noor|What that user loses, this session loses.',
    'Session policies': expect.stringMatching(/^none\|Nothing is allowed/) as unknown,
  });
  expect(told({ ...federated, issuer: { kind: 'root' } })['Vouched for by']).toMatch(/^the root user/);
});

test('of users: whether calls to IAM are open; of a root session its task; of nobody nothing', () => {
  expect(told(noorWithKey)).toEqual({});
  expect(told(noorWithToken)).toEqual({ MFA: 'no|Calls to IAM are refused.' });
  const ofConsole = { ...noorWithToken.credentials, kind: 'console' as const };
  expect(told({ ...noorWithToken, credentials: ofConsole })).toEqual({ MFA: 'no|' });
  const task = 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy' as const;
  const credentials = { ...noorWithToken.credentials, kind: 'assumeRoot' as const };
  expect(told({ kind: 'root', account: '111122223333', credentials, task })).toEqual({
    MFA: 'no|',
    'Task policy': `${task}|Nothing beyond this task is allowed.`,
  });
  expect(carried(ANONYMOUS)).toEqual([]);
});
