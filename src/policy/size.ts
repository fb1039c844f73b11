// The sizes of policy documents as AWS counts them, and how large they may be.
import type { Code } from './checks/codes.ts';
import type { PolicyType } from './document.ts';

/** Bytes of a bucket policy after normalization. */
export const BUCKET_POLICY_BYTES = 20_480;

interface SizeLimit {
  readonly code: Code;
  /** Characters. */
  readonly most: number;
  /** Whether white space counts. */
  readonly whiteSpace: boolean;
}

const IDENTITY: SizeLimit = {
  code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
  most: 6_144,
  whiteSpace: false,
};

/**
 * The quota for one document of each type. For identity-based policies it is that of a managed policy; inline
 * policies have smaller quotas of all policies of one user, group or role together.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const SIZE_LIMITS: Readonly<Record<PolicyType, SizeLimit>> = {
  identity: IDENTITY,
  boundary: IDENTITY,
  session: { ...IDENTITY, most: 2_048 },
  trust: { code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', most: 2_048, whiteSpace: false },
  resource: {
    code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
    most: BUCKET_POLICY_BYTES,
    whiteSpace: true,
  },
  endpoint: { code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', most: 20_480, whiteSpace: true },
  scp: { code: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA', most: 10_240, whiteSpace: true },
  rcp: { code: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA', most: 5_120, whiteSpace: true },
};

/** Characters without white space, as IAM counts them. */
export const sizeWithoutWhiteSpace = (text: string): number => text.replace(/\s/g, '').length;

/** Bytes in UTF-8 without the white space between the tokens of a JSON text. */
export function normalizedBytes(text: string): number {
  let bytes = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|\S/gsu))
    for (const character of token) {
      const code = character.codePointAt(0) ?? 0;
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    }
  return bytes;
}
