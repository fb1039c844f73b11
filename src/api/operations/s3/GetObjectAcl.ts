// s3:GetObjectAcl: the access control list of an object.
import { aclOf } from '../../../account/s3-access.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { aclOutput } from './grants.ts';
import { existingObject, objectRequests } from './object.ts';
import { VERSION_ID_PARAMETER, versionIdError } from './versions.ts';

/**
 * Where ACLs are off, the owner of the bucket owns all that is in it, and the list has nobody else.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html
 */
export const GetObjectAcl = operation({
  name: 's3:GetObjectAcl',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api get-object-acl',
  parameters: { Bucket: BUCKET, Key: KEY, VersionId: VERSION_ID_PARAMETER },
  validate: (input) => objectNameError(input) ?? versionIdError(input.VersionId),
  authorization: (world, _caller, input) => objectRequests(world, input, 's3:GetObjectAcl'),
  perform: (scene, input) => {
    const found = existingObject(scene, input, 'reads');
    if (!found.ok) return found;
    const { account, bucket, object } = found.value;
    const acl =
      bucket.ownership === 'BucketOwnerEnforced'
        ? aclOf(account.id, [])
        : aclOf(object.owner ?? account.id, object.acl);
    return ok({ output: aclOutput(acl), changes: [] });
  },
});
