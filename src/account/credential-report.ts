// credentialReport: the passwords, access keys and MFA of every user of an account, as the CSV that AWS makes of them.
import { rootArn, type Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { Activity } from './activity.ts';
import { userArn } from './find.ts';
import { mfaDevicesOf } from './mfa-devices.ts';
import { passwordExpires } from './password-expiry.ts';
import { lookup, sortedValues } from './table.ts';
import type { AccessKey, Account, LoginProfile, MfaHolder } from './world.ts';

const KEY_COLUMNS = [1, 2].flatMap((key) =>
  ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'].map(
    (fact) => `access_key_${key}_${fact}`,
  ),
);

const COLUMNS = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...KEY_COLUMNS,
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
  'additional_credentials_info',
] as const;

const NOT_APPLICABLE = 'N/A';
const NO_INFORMATION = 'no_information';
const NOT_SUPPORTED = 'not_supported';

interface Holder {
  readonly name: string;
  readonly arn: Arn;
  /** By which its uses of the password are kept. */
  readonly id: string;
  readonly created: Instant;
  readonly login: LoginProfile | null;
  readonly accessKeys: readonly AccessKey[];
  readonly mfa: MfaHolder;
}

/**
 * The root user first, then the users by name. Nobody here has signing certificates, or more keys than have columns.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 */
export function credentialReport(account: Account, activity: Activity): string {
  const users = sortedValues(account.users).map((user): Holder => ({
    ...user,
    arn: userArn(account, user),
    mfa: { kind: 'user', name: user.name },
  }));
  const rows = [rootHolder(account), ...users].map((holder) => rowOf(account, holder, activity));
  return [COLUMNS, ...rows].map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

const rootHolder = (account: Account): Holder => ({
  name: '<root_account>',
  arn: rootArn(account.id),
  id: account.id,
  created: account.created,
  login: account.root.login,
  accessKeys: account.root.accessKeys,
  mfa: { kind: 'root' },
});

/** Names may hold commas. */
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function rowOf(account: Account, holder: Holder, activity: Activity): string[] {
  const { name, arn, created, accessKeys, mfa } = holder;
  return [
    name,
    arn,
    date(created),
    ...passwordCells(account, holder, activity),
    flag(mfaDevicesOf(account, mfa).length > 0),
    ...keyCells(accessKeys[0], activity),
    ...keyCells(accessKeys[1], activity),
    ...[false, false].flatMap((active) => [flag(active), NOT_APPLICABLE]),
    NOT_APPLICABLE,
  ];
}

/** Enabled, last used, last changed, next rotation. The password policy says nothing about the root user. */
function passwordCells(
  { passwordPolicy }: Account,
  { id, login, mfa }: Holder,
  { passwords }: Activity,
): string[] {
  const isRoot = mfa.kind === 'root';
  if (!login) return [flag(false), NOT_APPLICABLE, NOT_APPLICABLE, isRoot ? NOT_SUPPORTED : NOT_APPLICABLE];
  const used = lookup(passwords, id);
  const expires = passwordExpires(passwordPolicy, login);
  const rotation = expires === null ? NOT_APPLICABLE : date(expires);
  return [
    flag(true),
    used === undefined ? NO_INFORMATION : date(used),
    date(login.changed),
    isRoot ? NOT_SUPPORTED : rotation,
  ];
}

/** Services without Regions are used in none. */
const GLOBAL_SERVICES: ReadonlySet<string> = new Set(['s3']);

/** Active, last rotated, last used: date, Region, service. */
function keyCells(key: AccessKey | undefined, { accessKeys }: Activity): string[] {
  const active = key?.status === 'Active';
  const use = key && lookup(accessKeys, key.id);
  return [
    flag(active),
    key && active ? date(key.changed) : NOT_APPLICABLE,
    use ? date(use.date) : NOT_APPLICABLE,
    use && !GLOBAL_SERVICES.has(use.service) ? use.region : NOT_APPLICABLE,
    use ? use.service : NOT_APPLICABLE,
  ];
}

/** The page says TRUE and FALSE, the files themselves have small letters. */
const flag = (value: boolean): string => (value ? 'true' : 'false');

/** `2026-01-31T09:00:00+00:00` */
const date = (instant: Instant): string => instant.replace(/(?:\.\d+)?Z$/, '+00:00');
