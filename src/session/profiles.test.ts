// Profiles: in which order credentials are looked for, and what is said when they cannot be found.
import { expect, test } from 'vitest';
import { planOf, type Environment, type Profile, type Settings } from './profiles.ts';

const KEYS = { aws_access_key_id: 'AKIAONE', aws_secret_access_key: 'one' };
const ONE = { accessKeyId: 'AKIAONE', secretAccessKey: 'one' };
const ENVIRONMENT = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'env' };
const ENV = { accessKeyId: 'AKIAENV', secretAccessKey: 'env' };
const ROLE = 'arn:aws:iam::222222222222:role/Dev';

const profiles = (sections: Readonly<Record<string, Settings>>): Profile[] =>
  Object.entries(sections).map(([name, settings]) => ({ name, settings }));

const asked = (
  sections: Readonly<Record<string, Settings>>,
  profile: string | null = null,
  environment: Environment = {},
) => planOf({ profiles: profiles(sections), profile, environment });

test.each<[string, ReturnType<typeof asked>, object]>([
  ['the default profile', asked({ default: KEYS }), { profile: 'default', base: ONE, hops: [] }],
  ['a profile by name', asked({ default: {}, one: KEYS }, 'one'), { profile: 'one', base: ONE }],
  ['one that the environment names', asked({ one: KEYS }, null, { AWS_PROFILE: 'one' }), { base: ONE }],
  ['keys of the environment come first', asked({ default: KEYS }, null, ENVIRONMENT), { base: ENV }],
  [
    'also before a profile that the environment names',
    asked({ one: KEYS }, null, { ...ENVIRONMENT, AWS_PROFILE: 'one' }),
    { profile: null, base: ENV },
  ],
  ['but not before one that the command names', asked({ one: KEYS }, 'one', ENVIRONMENT), { base: ONE }],
  [
    'a session token',
    asked({ default: { ...KEYS, aws_session_token: 'token' } }),
    { base: { ...ONE, sessionToken: 'token' } },
  ],
  [
    'a secret of the environment without an id is passed over',
    asked({ default: KEYS }, null, { AWS_SECRET_ACCESS_KEY: 'x' }),
    { base: ONE },
  ],
  [
    'the Region of the environment',
    asked({ default: { ...KEYS, region: 'eu-west-1' } }, null, { AWS_REGION: 'eu-central-1' }),
    { region: 'eu-central-1' },
  ],
  [
    'the Region of the profile',
    asked({ default: { ...KEYS, region: 'eu-west-1' } }),
    { region: 'eu-west-1' },
  ],
  [
    'a role with the keys of another profile',
    asked({ base: KEYS, dev: { role_arn: ROLE, source_profile: 'base' } }, 'dev'),
    {
      base: ONE,
      hops: [
        {
          profile: 'dev',
          roleArn: ROLE,
          sessionName: null,
          externalId: null,
          mfaSerial: null,
          duration: null,
        },
      ],
    },
  ],
  [
    'all that a role can be asked with',
    asked(
      {
        dev: {
          ...KEYS,
          role_arn: ROLE,
          source_profile: 'dev',
          role_session_name: 'alice',
          external_id: '12345',
          mfa_serial: 'arn:aws:iam::111111111111:mfa/alice',
          duration_seconds: '900',
        },
      },
      'dev',
    ),
    {
      hops: [
        {
          sessionName: 'alice',
          externalId: '12345',
          mfaSerial: 'arn:aws:iam::111111111111:mfa/alice',
          duration: 900,
        },
      ],
    },
  ],
  [
    'a duration that is no number is passed over',
    asked({ dev: { ...KEYS, role_arn: ROLE, source_profile: 'dev', duration_seconds: 'long' } }, 'dev'),
    { hops: [{ duration: null }] },
  ],
  [
    'a chain of roles, the first one first',
    asked(
      {
        base: KEYS,
        first: { role_arn: 'first', source_profile: 'base' },
        last: { role_arn: 'last', source_profile: 'first' },
      },
      'last',
    ),
    { base: ONE, hops: [{ roleArn: 'first' }, { roleArn: 'last' }] },
  ],
  [
    'keys of a source come before its role',
    asked({ base: { ...KEYS, role_arn: ROLE }, dev: { role_arn: ROLE, source_profile: 'base' } }, 'dev'),
    { base: ONE, hops: [{ profile: 'dev' }] },
  ],
  [
    'a role with the keys of the environment',
    asked({ dev: { role_arn: ROLE, credential_source: 'Environment' } }, 'dev', ENVIRONMENT),
    { base: ENV, hops: [{ profile: 'dev' }] },
  ],
])('%s', (_what, plan, expected) => {
  expect(plan).toMatchObject({ ok: true, value: expected });
});

test.each<[string, ReturnType<typeof asked>, string, string]>([
  [
    'no profile of that name',
    asked({ default: KEYS }, 'X'),
    'ProfileNotFound',
    'The config profile (X) could not be found',
  ],
  [
    'none that the environment names, though it has keys',
    asked({}, null, { ...ENVIRONMENT, AWS_PROFILE: 'X' }),
    'ProfileNotFound',
    'The config profile (X) could not be found',
  ],
  [
    'nothing at all',
    asked({}),
    'NoCredentialsError',
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
  ],
  [
    'an id without a secret',
    asked({ default: { aws_access_key_id: 'AKIAONE' } }),
    'PartialCredentialsError',
    'Partial credentials found in shared-credentials-file, missing: aws_secret_access_key',
  ],
  [
    'the same in the environment',
    asked({}, null, { AWS_ACCESS_KEY_ID: 'AKIAENV' }),
    'PartialCredentialsError',
    'Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY',
  ],
  [
    'a role without a source',
    asked({ dev: { role_arn: ROLE } }, 'dev'),
    'PartialCredentialsError',
    'Partial credentials found in assume-role, missing: source_profile or credential_source',
  ],
  [
    'a role with two sources',
    asked({ dev: { role_arn: ROLE, source_profile: 'base', credential_source: 'Environment' } }, 'dev'),
    'InvalidConfigError',
    'The profile "dev" contains both source_profile and credential_source.',
  ],
  [
    'a source that is not there',
    asked({ dev: { role_arn: ROLE, source_profile: 'base' } }, 'dev'),
    'InvalidConfigError',
    'The source_profile "base" referenced in the profile "dev" does not exist.',
  ],
  [
    'a source without credentials',
    asked({ base: { region: 'eu-west-1' }, dev: { role_arn: ROLE, source_profile: 'base' } }, 'dev'),
    'InvalidConfigError',
    'The source profile "base" must have credentials.',
  ],
  [
    'a circle',
    asked({ a: { role_arn: ROLE, source_profile: 'b' }, b: { role_arn: ROLE, source_profile: 'a' } }, 'a'),
    'InfiniteLoopConfigError',
    "Infinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a', 'b']",
  ],
  [
    'its own source, without keys',
    asked({ a: { role_arn: ROLE, source_profile: 'a' } }, 'a'),
    'InfiniteLoopConfigError',
    "Infinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a']",
  ],
  [
    'a source that is none',
    asked({ dev: { role_arn: ROLE, credential_source: 'Pocket' } }, 'dev'),
    'InvalidConfigError',
    'The credential source "Pocket" referenced in the profile "dev" is not valid.',
  ],
  [
    'a machine in AWS, which this is not',
    asked({ dev: { role_arn: ROLE, credential_source: 'Ec2InstanceMetadata' } }, 'dev'),
    'CredentialRetrievalError',
    'Error when retrieving credentials from Ec2InstanceMetadata: No credentials found in credential_source referenced in profile dev',
  ],
])('%s: %s', (_what, plan, name, message) => {
  expect(plan).toEqual({ ok: false, error: { name, message } });
});
