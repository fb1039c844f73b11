// The two files of the AWS CLI: what is read of them, what is said of a line that cannot be, and what is written.
import { expect, test } from 'vitest';
import { parseProfiles, printProfiles } from './profile-files.ts';
import type { Profile } from './profiles.ts';

const PROFILES: readonly Profile[] = [
  {
    name: 'default',
    settings: {
      aws_access_key_id: 'AKIAONE',
      aws_secret_access_key: 'a/b+c=d',
      region: 'eu-west-1',
      output: 'json',
    },
  },
  { name: 'v1.dev', settings: { role_arn: 'arn:aws:iam::222222222222:role/Dev', source_profile: 'default' } },
  { name: 'two words', settings: { region: 'us-east-1' } },
];

const CREDENTIALS = `[default]
aws_access_key_id = AKIAONE
aws_secret_access_key = a/b+c=d
`;
const CONFIG = `[default]
region = eu-west-1
output = json

[profile v1.dev]
role_arn = arn:aws:iam::222222222222:role/Dev
source_profile = default

[profile "two words"]
region = us-east-1
`;

test('secrets are written to the one file, everything else to the other', () => {
  expect(printProfiles(PROFILES)).toEqual({ credentials: CREDENTIALS, config: CONFIG });
  expect(printProfiles([])).toEqual({ credentials: '', config: '' });
});

test('what was written is read back', () => {
  expect(parseProfiles({ credentials: CREDENTIALS, config: CONFIG })).toEqual({ ok: true, value: PROFILES });
});

test('comments, blanks, other sections and settings below settings are passed over', () => {
  const config = `; first
# second

[sso-session x]
sso_region = us-east-1
[profile 'quoted']
Region=eu-west-1 # here
s3 =
  max_concurrent_requests = 20
[profile]
`;
  expect(parseProfiles({ credentials: '', config: config.replace('[profile]\n', '') })).toEqual({
    ok: true,
    value: [{ name: 'quoted', settings: { region: 'eu-west-1', s3: '' } }],
  });
  expect(parseProfiles({ credentials: '', config })).toMatchObject({ ok: false, error: { line: 10 } });
});

test('what stands in both files counts as in the one for credentials', () => {
  const read = parseProfiles({
    credentials: '[a]\r\nregion = us-east-1\r\n',
    config: '[profile a]\nregion = eu-west-1\noutput = text\n[profile b]\n',
  });
  expect(read).toEqual({
    ok: true,
    value: [
      { name: 'a', settings: { region: 'us-east-1', output: 'text' } },
      { name: 'b', settings: {} },
    ],
  });
});

test.each([
  ['[a]\nregion', 2, 'A line is a [section], a setting = value, or a # comment.'],
  ['region = x', 1, 'A setting belongs below the [section] of a profile.'],
  ['[ ]', 1, 'A profile needs a name between the brackets.'],
])('%j cannot be read', (credentials, line, message) => {
  expect(parseProfiles({ credentials, config: '' })).toEqual({
    ok: false,
    error: { file: 'credentials', line, message },
  });
});
