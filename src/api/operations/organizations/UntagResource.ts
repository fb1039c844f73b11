// organizations:UntagResource: takes tags away from a root, unit, account or policy.
import { err, ok } from '../../../aws/result.ts';
import { invalidInput } from '../../invalid-input.ts';
import { removingTags, withoutTags } from '../iam/tags.ts';
import { targetNotFound } from './exceptions.ts';
import { RESOURCE_ID, TAG_KEYS } from './parameters.ts';
import { isAwsManaged, typeKeyOf } from './policies.ts';
import { arnOfResource } from './resources.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';
import { taggedOf } from './tags.ts';

/**
 * Keys that it has not are passed over.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_UntagResource.html
 */
export const UntagResource = organizationsOperation({
  name: 'organizations:UntagResource',
  readOnly: false,
  cli: 'organizations untag-resource',
  parameters: { ResourceId: RESOURCE_ID, TagKeys: TAG_KEYS },
  authorization: (world, caller, { ResourceId, TagKeys }) => [
    asking(world, caller, 'write', 'organizations:UntagResource', arnOfResource(ResourceId), {
      ...typeKeyOf(world.organization, ResourceId),
      ...removingTags(TagKeys),
    }),
  ],
  perform: (scene, { ResourceId, TagKeys }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (isAwsManaged(ResourceId)) return err(invalidInput('INVALID_PATTERN'));
    const tagged = taggedOf(organization.value, ResourceId);
    if (!tagged) return err(targetNotFound());
    return ok({ output: {}, changes: tagged.change(withoutTags(tagged.tags, TagKeys, 'kept')) });
  },
});
