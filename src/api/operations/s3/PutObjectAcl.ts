// s3:PutObjectAcl: writes the access control list of an object, over the one it has.
import { objectArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import {
  ACL_BODY,
  ACL_HEADERS,
  aclKeys,
  beyondOwner,
  missingAclError,
  NO_ACLS,
  requestedAcl,
  s3Owner,
} from './grants.ts';
import { existingObject, objectRequests, versionAction } from './object.ts';
import { publicAclError } from './public-access.ts';
import { VERSION_ID_PARAMETER, versionIdError, versionReplaced } from './versions.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html */
export const PutObjectAcl = operation({
  name: 's3:PutObjectAcl',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api put-object-acl',
  parameters: { Bucket: BUCKET, Key: KEY, VersionId: VERSION_ID_PARAMETER, ...ACL_HEADERS, ...ACL_BODY },
  validate: (input) => objectNameError(input) ?? versionIdError(input.VersionId) ?? missingAclError(input),
  authorization: (world, _caller, input) => objectRequests(world, input, 's3:PutObjectAcl', aclKeys(input)),
  perform: (scene, input) => {
    const found = existingObject(scene, input, 'writes');
    if (!found.ok) return found;
    const { account, bucket, object } = found.value;
    if (bucket.ownership === 'BucketOwnerEnforced') return err(NO_ACLS);
    const asked = requestedAcl(scene.world, input, {
      kind: 'object',
      owner: s3Owner(object.owner ?? account.id),
      bucketOwner: s3Owner(account.id),
    });
    if (!asked.ok) return asked;
    const resource = objectArn(bucket.name, object.key);
    const action = versionAction('s3:PutObjectAcl', input.VersionId);
    const refused = publicAclError(scene, found.value, asked.value, action, resource);
    if (refused) return err(refused);
    return ok({
      output: {},
      changes: [versionReplaced(found.value, { ...object, acl: beyondOwner(asked.value) })],
    });
  },
});
