// The schemas of identities and of what belongs to them.
import * as v from 'valibot';
import { list, tags, wholeNumber } from './common-schema.ts';
import * as f from './fields.ts';
import { table } from './table.ts';

const accessKeys = list(
  v.strictObject({
    id: f.accessKeyId,
    status: v.picklist(['Active', 'Inactive']),
    created: f.instant,
    changed: f.instant,
    secretHash: v.nullable(f.base64Text(64)),
  }),
  2,
);

const login = v.nullable(
  v.strictObject({
    hash: f.passwordHash,
    created: f.instant,
    changed: f.instant,
    resetRequired: v.boolean(),
    previous: list(f.passwordHash, 24),
  }),
);

export const root = v.strictObject({ email: f.email, login, accessKeys });

export const passwordPolicy = v.strictObject({
  minimumLength: wholeNumber(6, 128),
  requireSymbols: v.boolean(),
  requireNumbers: v.boolean(),
  requireUppercase: v.boolean(),
  requireLowercase: v.boolean(),
  allowUsersToChange: v.boolean(),
  maxAge: v.nullable(wholeNumber(1, 1095)),
  reusePrevention: v.nullable(wholeNumber(1, 24)),
  hardExpiry: v.boolean(),
});

export const inline = table(f.iamName(128), f.policyDocument, { most: 1_000 });

export const user = v.strictObject({
  name: f.iamName(64),
  path: f.path,
  id: f.uniqueId('AIDA'),
  created: f.instant,
  login,
  accessKeys,
  boundary: v.nullable(f.policyArn),
  groups: list(f.iamName(128), 10),
  attached: list(f.policyArn, 20),
  inline,
  tags,
});

export const group = v.strictObject({
  name: f.iamName(128),
  path: f.path,
  id: f.uniqueId('AGPA'),
  created: f.instant,
  attached: list(f.policyArn, 10),
  inline,
});

export const role = v.strictObject({
  name: f.iamName(64),
  path: f.path,
  id: f.uniqueId('AROA'),
  created: f.instant,
  description: f.text(0, 1_000),
  trust: f.policyDocument,
  trusted: table(f.principalArn, f.principalId, { most: 1_000 }),
  maxSessionDuration: wholeNumber(3_600, 43_200),
  boundary: v.nullable(f.policyArn),
  attached: list(f.policyArn, 25),
  inline,
  tags,
});

export const instanceProfile = v.strictObject({
  name: f.iamName(128),
  path: f.path,
  id: f.uniqueId('AIPA'),
  created: f.instant,
  role: v.nullable(f.iamName(64)),
  tags,
});

export const policyVersion = v.strictObject({
  id: f.versionId,
  created: f.instant,
  document: f.policyDocument,
});

export const managedPolicy = v.strictObject({
  name: f.iamName(128),
  path: f.policyPath,
  id: f.uniqueId('ANPA'),
  created: f.instant,
  description: f.text(0, 1_000),
  tags,
  versions: v.pipe(
    v.array(policyVersion),
    v.minLength(1, 'must have at least one version'),
    v.maxLength(5, 'must have at most five versions'),
    v.readonly(),
  ),
  defaultVersion: f.versionId,
  lastVersion: wholeNumber(1, Number.MAX_SAFE_INTEGER),
});

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html */
export const mfaSerial = f.id(/^[\w+=/:,.@-]{9,256}$/, 'the serial number of an MFA device', 256);

export const mfaDevice = v.strictObject({
  serial: mfaSerial,
  kind: v.picklist(['virtual', 'hardware', 'passkey']),
  created: f.instant,
  seed: v.nullable(f.id(/^[A-Z2-7]+$/, 'base32', 128)),
  holder: v.nullable(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('root') }),
      v.strictObject({ kind: v.literal('user'), name: f.iamName(64) }),
    ]),
  ),
  enabled: v.nullable(f.instant),
  tags,
});

export const samlProviderName = f.id(/^[\w._-]+$/, 'the name of a SAML provider', 128);

export const samlProvider = v.strictObject({
  name: samlProviderName,
  id: f.uuid,
  created: f.instant,
  validUntil: f.instant,
  metadata: f.text(1, 1_000_000),
  encryption: v.nullable(v.picklist(['Required', 'Allowed'])),
  privateKeys: list(v.strictObject({ id: f.text(1, 64), added: f.instant }), 2),
  tags,
});

export const oidcUrl = f.id(/^[a-z0-9][\w.~%/-]*$/i, 'a URL without https://', 255);

export const oidcProvider = v.strictObject({
  url: oidcUrl,
  created: f.instant,
  clientIds: list(f.text(1, 255), 100),
  thumbprints: list(f.id(/^[0-9a-fA-F]{40}$/, '40 hexadecimal digits'), 5),
  tags,
});

export const deletionTask = v.strictObject({
  id: f.text(1, 1_000),
  role: f.iamName(64),
  status: v.picklist(['SUCCEEDED', 'IN_PROGRESS', 'FAILED', 'NOT_STARTED']),
  created: f.instant,
});

export const accessJob = v.strictObject({
  id: f.uuid,
  about: f.text(1, 2_048),
  granularity: v.picklist(['SERVICE_LEVEL', 'ACTION_LEVEL']),
  policy: v.nullable(f.text(1, 130)),
  created: f.instant,
  by: f.arn,
});

export const credentialReport = v.strictObject({ generated: f.instant, content: f.text(0, 10_000_000) });
