// Password rules: what is wrong with a new password under the password policy of the account, or under AWS's default.
import type { Account, LoginProfile, PasswordHash, PasswordPolicy } from '../../../account/world.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { isPassword } from '../../password.ts';

interface Requirement {
  readonly words: string;
  readonly isMet: (text: string) => boolean;
}

/**
 * AWS counts letters of the basic Latin alphabet only.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
const CLASSES = {
  requireUppercase: {
    words: 'Password should have at least one uppercase letter',
    isMet: (t) => /[A-Z]/.test(t),
  },
  requireLowercase: {
    words: 'Password should have at least one lowercase letter',
    isMet: (t) => /[a-z]/.test(t),
  },
  requireNumbers: { words: 'Password should have at least one number', isMet: (t) => /[0-9]/.test(t) },
  requireSymbols: {
    words: 'Password should have at least one symbol',
    isMet: (t) => /[!@#$%^&*()_+\-=[\]{}|']/.test(t),
  },
} as const satisfies Partial<Record<keyof PasswordPolicy, Requirement>>;

const CLASS_NAMES = ['requireUppercase', 'requireLowercase', 'requireNumbers', 'requireSymbols'] as const;

/** Of the four classes, without a policy of the account's own. */
const DEFAULT_CLASSES = 3;
const DEFAULT_LENGTH = 8;
/** Calls of IAM hold their parameters to it; the words for the root user are ours. */
const MAX_LENGTH = 128;

/**
 * Everything that is wrong at once, as AWS lists it; null for a password that may be set. How AWS joins several faults is
 * only seen in parts, and its words for the account's name are not known: those are ours.
 */
export function passwordViolation(account: Account, text: string): AwsError | null {
  const { passwordPolicy: policy } = account;
  const faults = policy ? customFaults(policy, text) : defaultFaults(account, text);
  return faults.length === 0 ? null : awsError('PasswordPolicyViolation', faults.join(', '));
}

/**
 * The same for the root user, whom no password policy binds: AWS's default always holds, and it is not asked what was used
 * before.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-password.html
 */
export function rootPasswordViolation(account: Account, text: string): AwsError | null {
  const tooLong = text.length > MAX_LENGTH ? [`Password should have a maximum length of ${MAX_LENGTH}`] : [];
  const faults = [...tooLong, ...defaultFaults(account, text)];
  return faults.length === 0 ? null : awsError('PasswordPolicyViolation', faults.join(', '));
}

const shorterThan = (text: string, least: number): string[] =>
  text.length < least ? [`Password should have a minimum length of ${least}`] : [];

const customFaults = (policy: PasswordPolicy, text: string): string[] => [
  ...shorterThan(text, policy.minimumLength),
  ...CLASS_NAMES.filter((name) => policy[name] && !CLASSES[name].isMet(text)).map(
    (name) => CLASSES[name].words,
  ),
];

function defaultFaults({ name, root }: Account, text: string): string[] {
  const missing = CLASS_NAMES.map((each) => CLASSES[each]).filter(({ isMet }) => !isMet(text));
  const more = missing.length - (CLASS_NAMES.length - DEFAULT_CLASSES);
  return [
    ...shorterThan(text, DEFAULT_LENGTH),
    ...(more > 0
      ? [
          `Password should meet ${more} more of the following requirements: ${missing.map(({ words }) => words).join(', ')}`,
        ]
      : []),
    ...(text === name || text === root.email
      ? ['Password should not be identical to the AWS account name or email address']
      : []),
  ];
}

/**
 * Whether a password is one of the last ones, the current one among them, as many as the policy counts. AWS's words for it
 * are not known; these are ours.
 * @param made The hash of the new password. Where a former one has the same salt, the two hashes say it all.
 */
export function reuseViolation(
  { passwordPolicy }: Account,
  text: string,
  { made, login }: { readonly made: PasswordHash; readonly login: LoginProfile },
  env: Env,
): AwsError | null {
  const count = passwordPolicy?.reusePrevention ?? 0;
  const isReused = [login.hash, ...login.previous]
    .slice(0, count)
    .some((former) =>
      former.salt === made.salt && former.iterations === made.iterations
        ? former.hash === made.hash
        : isPassword(text, former, env),
    );
  return isReused
    ? awsError('PasswordPolicyViolation', `Password should not be one of the last ${count} passwords`)
    : null;
}

/** As many as a policy can ask for: one that comes later looks back as far. */
const MOST_PREVIOUS = 24;

export const passwordHistory = ({ hash, previous }: LoginProfile): readonly PasswordHash[] =>
  [hash, ...previous].slice(0, MOST_PREVIOUS);
