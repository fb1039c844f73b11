// kms:ListGrants: the grants of a key.
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { grantEntry } from './grants.ts';
import { existingKeyItself } from './key.ts';
import { GRANT_ID, KEY_ID, PRINCIPAL_ID } from './parameters.ts';
import { ALIASES_AND_GRANTS, pageOf, PAGING } from './paging.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html */
export const ListGrants = operation({
  name: 'kms:ListGrants',
  readOnly: true,
  cli: 'kms list-grants',
  parameters: {
    KeyId: KEY_ID,
    GrantId: { ...GRANT_ID, required: false },
    ...PAGING,
    GranteePrincipal: { ...PRINCIPAL_ID, event: 'granteePrincipal', required: false },
  },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:ListGrants'),
  perform: (scene, input) => {
    const { KeyId, GrantId, GranteePrincipal } = input;
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const grants = sortedValues(found.value.key.grants).filter(
      ({ id, granteePrincipal }) =>
        (GrantId === undefined || id === GrantId) &&
        (GranteePrincipal === undefined || granteePrincipal === GranteePrincipal),
    );
    const page = pageOf(grants, input, ALIASES_AND_GRANTS, ({ id }) => id);
    if (!page.ok) return page;
    return ok({
      output: {
        Grants: page.value.items.map((grant) => grantEntry(found.value.arn, grant)),
        ...page.value.page,
      },
      changes: [],
    });
  },
});
