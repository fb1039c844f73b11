// Principals of a bucket policy: S3 looks each of them up when the policy is saved.
import { findAccount } from '../../../account/find.ts';
import { entry } from '../../../account/record.ts';
import { roleOfResource, userOfResource } from '../../../account/resource.ts';
import type { World } from '../../../account/world.ts';
import { isArn, parseArn } from '../../../aws/arn.ts';
import type { PolicyDocument } from '../../../policy/document.ts';

/**
 * Whether a policy names somebody who should be in this world and is not. Principals of accounts that are not part of
 * it are believed: nothing is known about them.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-principal-intro.html
 */
export const namesMissingPrincipal = (world: World, document: PolicyDocument): boolean =>
  document.statements.some(({ principal }) =>
    principal?.entries.some(({ kind, value }) => kind === 'AWS' && isMissing(world, value)),
  );

function isMissing(world: World, value: string): boolean {
  // `*`, an account id, or a unique id such as `AIDA…`
  if (!isArn(value)) return false;
  const parts = parseArn(value);
  const account = parts && findAccount(world, parts.account);
  if (!account) return false;
  if (parts.resource === 'root') return false;
  if (parts.service === 'sts') {
    const [kind, role = ''] = parts.resource.split('/');
    return kind === 'assumed-role' ? entry(account.roles, role) === undefined : kind !== 'federated-user';
  }
  // Groups are never principals.
  return userOfResource(world, value) === null && roleOfResource(world, value) === null;
}
