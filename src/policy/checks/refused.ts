// Refused: what keeps a policy from being saved, where the service that it is for looks closer than Access Analyzer.
import type { PrincipalEntry, ResourceKind } from '../document.ts';
import { grammarOf } from '../resource-grammars.ts';
import { isBucketAction, isBucketKey, namesPrincipal } from '../save-bucket.ts';
import { isKeyPrincipal, isRefusedKey } from '../save-key.ts';
import { namesHere, takesAction } from '../save-resource.ts';
import { isAssumeRoleAction, isTrustPrincipal } from '../save-trust.ts';
import type { Subject } from './subject.ts';

type Place = Pick<Subject, 'type' | 'resource'>;

/** Whether the policy is not saved with this action, or pattern of some, in it. */
export function isActionRefused({ type, resource }: Place, value: string): boolean {
  if (type === 'trust') return !isAssumeRoleAction(value);
  if (type !== 'resource') return false;
  if (resource === 'bucket') return !isBucketAction(value);
  const grammar = grammarOf(resource);
  return grammar !== undefined && !takesAction(grammar, value);
}

/** Whether the policy is not saved with this principal in it, there or not. */
export function isPrincipalRefused({ type, resource }: Place, entry: PrincipalEntry): boolean {
  if (type === 'trust') return !isTrustPrincipal(entry);
  if (type !== 'resource') return false;
  if (resource === 'key') return !isKeyPrincipal(entry);
  return !(grammarOf(resource) ? namesHere(entry) : namesPrincipal(entry));
}

/** Whether the policy is not saved with a condition on this key, known or not. */
export function isKeyRefused({ type, resource }: Place, key: string): boolean {
  if (type !== 'resource') return false;
  if (resource === 'bucket') return !isBucketKey(key);
  return resource === 'key' && isRefusedKey(key);
}

/** Whether IAM's own parser reads the policy when it is saved: KMS and Organizations leave it to IAM. */
export const isReadByIam = ({ type, resource }: Place): boolean =>
  type !== 'endpoint' && (type !== 'resource' || resource === 'key');

/** What services call the policies of their resources, and who says whether one is saved. */
export const SAVED_BY: Partial<Readonly<Record<ResourceKind, readonly [service: string, policy: string]>>> = {
  bucket: ['S3', 'bucket policy'],
  queue: ['SQS', 'queue policy'],
  topic: ['SNS', 'topic policy'],
  table: ['DynamoDB', 'table policy'],
  secret: ['Secrets Manager', 'secret policy'],
};
