// kms:ListRetirableGrants: the grants that a principal may retire.
import { findAccount } from '../../../account/find.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { grantEntry, grantsByRetiring } from './grants.ts';
import { isDeleted, keyArn } from './key.ts';
import { PRINCIPAL_ID } from './parameters.ts';
import { anyKeyRequest } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html */
export const ListRetirableGrants = operation({
  name: 'kms:ListRetirableGrants',
  readOnly: true,
  cli: 'kms list-retirable-grants',
  parameters: { RetiringPrincipal: { ...PRINCIPAL_ID, event: 'retiringPrincipal' } },
  authorization: () => anyKeyRequest('kms:ListRetirableGrants'),
  perform: ({ world, caller, env }, { RetiringPrincipal }) => {
    const account = findAccount(world, caller.account);
    const grants = (account ? grantsByRetiring(account.kmsKeys) : [])
      .flatMap((byPrincipal) => byPrincipal.get(RetiringPrincipal) ?? [])
      .filter(({ key }) => key.region === env.region && !isDeleted(key, env.now));
    return ok({
      output: {
        Grants: grants.map(({ key, grant }) => grantEntry(keyArn(caller.account, key.region, key.id), grant)),
        Truncated: false,
      },
      changes: [],
    });
  },
});
