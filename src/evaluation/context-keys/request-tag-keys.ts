// Keys of tags in the request: tags to be set, or keys of tags to be taken away.
import type { ActionName } from '../../aws/arn.ts';
import { serviceOf } from '../action.ts';
import type { RequestContext } from '../request.ts';
import { tagKeys, type Tags } from './tags.ts';

export type RequestTags =
  /** The operation takes no tags. */
  | { readonly kind: 'none' }
  /** The operation takes tags; it may have been given none. */
  | { readonly kind: 'set'; readonly tags: Tags }
  | { readonly kind: 'remove'; readonly keys: readonly string[] };

/** Actions on objects of S3, which have keys of their own in place of the global ones. */
const ON_OBJECTS: ReadonlySet<string> = new Set([
  's3:bypassgovernanceretention',
  's3:putobject',
  's3:putobjecttagging',
  's3:putobjectversiontagging',
]);

/** Services that have a key of their own besides. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['dms', 'dms:req-tag'],
  ['elasticmapreduce', 'elasticmapreduce:RequestTag'],
  ['rds', 'rds:req-tag'],
]);

/**
 * Without tags there is no list of tag keys: an operation that could take them shows no empty one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-tagkeys
 */
export function requestTagKeys(request: RequestTags, action: ActionName): RequestContext {
  switch (request.kind) {
    case 'none':
      return {};
    case 'remove':
      return { 'aws:TagKeys': request.keys };
    case 'set': {
      const { tags } = request;
      const keys = Object.keys(tags);
      if (keys.length === 0) return {};
      if (ON_OBJECTS.has(action.toLowerCase()))
        return { ...tagKeys('s3:RequestObjectTag', tags), 's3:RequestObjectTagKeys': keys };
      const own = OWN.get(serviceOf(action) ?? '');
      return {
        ...tagKeys('aws:RequestTag', tags),
        ...(own === undefined ? {} : tagKeys(own, tags)),
        'aws:TagKeys': keys,
      };
    }
  }
}
