// Access control lists of new objects: who owns an object from its first moment, and whom that owner lets in.
import type { StoredObject } from '../../../account/resources.ts';
import { objectArn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Scene } from '../../operation.ts';
import type { Found } from './bucket.ts';
import { beyondOwner, givesAcl, NO_ACLS, requestedAcl, s3Owner, type AclInput } from './grants.ts';
import { ownerOfNew } from './object.ts';
import { publicAclError } from './public-access.ts';

/**
 * Where ACLs are off, a request may still say what is the case anyway: that the owner of the bucket has full control.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function newObjectAcl(
  scene: Scene,
  found: Found,
  key: string,
  input: AclInput,
): Result<Pick<StoredObject, 'owner' | 'acl'>, AwsError> {
  const { account, bucket } = found;
  const bucketOwner = s3Owner(account.id);
  const owner = ownerOfNew(found, scene.caller, input.ACL);
  if (bucket.ownership === 'BucketOwnerEnforced') {
    const says =
      givesAcl(input) && input.ACL !== 'bucket-owner-full-control' && !isFullControlOf(input, bucketOwner);
    return says ? err(NO_ACLS) : ok({ owner, acl: [] });
  }
  const asked = requestedAcl(scene.world, input, {
    kind: 'object',
    owner: s3Owner(owner ?? account.id),
    bucketOwner,
  });
  if (!asked.ok) return asked;
  const refused = publicAclError(scene, found, asked.value, 's3:PutObject', objectArn(bucket.name, key));
  return refused ? err(refused) : ok({ owner, acl: beyondOwner(asked.value) });
}

/** The same in grants: full control for the owner of the bucket, and nothing else. */
const isFullControlOf = (
  { ACL, GrantFullControl = '', GrantRead, GrantReadACP, GrantWriteACP }: AclInput,
  { canonicalUserId }: { readonly canonicalUserId: string },
): boolean =>
  [ACL, GrantRead, GrantReadACP, GrantWriteACP].every((one) => one === undefined) &&
  GrantFullControl.replaceAll(/[\s"]/g, '') === `id=${canonicalUserId}`;
