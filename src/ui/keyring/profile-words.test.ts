// A profile in words.
import { expect, test } from 'vitest';
import { profileWords } from './profile-words.ts';

const words = (settings: Readonly<Record<string, string>>) => profileWords({ name: 'p', settings });
const ROLE = 'arn:aws:iam::111122223333:role/Dev';

test('keys, temporary credentials, a role, nothing', () => {
  expect(words({ aws_access_key_id: 'AKIA1', region: 'eu-west-1' })).toEqual({
    kind: 'keys',
    lines: ['Access key AKIA1', 'Region eu-west-1'],
  });
  expect(words({ aws_access_key_id: 'ASIA1', aws_session_token: 't' }).lines).toEqual([
    'Temporary credentials ASIA1',
  ]);
  expect(words({ role_arn: ROLE, source_profile: 'base', mfa_serial: 'S', aws_access_key_id: 'A' })).toEqual({
    kind: 'role',
    lines: [`Assumes ${ROLE}`, 'With the credentials of base', 'Asks for a code of S'],
  });
  expect(words({ role_arn: ROLE }).lines[1]).toBe('Has no source of credentials');
  expect(words({}).kind).toBe('empty');
});

test('a secret is never among the words', () => {
  const all = { aws_access_key_id: 'AKIA1', aws_secret_access_key: 'hush', aws_session_token: 'quiet' };
  expect(JSON.stringify(words(all))).not.toMatch(/hush|quiet/);
});
