// Arn: Amazon Resource Names, as text that is known to start like one, and as their six parts.

/** Twelve digits. */
export type AccountId = string;

/** `arn:partition:service:region:account:resource`. The type only promises the prefix; `parseArn` checks the rest. */
export type Arn = `arn:${string}`;

/** `service:Name`, for example `s3:GetObject`. Compared without regard to letter case. */
export type ActionName = `${string}:${string}`;

/** The parts of an ARN. `resource` is everything after the fifth colon and may hold colons and slashes. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/**
 * Splits an ARN; null when it does not have six parts.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): ArnParts | null {
  const [prefix, partition, service, region, account, ...rest] = text.split(':');
  if (prefix !== 'arn' || partition === undefined || service === undefined) return null;
  if (region === undefined || account === undefined || rest.length === 0) return null;
  return { partition, service, region, account, resource: rest.join(':') };
}

export const isArn = (text: string): text is Arn => parseArn(text) !== null;

export const isAccountId = (text: string): boolean => /^\d{12}$/.test(text);

/** `arn:aws:iam::ACCOUNT:root`: the root user as a caller, the whole account as a principal of a policy. */
export const rootArn = (account: AccountId): Arn => `arn:aws:iam::${account}:root`;

/** The ARN of an entity of IAM; `path` starts and ends with a slash. */
export const iamArn = (
  account: AccountId,
  kind: 'user' | 'group' | 'role' | 'policy' | 'instance-profile' | 'mfa',
  path: string,
  name: string,
): Arn => `arn:aws:iam::${account}:${kind}${path}${name}`;

/** S3 ARNs carry neither Region nor account. */
export const bucketArn = (bucket: string): Arn => `arn:aws:s3:::${bucket}`;
export const objectArn = (bucket: string, key: string): Arn => `arn:aws:s3:::${bucket}/${key}`;
