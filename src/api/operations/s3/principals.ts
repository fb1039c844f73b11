// Principals of a bucket policy: S3 looks each of them up when the policy is saved.
import { namedPrincipal } from '../../../account/named-principal.ts';
import type { World } from '../../../account/world.ts';
import type { PolicyDocument } from '../../../policy/document.ts';

/**
 * Whether a policy names somebody who should be in this world and is not. Principals of accounts that are not part of
 * it are believed: nothing is known about them.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-principal-intro.html
 */
export const namesMissingPrincipal = (world: World, document: PolicyDocument): boolean =>
  document.statements.some(({ principal }) =>
    principal?.entries.some(
      ({ kind, value }) => kind === 'AWS' && namedPrincipal(world, value) === 'missing',
    ),
  );
