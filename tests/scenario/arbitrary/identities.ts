// Random identities and what belongs to them. What ties them together is for `account` to say.
import fc from 'fast-check';
import type {
  AccessJob,
  CredentialReport,
  DeletionTask,
  LoginProfile,
  ManagedPolicy,
  MfaDevice,
  OidcProvider,
  PasswordHash,
  PasswordPolicy,
  SamlProvider,
} from '../../../src/account/world.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { base64, iamName, instant, letters, policyText, tags, uuid } from './words.ts';

const passwordHash: fc.Arbitrary<PasswordHash> = fc.record({
  algorithm: fc.constant('PBKDF2-SHA256'),
  iterations: fc.integer({ min: 1, max: 1_000_000 }),
  salt: base64(16),
  hash: base64(32),
});

export const login: fc.Arbitrary<LoginProfile> = fc.record({
  hash: passwordHash,
  created: instant,
  changed: instant,
  resetRequired: fc.boolean(),
  previous: fc.array(passwordHash, { maxLength: 2 }),
});

const path = fc.constantFrom('/', '/staff/', '/a/b/');
const awsManaged: fc.Arbitrary<Arn> = fc.constantFrom(
  'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' as const,
  'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess' as const,
);
const attached = fc.uniqueArray(awsManaged, { maxLength: 2 });
const inline = fc.dictionary(iamName, policyText, { maxKeys: 2 });

export const managedPolicy = fc
  .record({
    name: iamName,
    path,
    created: instant,
    description: fc.string({ maxLength: 20 }),
    tags,
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
    documents: fc.array(policyText, { minLength: 5, maxLength: 5 }),
    chosen: fc.nat(),
    later: fc.nat(3),
  })
  .map(({ numbers, documents, chosen, later, ...rest }): Omit<ManagedPolicy, 'id'> => {
    const ordered = numbers.toSorted((a, b) => a - b);
    return {
      ...rest,
      versions: ordered.map((number, at) => ({
        id: `v${number}`,
        created: rest.created,
        document: documents[at] ?? '',
      })),
      defaultVersion: `v${ordered[chosen % ordered.length] ?? 1}`,
      lastVersion: Math.max(...ordered) + later,
    };
  });

export const group = fc.record({ name: iamName, path, created: instant, inline, attached });

export const user = fc.record({
  name: iamName,
  path,
  created: instant,
  login: fc.option(login),
  inline,
  attached,
  tags,
});

export const role = fc.record({
  name: iamName,
  path,
  created: instant,
  description: fc.string({ maxLength: 20 }),
  trust: policyText,
  trusted: fc.constantFrom<Record<string, string>>(
    {},
    { 'arn:aws:iam::111122223300:user/staff/noor': 'AIDANOORNOORNOOR1234' },
  ),
  maxSessionDuration: fc.integer({ min: 3600, max: 43_200 }),
  inline,
  attached,
  tags,
});

export const instanceProfile = fc.record({ name: iamName, path, created: instant, tags });

export const passwordPolicy: fc.Arbitrary<PasswordPolicy> = fc.record({
  minimumLength: fc.integer({ min: 6, max: 128 }),
  requireSymbols: fc.boolean(),
  requireNumbers: fc.boolean(),
  requireUppercase: fc.boolean(),
  requireLowercase: fc.boolean(),
  allowUsersToChange: fc.boolean(),
  maxAge: fc.option(fc.integer({ min: 1, max: 1095 })),
  reusePrevention: fc.option(fc.integer({ min: 1, max: 24 })),
  hardExpiry: fc.boolean(),
});

export const accessKey = fc.record({
  status: fc.constantFrom('Active', 'Inactive'),
  created: instant,
  changed: instant,
  secretHash: fc.option(base64(32)),
});

/** Held by nobody. */
export const mfaDevice = (account: string): fc.Arbitrary<MfaDevice> =>
  fc
    .record({
      kind: fc.constantFrom('virtual', 'hardware', 'passkey'),
      name: iamName,
      created: instant,
      seed: letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16, 64),
      tags,
    })
    .map(({ kind, name, seed, ...rest }): MfaDevice => ({
      ...rest,
      kind,
      serial: {
        virtual: `arn:aws:iam::${account}:mfa/${name}`,
        passkey: `arn:aws:iam::${account}:u2f/user/${name}`,
        hardware: `TOKEN${account}-${name}`,
      }[kind],
      seed: kind === 'passkey' ? null : seed,
      holder: null,
      enabled: null,
    }));

export const samlProvider: fc.Arbitrary<SamlProvider> = fc.record({
  name: letters('abcXYZ019._-', 1, 10),
  id: uuid,
  created: instant,
  validUntil: instant,
  metadata: fc.string({ minLength: 1 }),
  encryption: fc.constantFrom('Required', 'Allowed', null),
  privateKeys: fc.array(fc.record({ id: uuid, added: instant }), { maxLength: 2 }),
  tags,
});

export const oidcProvider: fc.Arbitrary<OidcProvider> = fc.record({
  url: fc.constantFrom('token.actions.githubusercontent.com', 'id.example.com/a', 'constructor', 'leaf'),
  created: instant,
  clientIds: fc.array(fc.string({ minLength: 1 }), { maxLength: 2 }),
  thumbprints: fc.array(letters('0123456789abcdefABCDEF', 40, 40), { maxLength: 2 }),
  tags,
});

export const deletionTask: fc.Arbitrary<DeletionTask> = fc.record({
  id: uuid.map((id) => `task/aws-service-role/ec2.amazonaws.com/AWSServiceRoleForEC2/${id}`),
  role: iamName,
  status: fc.constantFrom('SUCCEEDED', 'IN_PROGRESS', 'FAILED', 'NOT_STARTED'),
  created: instant,
});

export const accessJob: fc.Arbitrary<AccessJob> = fc.record({
  id: uuid,
  about: fc.string({ minLength: 1 }),
  granularity: fc.constantFrom('SERVICE_LEVEL', 'ACTION_LEVEL'),
  policy: fc.option(fc.constant('p-examplepolicyid')),
  created: instant,
  by: fc.constant<Arn>('arn:aws:iam::111122223300:root'),
});

export const credentialReport: fc.Arbitrary<CredentialReport> = fc.record({
  generated: instant,
  content: fc.string(),
});
