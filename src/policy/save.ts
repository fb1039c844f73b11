// What AWS answers when a policy document is saved: nothing, or its first fault in AWS's own words.
import { readDraft } from './draft.ts';
import { bucketFault } from './save-bucket.ts';
import { identityFault } from './save-identity.ts';
import { organizationFault } from './save-organization.ts';
import { keyFault } from './save-key.ts';
import { trustFault } from './save-trust.ts';

/** Where the document is to be saved. */
export type SaveTarget =
  | {
      readonly kind: 'identity';
      /** A customer managed policy, for which IAM demands Version 2012-10-17; inline policies may do without. */
      readonly managed?: boolean;
    }
  | { readonly kind: 'trust' }
  /** A service control policy or a resource control policy. */
  | { readonly kind: 'scp' | 'rcp' }
  /** A key of KMS. */
  | { readonly kind: 'key' }
  | {
      readonly kind: 'bucket';
      /** The name of the bucket that the policy is for. */
      readonly bucket: string;
    };

export interface SaveError {
  readonly code: 'MalformedPolicyDocument' | 'MalformedPolicy' | 'MalformedPolicyDocumentException';
  readonly message: string;
}

/**
 * Null: AWS saves the document, and `parsePolicy` reads it. Not asked here are quotas of IAM, and whether the
 * principals of a resource-based policy exist, for which the accounts must be known.
 */
export function saveError(text: string, target: SaveTarget): SaveError | null {
  const reading = readDraft(text);
  switch (target.kind) {
    case 'identity':
      return saying('MalformedPolicyDocument', identityFault(reading, target.managed === true));
    case 'trust':
      return saying('MalformedPolicyDocument', trustFault(text, reading));
    case 'scp':
    case 'rcp':
      return saying('MalformedPolicyDocumentException', organizationFault(text, reading, target.kind));
    case 'key':
      return saying('MalformedPolicyDocument', keyFault(reading));
    case 'bucket':
      return saying('MalformedPolicy', bucketFault(text, reading, target.bucket));
  }
}

const saying = (code: SaveError['code'], message: string | null): SaveError | null =>
  message === null ? null : { code, message };
