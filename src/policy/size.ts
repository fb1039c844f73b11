// The sizes of policy documents as AWS counts them, and how large they may be.
import type { Code } from './checks/codes.ts';
import type { PolicyType, ResourceKind } from './document.ts';

/**
 * What of a text counts: all its characters, those that are no white space, all its bytes in UTF-8, or those without the white
 * space between the tokens.
 */
type Counting = 'characters' | 'charactersWithoutSpace' | 'bytes' | 'normalizedBytes';

export interface SizeLimit {
  readonly code: Code;
  /** Characters or bytes, as they are counted. */
  readonly most: number;
  readonly counting: Counting;
}

const IDENTITY: SizeLimit = {
  code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
  most: 6_144,
  counting: 'charactersWithoutSpace',
};

const ofResource = (most: number, counting: Counting = 'normalizedBytes'): SizeLimit => ({
  code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
  most,
  counting,
});

/**
 * The quota for one document of each type; that for resources is S3's, and each kind of them has its own in
 * `RESOURCE_SIZE_LIMITS`. For identity-based policies it is that of a managed policy; inline policies have smaller quotas of all
 * policies of one user, group or role together. STS counts a session policy as it is sent.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const SIZE_LIMITS: Readonly<Record<PolicyType, SizeLimit>> = {
  identity: IDENTITY,
  boundary: IDENTITY,
  session: { ...IDENTITY, most: 2_048, counting: 'characters' },
  trust: { ...IDENTITY, code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', most: 2_048 },
  resource: ofResource(20_480),
  endpoint: ofResource(20_480, 'characters'),
  scp: { code: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA', most: 10_240, counting: 'characters' },
  rcp: { code: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA', most: 5_120, counting: 'characters' },
};

/**
 * The quota for the policy of each kind of resource.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html#key-policy-limit
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
 */
export const RESOURCE_SIZE_LIMITS: Readonly<Record<ResourceKind, SizeLimit>> = {
  bucket: SIZE_LIMITS.resource,
  accessPoint: SIZE_LIMITS.resource,
  key: ofResource(32_768, 'bytes'),
  queue: ofResource(8_192),
  topic: ofResource(30_720),
  function: ofResource(20_480),
  secret: ofResource(20_480),
  table: ofResource(20_480),
};

/** The quota for a document, by what it is attached to where that is known. */
export const sizeLimit = (type: PolicyType, resource?: ResourceKind): SizeLimit =>
  type === 'resource' && resource !== undefined ? RESOURCE_SIZE_LIMITS[resource] : SIZE_LIMITS[type];

/** How much of a quota a text takes. */
export function sizeOf(text: string, { counting }: Pick<SizeLimit, 'counting'>): number {
  switch (counting) {
    case 'characters':
      return text.length;
    case 'charactersWithoutSpace':
      return sizeWithoutWhiteSpace(text);
    case 'bytes':
      return bytesOf(text);
    case 'normalizedBytes':
      return normalizedBytes(text);
  }
}

/** Whether the service refuses a document for its length. */
export const isTooLong = (text: string, limit: SizeLimit): boolean => sizeOf(text, limit) > limit.most;

/** Characters without white space, as IAM counts them. */
export const sizeWithoutWhiteSpace = (text: string): number => text.replace(/\s/g, '').length;

/** Bytes in UTF-8 without the white space between the tokens of a JSON text. */
export function normalizedBytes(text: string): number {
  let bytes = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|\S/gsu)) bytes += bytesOf(token);
  return bytes;
}

/** Bytes in UTF-8; half a surrogate pair counts as the replacement character that would be sent. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
