// Security recommendations: what the credentials of an account leave to be desired, as the IAM dashboard says it.
import type { Activity } from '../account/activity.ts';
import { findAccount, userArn } from '../account/find.ts';
import { mfaDevicesOf } from '../account/mfa-devices.ts';
import { lookup, sortedValues } from '../account/table.ts';
import type { AccessKey, Account, User, World } from '../account/world.ts';
import { rootArn, type AccountId, type Arn } from '../aws/arn.ts';
import { addSeconds, hasPassed, type Instant } from '../aws/instant.ts';

export type RecommendationId =
  | 'rootMfa'
  | 'rootAccessKeys'
  | 'rootUse'
  | 'userMfa'
  | 'unusedPasswords'
  | 'unusedAccessKeys'
  | 'oldAccessKeys'
  | 'passwordPolicy';

export interface Recommendation {
  readonly id: RecommendationId;
  readonly status: 'met' | 'open';
  /** The root user and users it is open for; empty when it is met, or is one for the account as a whole. */
  readonly subjects: readonly Arn[];
  readonly title: string;
  readonly text: string;
}

/** Days after which a credential counts as unused, or as old. */
export const RECOMMENDED_DAYS = 90;

interface Words {
  readonly title: string;
  readonly text: string;
}

/**
 * Of the first two the words are those of AWS's dashboard, as remembered; the others follow its best practices, in words
 * of ours.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
 */
const WORDS: Readonly<Record<RecommendationId, { readonly met: Words; readonly open: Words }>> = {
  rootMfa: {
    met: {
      title: 'Root user has MFA',
      text: 'Having multi-factor authentication (MFA) for the root user improves security for this account.',
    },
    open: {
      title: 'Add MFA for root user',
      text: 'Enable multi-factor authentication (MFA) for the root user to improve security for this account.',
    },
  },
  rootAccessKeys: {
    met: {
      title: 'Root user has no active access keys',
      text: 'Using access keys attached to an IAM user instead of the root user improves security.',
    },
    open: {
      title: 'Deactivate or delete access keys for root user',
      text: 'Instead, use access keys attached to an IAM user to improve security.',
    },
  },
  rootUse: {
    met: {
      title: 'Root user has not been used lately',
      text: `Nobody has worked as the root user in the last ${RECOMMENDED_DAYS} days.`,
    },
    open: {
      title: 'Do not use the root user for everyday tasks',
      text: `Somebody has worked as the root user in the last ${RECOMMENDED_DAYS} days. Few tasks need it.`,
    },
  },
  userMfa: {
    met: { title: 'Users with a password have MFA', text: 'A stolen password alone signs nobody in.' },
    open: {
      title: 'Add MFA for users with a password',
      text: 'These users sign in to the console with nothing but a password.',
    },
  },
  unusedPasswords: {
    met: {
      title: 'No unused passwords',
      text: `Every password has been used in the last ${RECOMMENDED_DAYS} days, or is newer.`,
    },
    open: {
      title: 'Remove unused passwords',
      text: `These users have not signed in for more than ${RECOMMENDED_DAYS} days.`,
    },
  },
  unusedAccessKeys: {
    met: {
      title: 'No unused access keys',
      text: `Every active access key has been used in the last ${RECOMMENDED_DAYS} days, or is newer.`,
    },
    open: {
      title: 'Deactivate or delete unused access keys',
      text: `These users have active access keys that have not been used for more than ${RECOMMENDED_DAYS} days.`,
    },
  },
  oldAccessKeys: {
    met: {
      title: 'No old access keys',
      text: `Every active access key has been made or switched on in the last ${RECOMMENDED_DAYS} days.`,
    },
    open: {
      title: 'Update old access keys',
      text: `These users have active access keys that are older than ${RECOMMENDED_DAYS} days. Roles need none.`,
    },
  },
  passwordPolicy: {
    met: { title: 'The account has a password policy', text: 'Passwords of users follow rules of your own.' },
    open: {
      title: 'Set a password policy',
      text: 'Passwords of users follow the default of AWS: they never expire, and old ones may come back.',
    },
  },
};

/** In the order in which they are shown. Empty for an account that is not there. */
export function recommendations(
  world: World,
  id: AccountId,
  activity: Activity,
  now: Instant,
): readonly Recommendation[] {
  const account = findAccount(world, id);
  if (!account) return [];
  const { root } = account;
  const users = sortedValues(account.users);
  const forRoot = (open: boolean): Arn[] => (open ? [rootArn(id)] : []);
  const forUsers = (open: (user: User) => boolean): Arn[] =>
    users.filter(open).map((user) => userArn(account, user));
  const isLongAgo = (instant: Instant): boolean =>
    hasPassed(addSeconds(instant, RECOMMENDED_DAYS * DAY), now);
  const isUnused = (since: Instant, used: Instant | undefined): boolean => isLongAgo(used ?? since);
  const active = (keys: readonly AccessKey[]): AccessKey[] =>
    keys.filter(({ status }) => status === 'Active');
  const hasKey = (user: User, is: (key: AccessKey) => boolean): boolean => active(user.accessKeys).some(is);
  return [
    // Without password and keys nobody can sign in as the root user, and there is nothing to protect.
    about(
      'rootMfa',
      forRoot(hasCredentials(account) && mfaDevicesOf(account, { kind: 'root' }).length === 0),
    ),
    about('rootAccessKeys', forRoot(active(root.accessKeys).length > 0)),
    about('rootUse', forRoot(rootUses(account, activity).some((used) => !isLongAgo(used)))),
    about(
      'userMfa',
      forUsers(
        ({ login, name }) => login !== null && mfaDevicesOf(account, { kind: 'user', name }).length === 0,
      ),
    ),
    about(
      'unusedPasswords',
      forUsers(
        (user) => user.login !== null && isUnused(user.login.created, lookup(activity.passwords, user.id)),
      ),
    ),
    about(
      'unusedAccessKeys',
      forUsers((user) =>
        hasKey(user, (key) => isUnused(key.created, lookup(activity.accessKeys, key.id)?.date)),
      ),
    ),
    about(
      'oldAccessKeys',
      forUsers((user) => hasKey(user, ({ changed }) => isLongAgo(changed))),
    ),
    about('passwordPolicy', [], account.passwordPolicy === null),
  ];
}

const DAY = 24 * 60 * 60;

const hasCredentials = ({ root }: Account): boolean =>
  root.login !== null || root.accessKeys.some(({ status }) => status === 'Active');

/** Sign-ins with the password, and calls with each of the keys. */
const rootUses = ({ id, root }: Account, { passwords, accessKeys }: Activity): Instant[] => [
  ...[lookup(passwords, id)].filter((used) => used !== undefined),
  ...root.accessKeys.flatMap((key) => lookup(accessKeys, key.id)?.date ?? []),
];

function about(id: RecommendationId, subjects: readonly Arn[], isOpen = subjects.length > 0): Recommendation {
  const status = isOpen ? 'open' : 'met';
  return { id, status, subjects, ...WORDS[id][status] };
}
