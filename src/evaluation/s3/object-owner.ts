// object owner: which calls on an object are for its owner to allow, and not for the owner of the bucket.
import type { ActionName } from '../../aws/arn.ts';

/**
 * Lower-cased, without prefix. Everything else is for the owner of the bucket: to write, delete and restore, parts of
 * uploads, replication, and, as their pages say, tags.
 */
export const OBJECT_OWNER_ACTIONS: ReadonlySet<string> = new Set(
  `getobject getobjectacl getobjectannotation getobjectattributes getobjectlegalhold getobjectretention
  getobjecttorrent getobjectversion getobjectversionacl getobjectversionannotation
  getobjectversionannotationforreplication getobjectversionattributes getobjectversionforreplication
  getobjectversiontorrent listobjectannotations listobjectversionannotations
  putobjectacl putobjectannotation putobjectlegalhold putobjectretention putobjectversionacl
  putobjectversionannotation deleteobjectannotation deleteobjectversionannotation updateobjectencryption`.split(
    /\s+/,
  ),
);

/**
 * Whether only the owner of an object can allow this: where the bucket belongs to someone else, an Allow in the bucket
 * policy is void, while a Deny there still counts.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-auth-workflow-object-operation.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-overview.html#about-resource-owner
 */
export function isForObjectOwner(action: ActionName): boolean {
  const [service, name = ''] = action.toLowerCase().split(':', 2);
  return service === 's3' && OBJECT_OWNER_ACTIONS.has(name);
}
