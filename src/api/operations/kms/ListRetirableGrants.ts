// kms:ListRetirableGrants: the grants that a principal may retire.
import { findAccount } from '../../../account/find.ts';
import { keysGranting, valuesNamed } from '../../../account/indexes.ts';
import { PART } from '../../../account/ordered.ts';
import { compareNames } from '../../../account/record.ts';
import type { KmsKey, StoredGrant } from '../../../account/resources.ts';
import { valuesOf } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { grantEntry } from './grants.ts';
import { isDeleted, keyArn } from './key.ts';
import { PRINCIPAL_ID } from './parameters.ts';
import { ALIASES_AND_GRANTS, pageOf, PAGING } from './paging.ts';
import { anyKeyRequest } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html */
export const ListRetirableGrants = operation({
  name: 'kms:ListRetirableGrants',
  readOnly: true,
  cli: 'kms list-retirable-grants',
  parameters: { ...PAGING, RetiringPrincipal: { ...PRINCIPAL_ID, event: 'retiringPrincipal' } },
  authorization: () => anyKeyRequest('kms:ListRetirableGrants'),
  perform: ({ world, caller, env }, input) => {
    const { RetiringPrincipal } = input;
    const account = findAccount(world, caller.account);
    const keys = account
      ? valuesNamed(account.kmsKeys, keysGranting(account.kmsKeys, RetiringPrincipal))
      : [];
    const grants = keys
      .filter((key) => key.region === env.region && !isDeleted(key, env.now))
      .flatMap((key) =>
        valuesOf(key.grants)
          .filter(({ retiringPrincipal }) => retiringPrincipal === RetiringPrincipal)
          .map((grant) => ({ key, grant })),
      )
      .sort((a, b) => compareNames(placeOf(a), placeOf(b)));
    const page = pageOf(grants, input, ALIASES_AND_GRANTS, placeOf);
    if (!page.ok) return page;
    return ok({
      output: {
        Grants: page.value.items.map(({ key, grant }) =>
          grantEntry(keyArn(caller.account, key.region, key.id), grant),
        ),
        ...page.value.page,
      },
      changes: [],
    });
  },
});

/** By key, then by grant. */
const placeOf = ({ key, grant }: { readonly key: KmsKey; readonly grant: StoredGrant }): string =>
  `${key.id}${PART}${grant.id}`;
