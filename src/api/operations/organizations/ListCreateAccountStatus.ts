// organizations:ListCreateAccountStatus: what became of the requests to create accounts.
import { PAGING } from './parameters.ts';
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { pageOf } from './paging.ts';
import { shownCreation } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

const STATES = {
  type: 'textList',
  event: 'states',
  required: false,
  item: { oneOf: ['IN_PROGRESS', 'SUCCEEDED', 'FAILED'] },
} as const;

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListCreateAccountStatus.html */
export const ListCreateAccountStatus = organizationsOperation({
  name: 'organizations:ListCreateAccountStatus',
  readOnly: true,
  cli: 'organizations list-create-account-status',
  parameters: { States: STATES, ...PAGING },
  authorization: (world, caller) => [
    asking(world, caller, 'read', 'organizations:ListCreateAccountStatus', '*'),
  ],
  perform: (scene, { States = [], ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const creations = sortedValues(organization.value.creations).filter(
      ({ state }) => States.length === 0 || States.includes(state),
    );
    const page = pageOf(creations, paging, ({ id }) => id);
    if (!page.ok) return page;
    const CreateAccountStatuses = page.value.items.map(shownCreation);
    return ok({ output: { CreateAccountStatuses, ...page.value.page }, changes: [] });
  },
});
