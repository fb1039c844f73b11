// organizations:ListRoots: the root of the organization, and which types of policy are enabled in it.
import { ok } from '../../../aws/result.ts';
import { pageOf } from './paging.ts';
import { PAGING } from './parameters.ts';
import { shownRoot } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html */
export const ListRoots = organizationsOperation({
  name: 'organizations:ListRoots',
  readOnly: true,
  cli: 'organizations list-roots',
  parameters: PAGING,
  authorization: (world, caller) => [asking(world, caller, 'read', 'organizations:ListRoots', '*')],
  perform: (scene, paging) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const page = pageOf([shownRoot(organization.value)], paging, ({ Id }) => Id);
    if (!page.ok) return page;
    return ok({ output: { Roots: page.value.items, ...page.value.page }, changes: [] });
  },
});
