// How IAM reads resources and dates when a policy is saved; looser than their meaning, and with messages of its own.

const PARTITIONS = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
  '*',
];

const IAM_RESOURCES = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];

/**
 * Why IAM refuses the format of a resource, in its own words, or null. The first part is not compared with `arn`:
 * for `aws:s3:::bucket` IAM complains of the partition "s3".
 */
export function resourceFault(resource: string): string | null {
  if (resource === '*') return null;
  if (!resource.includes(':')) return `Resource ${resource} must be in ARN format or "*".`;
  const [, partition = '', ...rest] = resource.split(':');
  const [service, region, account, ...names] = rest;
  if (!PARTITIONS.includes(partition)) {
    const shown = rest.length === 1 && service === '' ? [] : rest;
    const four = [shown[0], shown[1], shown[2], shown.length > 3 ? shown.slice(3).join(':') : undefined];
    return `Partition "${partition}" is not valid for resource "arn:${partition}:${four.map((part) => part ?? '*').join(':')}".`;
  }
  if (service === undefined || /[*?]/.test(service))
    return 'Resource vendor must be fully qualified and cannot contain regexes.';
  if (service === 'iam' && region !== '')
    return `IAM resource ${resource} cannot contain region information.`;
  // Access points and jobs of S3 have a Region and an account, buckets and objects neither.
  if (service === 's3' && region !== '' && !account)
    return region === undefined
      ? `Resource ${resource} must be in ARN format or "*".`
      : `Resource ${resource} can not contain region information.`;
  const name = names.join(':');
  // The message does not mention `root`, but AWS's own policies for tasks of the root user name it.
  if (
    service === 'iam' &&
    name !== '*' &&
    name !== 'root' &&
    !IAM_RESOURCES.some((prefix) => name.startsWith(prefix))
  )
    return `IAM resource path must either be "*" or start with ${IAM_RESOURCES.join(', ')}.`;
  return null;
}

/** Whether the older of IAM's two parsers can read a resource whose format is accepted. */
export function isReadableResource(resource: string): boolean {
  if (resource === '*') return true;
  const parts = resource.split(':');
  return (parts.length >= 6 || !resource.includes('::')) && parts[2] !== '';
}

const LAST_EPOCH = 2n ** 63n - 1n;

/** Years with optional month, day, time, fraction and offset; `t` and `z` in either case. */
const ISO_DATE =
  /^-?\d{1,9}(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:t(?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d{1,9})?)?)?)?(?:z|[+-](\d{2})(?::?(\d{2}))?)?)?$/i;

/**
 * Whether IAM can read the value of a Date operator: an ISO 8601 date and time, or seconds since 1970. Days are not
 * compared with their month.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function isReadableDate(value: string): boolean {
  if (/^\d{1,19}$/.test(value)) return BigInt(value) <= LAST_EPOCH;
  const parts = ISO_DATE.exec(value);
  if (parts === null) return false;
  const within = (index: number, least: number, most: number): boolean => {
    const part = parts[index];
    return part === undefined || (Number(part) >= least && Number(part) <= most);
  };
  return (
    within(1, 1, 12) &&
    within(2, 1, 31) &&
    within(3, 0, 23) &&
    within(4, 0, 59) &&
    within(5, 0, 59) &&
    within(6, 0, 23) &&
    within(7, 0, 59)
  );
}
