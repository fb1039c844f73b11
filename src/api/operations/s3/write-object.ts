// Writes of objects: the permissions that one takes, and the object that comes of it.
import {
  MAX_CONTENT_TYPE_CHARACTERS,
  MAX_OBJECT_CHARACTERS,
  MAX_STORED_CHARACTERS,
} from '../../../account/limits.ts';
import type { Caller } from '../../../account/caller.ts';
import type { Bucket, StoredObject, StoredVersion } from '../../../account/resources.ts';
import { summed } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { objectArn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest, Performed, Scene } from '../../operation.ts';
import type { Tag } from '../../parameters.ts';
import { existingBucket } from './bucket.ts';
import { encryptRequests, sseKeys, writeKey, type SseInput } from './encryption.ts';
import { ACL_HEADERS, aclKeys, givesAcl, type AclInput } from './grants.ts';
import { newObjectAcl } from './new-object-acl.ts';
import { tagSet, tagsOf } from './tagging.ts';
import { newVersion, objectWritten, versionSpaceError } from './versions.ts';

/** What S3 notes for an object whose type nobody stated. */
const DEFAULT_CONTENT_TYPE = 'binary/octet-stream';

const objectCharacters = summed(({ body }: StoredObject) => body.length);
const versionCharacters = summed((version: StoredVersion) =>
  version.kind === 'object' ? version.value.body.length : 0,
);
const bucketCharacters = summed(
  ({ objects, versions }: Bucket) => objectCharacters(objects) + versionCharacters(versions),
);

/** Of all objects in all buckets and their versions; the one that is being replaced counts too, which errs on the safe side. */
const storedCharacters = ({ accounts }: World): number =>
  Object.values(accounts).reduce((sum, { buckets }) => sum + bucketCharacters(buckets), 0);

const { GrantWrite: _bucketsOnly, ...headers } = ACL_HEADERS;

/** Nobody can write to an object, only over it. */
export const OBJECT_ACL_HEADERS = headers;

export type WriteInput = SseInput & AclInput;

/** An access control list, tags and a key of KMS each take a permission of their own. */
export function writeRequests(
  world: World,
  caller: Caller,
  input: WriteInput,
  tags: readonly Tag[],
  env: Env,
  context: RequestContext = {},
): readonly AuthorizationRequest[] {
  const resource = objectArn(input.Bucket, input.Key);
  const setting = { tags: { kind: 'set', tags: tagsOf(tags) } } as const;
  return [
    {
      action: 's3:PutObject',
      resource,
      context: { ...aclKeys(input), ...sseKeys(world, caller, input, env), ...context },
      ...setting,
    },
    ...(givesAcl(input)
      ? [{ action: 's3:PutObjectAcl', resource, context: aclKeys(input), ofNewObject: true } as const]
      : []),
    ...(tags.length > 0 ? [{ action: 's3:PutObjectTagging', resource, ...setting } as const] : []),
    ...encryptRequests(world, caller, input, env),
  ];
}

interface Content {
  readonly body: string;
  readonly contentType: string | undefined;
  readonly tags: readonly Tag[];
}

/** The object in its place. */
export function written(
  scene: Scene,
  input: WriteInput,
  { body, contentType = DEFAULT_CONTENT_TYPE, tags }: Content,
): Result<Performed<StoredObject>, AwsError> {
  const found = existingBucket(scene, input.Bucket);
  if (!found.ok) return found;
  const version = newVersion(found.value.bucket, scene.env);
  const full =
    spaceError(scene.world, body, contentType) ?? versionSpaceError(found.value, input.Key, version);
  if (full) return err(full);
  const acl = newObjectAcl(scene, found.value, input.Key, input);
  if (!acl.ok) return acl;
  const set = tagSet(tags, 'object');
  if (!set.ok) return set;
  const key = writeKey(scene, input, found.value.bucket.region);
  if (!key.ok) return key;
  const object: StoredObject = {
    key: input.Key,
    version,
    body,
    contentType,
    modified: scene.env.now,
    ...acl.value,
    tags: set.value,
    kmsKey: key.value.kmsKey,
  };
  return ok({ output: object, changes: [...key.value.changes, ...objectWritten(found.value, object)] });
}

/** What could not be saved is not taken. */
function spaceError(world: World, body: string, contentType: string): AwsError | null {
  if (body.length > MAX_OBJECT_CHARACTERS)
    return awsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
  if (contentType.length > MAX_CONTENT_TYPE_CHARACTERS)
    return awsError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
  return storedCharacters(world) + body.length > MAX_STORED_CHARACTERS
    ? awsError(
        'SandboxFull',
        'This sandbox keeps 4,000,000 characters in all objects and their versions together, so that the account can still be shared as a file. Delete an object or a version for good first.',
      )
    : null;
}
