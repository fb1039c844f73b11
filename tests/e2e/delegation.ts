// The bookshop with roles to assume, keys to sign with and services that run: as a link, and the steps of its journeys.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ACCOUNT, account, scenario, visit } from './bookshop.ts';
import { fragmentOf, take } from './sharing.ts';
import { expect } from './support.ts';

export const PRESS_ACCOUNT = '444455556666';
export const roleArn = (name: string, where: string = ACCOUNT): string =>
  `arn:aws:iam::${where}:role/${name}`;

/** Of jonas, who signs with it alone. */
export const JONAS_KEY = {
  accessKeyId: 'AKIAJONASAAAAAAAAAAA',
  secretAccessKey: 'jonas/keeps+this+one+in+his+pocket+AAAAA',
} as const;

export const JONAS_PHONE = `arn:aws:iam::${ACCOUNT}:mfa/jonas-phone`;
/** The seed of RFC 6238. */
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

const INSTANCE = 'i-0123456789abcdef0';
const INSTANCE_ARN = `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/${INSTANCE}`;

const CREATED = '2026-09-01T08:00:00Z';

type Statement = Readonly<Record<string, unknown>>;
export const documentOf = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);

const S3 = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const ASSUMING = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

const role = (name: string, trust: Statement, permissions: Statement = S3) => ({
  name,
  path: '/',
  id: `AROA${name.toUpperCase().padEnd(17, 'A')}`,
  created: CREATED,
  description: '',
  trust: documentOf({ Effect: 'Allow', ...trust }),
  trusted: {},
  maxSessionDuration: 7200,
  boundary: null,
  attached: [],
  inline: { Work: documentOf(permissions) },
  tags: {},
});

const byName = <Named extends { readonly name: string }>(...all: readonly Named[]) =>
  Object.fromEntries(all.map((one) => [one.name, one]));

const trusting = (AWS: string, more: Statement = {}) => ({ Principal: { AWS }, Action: ASSUMING, ...more });
const when = (condition: Statement): Statement => ({ ...S3, Condition: condition });
const user = (name: string) => `arn:aws:iam::${ACCOUNT}:user/${name}`;

const ROLES = [
  role('Desk', trusting(user('noor')), { ...S3, Action: ['s3:*', 'iam:PutRolePolicy'] }),
  role('Night', trusting(user('noor')), when({ StringEquals: { 'aws:PrincipalTag/team': 'night' } })),
  role('Next', trusting(roleArn('Desk'))),
  role('Last', trusting(roleArn('Next'))),
  role('Vault', trusting(user('jonas'), { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
  role(
    'Server',
    { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    when({ ArnEquals: { 'ec2:SourceInstanceARN': INSTANCE_ARN } }),
  ),
  role(
    'Printer',
    { Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    when({
      ArnEquals: { 'lambda:SourceFunctionArn': `arn:aws:lambda:us-east-1:${ACCOUNT}:function:print-labels` },
    }),
  ),
];

const PRESS = role(
  'Press',
  trusting(`arn:aws:iam::${ACCOUNT}:root`, { Condition: { StringEquals: { 'sts:ExternalId': 'maple-7' } } }),
);

const OWN_KEYS = documentOf(
  { Effect: 'Allow', Action: 'iam:*AccessKey*', Resource: user('jonas') },
  { Effect: 'Allow', Action: 'sts:GetFederationToken', Resource: '*' },
);

const INSTANCE_PROFILE = {
  name: 'Server',
  path: '/',
  id: 'AIPASERVERAAAAAAAAAAA',
  created: CREATED,
  role: 'Server',
  tags: {},
};

const RUNNING = {
  id: INSTANCE,
  region: 'us-east-1',
  image: 'ami-0123456789abcdef0',
  type: 't3.micro',
  state: 'running',
  changed: CREATED,
  launched: CREATED,
  reservation: 'r-0123456789abcdef0',
  vpc: 'vpc-0123456789abcdef0',
  subnet: 'subnet-0123456789abcdef0',
  privateIp: '10.0.0.10',
  profile: {
    id: 'iip-assoc-0123456789abcdef0',
    profile: `arn:aws:iam::${ACCOUNT}:instance-profile/Server`,
    profileId: INSTANCE_PROFILE.id,
  },
  metadata: { tokens: 'required', endpoint: 'enabled' },
  terminationProtection: false,
  tags: {},
};

const PRINT_LABELS = {
  name: 'print-labels',
  region: 'us-east-1',
  modified: CREATED,
  role: roleArn('Printer'),
  roleId: 'AROAPRINTERAAAAAAAAAA',
  runtime: 'nodejs22.x',
  handler: 'index.handler',
  description: '',
  code: '',
  timeout: 3,
  memory: 128,
  environment: {},
  policy: null,
  url: null,
  tags: {},
};

/** Anybody may look at what is in it. */
const WINDOW = {
  ...account.buckets['maple-catalog'],
  name: 'maple-window',
  policy: documentOf({
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:ListBucket', 's3:GetObject'],
    Resource: ['arn:aws:s3:::maple-window', 'arn:aws:s3:::maple-window/*'],
  }),
};

const { noor, jonas, amira } = account.users;

const bookshop = {
  ...account,
  users: {
    ...account.users,
    noor: {
      ...noor,
      inline: {
        ...noor.inline,
        Assume: documentOf({
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: roleArn('Press', PRESS_ACCOUNT),
        }),
      },
    },
    jonas: {
      ...jonas,
      inline: { OwnKeys: OWN_KEYS },
      accessKeys: [
        {
          id: JONAS_KEY.accessKeyId,
          status: 'Active',
          created: CREATED,
          changed: CREATED,
          secretHash: createHash('sha256').update(JONAS_KEY.secretAccessKey).digest('base64'),
        },
      ],
    },
    amira: {
      ...amira,
      inline: {
        Root: documentOf({ Effect: 'Allow', Action: 'sts:AssumeRoot', Resource: '*' }),
      },
    },
  },
  mfaDevices: {
    [JONAS_PHONE]: {
      serial: JONAS_PHONE,
      kind: 'virtual',
      created: CREATED,
      seed: SEED,
      holder: { kind: 'user', name: 'jonas' },
      enabled: CREATED,
      tags: {},
    },
  },
  roles: byName(...ROLES),
  instanceProfiles: byName(INSTANCE_PROFILE),
  instances: { [INSTANCE]: RUNNING },
  functions: { 'us-east-1/print-labels': PRINT_LABELS },
  buckets: { ...account.buckets, 'maple-window': WINDOW },
};

const press = {
  ...account,
  id: PRESS_ACCOUNT,
  name: 'Harbour Press',
  alias: 'harbour-press',
  root: { ...account.root, email: 'owner@harbour-press.example' },
  users: {},
  groups: {},
  policies: {},
  buckets: {},
  roles: byName(PRESS),
};

const member = (id: string) => ({
  account: id,
  parent: 'r-map1',
  joined: CREATED,
  method: 'CREATED',
  status: 'ACTIVE',
  tags: {},
});

const organization = {
  id: 'o-maple12345',
  managementAccount: ACCOUNT,
  featureSet: 'ALL',
  root: 'r-map1',
  enabledTypes: [],
  units: {},
  members: { [ACCOUNT]: member(ACCOUNT), [PRESS_ACCOUNT]: member(PRESS_ACCOUNT) },
  policies: {},
  attached: {},
  creations: {},
  trustedServices: { 'iam.amazonaws.com': { enabled: CREATED } },
  delegatedAdministrators: {},
  rootFeatures: ['RootSessions'],
  resourcePolicy: null,
  rootTags: {},
};

/** The same people with the same passwords. */
export const delegation = {
  ...scenario,
  title: 'Borrowed credentials',
  world: { organization, accounts: { [ACCOUNT]: bookshop, [PRESS_ACCOUNT]: press } },
};

export async function openDelegation(page: Page): Promise<void> {
  await visit(page, fragmentOf(JSON.stringify(delegation)));
  await take(page);
  await expect(page.getByRole('heading', { level: 1, name: delegation.title })).toBeVisible();
  await expect(page).toHaveURL(/#\/$/);
}

/** Fills in the form of AssumeRole, as far as its first fields go. */
export async function fillRole(page: Page, arn: string, sessionName = 'noor'): Promise<void> {
  await visit(page, '#/credentials');
  await page.getByLabel('Role ARN').fill(arn);
  await page.getByLabel('Session name').fill(sessionName);
}

export const sendRole = (page: Page) => page.getByRole('button', { name: 'Assume the role' }).click();

/** Acts with the credentials that were handed out last. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Act as ${name}`, exact: true }).click();
  await expectActing(page, name);
}

/** Assumes a role with nothing more than its name, and acts as it. */
export async function become(page: Page, role: string, sessionName = 'noor'): Promise<void> {
  await fillRole(page, roleArn(role), sessionName);
  await sendRole(page);
  await actAs(page, `${role}/${sessionName}`);
}

export const expectActing = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 2, name: `You act as ${name}`, exact: true })).toBeVisible();

export async function signWith(
  page: Page,
  { accessKeyId, secretAccessKey }: { readonly accessKeyId: string; readonly secretAccessKey: string },
): Promise<void> {
  await visit(page, '#/credentials/access-key');
  await page.getByLabel('Access key ID').fill(accessKeyId);
  await page.getByLabel('Secret access key').fill(secretAccessKey);
  await page.getByRole('button', { name: 'Act with this key' }).click();
}

/** Whether the list of a bucket is answered to whoever acts. */
export async function expectListed(page: Page, bucket: string, listed: boolean): Promise<void> {
  await visit(page, '#/learn');
  await visit(page, `#/buckets/${bucket}`);
  if (listed) await expect(page.getByText(/objects? listed\./)).toBeVisible();
  else await expect(page.getByText(/because|explicit deny|Access Denied/).first()).toBeVisible();
}
