// iam:ListInstanceProfiles: the instance profiles of the account.
import { place, profilesUnder } from '../../../account/orders.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { listedProfile } from './instance-profile.ts';
import { pageAfter } from './paging.ts';
import { PAGING, PATH_PREFIX } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html */
export const ListInstanceProfiles = operation({
  name: 'iam:ListInstanceProfiles',
  readOnly: true,
  cli: 'iam list-instance-profiles',
  parameters: { PathPrefix: PATH_PREFIX, ...PAGING },
  authorization: () => [{ action: 'iam:ListInstanceProfiles', resource: '*' }],
  perform: (scene, { PathPrefix = '/', ...paging }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const cut = pageAfter(profilesUnder(account.value.instanceProfiles, PathPrefix), paging, place);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { InstanceProfiles: items.map((profile) => listedProfile(account.value, profile)), ...page },
      changes: [],
    });
  },
});
