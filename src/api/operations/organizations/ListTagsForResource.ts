// organizations:ListTagsForResource: the tags of a root, unit, account or policy.
import { err, ok } from '../../../aws/result.ts';
import { invalidInput } from '../../invalid-input.ts';
import { tagList } from '../iam/tags.ts';
import { targetNotFound } from './exceptions.ts';
import { pageOf } from './paging.ts';
import { NEXT_TOKEN, RESOURCE_ID } from './parameters.ts';
import { isAwsManaged, typeKeyOf } from './policies.ts';
import { arnOfResource } from './resources.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';
import { taggedOf } from './tags.ts';

/**
 * That policies of AWS are answered so was observed.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListTagsForResource.html
 */
export const ListTagsForResource = organizationsOperation({
  name: 'organizations:ListTagsForResource',
  readOnly: true,
  cli: 'organizations list-tags-for-resource',
  parameters: { ResourceId: RESOURCE_ID, NextToken: NEXT_TOKEN },
  authorization: (world, caller, { ResourceId }) => [
    asking(
      world,
      caller,
      'read',
      'organizations:ListTagsForResource',
      arnOfResource(ResourceId),
      typeKeyOf(world.organization, ResourceId),
    ),
  ],
  perform: (scene, { ResourceId, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (isAwsManaged(ResourceId)) return err(invalidInput('INVALID_PATTERN'));
    const tagged = taggedOf(organization.value, ResourceId);
    if (!tagged) return err(targetNotFound());
    const page = pageOf(tagList(tagged.tags), { ...paging, MaxResults: 50 }, ({ Key }) => Key);
    if (!page.ok) return page;
    return ok({ output: { Tags: page.value.items, ...page.value.page }, changes: [] });
  },
});
