// organizations:TagResource: adds tags to a root, unit, account or policy, or gives those it has other values.
import { err, ok } from '../../../aws/result.ts';
import { invalidInput } from '../../invalid-input.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { targetNotFound } from './exceptions.ts';
import { RESOURCE_ID, TAGS } from './parameters.ts';
import { isAwsManaged, typeKeyOf } from './policies.ts';
import { arnOfResource } from './resources.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';
import { tagError, tagQuotaError, taggedOf } from './tags.ts';

/**
 * Policies of AWS have no tags.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_TagResource.html
 */
export const TagResource = organizationsOperation({
  name: 'organizations:TagResource',
  readOnly: false,
  cli: 'organizations tag-resource',
  parameters: { ResourceId: RESOURCE_ID, Tags: TAGS },
  authorization: (world, caller, { ResourceId, Tags }) => [
    asking(world, caller, 'write', 'organizations:TagResource', arnOfResource(ResourceId), {
      ...typeKeyOf(world.organization, ResourceId),
      ...settingTags(Tags),
    }),
  ],
  perform: (scene, { ResourceId, Tags }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (isAwsManaged(ResourceId)) return err(invalidInput('INVALID_PATTERN'));
    const tagged = taggedOf(organization.value, ResourceId);
    if (!tagged) return err(targetNotFound());
    const tags = withTags(tagged.tags, Tags, 'kept');
    const refused = tagError(Tags) ?? tagQuotaError(tags);
    return refused ? err(refused) : ok({ output: {}, changes: tagged.change(tags) });
  },
});
