// kms:RevokeGrant: ends a grant, for those who look after the key.
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { existingGrant } from './grants.ts';
import { existingKeyItself } from './key.ts';
import { DRY_RUN, GRANT_ID, KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html */
export const RevokeGrant = operation({
  name: 'kms:RevokeGrant',
  readOnly: false,
  cli: 'kms revoke-grant',
  parameters: { KeyId: KEY_ID, GrantId: GRANT_ID, DryRun: DRY_RUN },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:RevokeGrant', {
      'kms:GrantIsForAWSResource': 'false',
    }),
  perform: (scene, { KeyId, GrantId, DryRun }) => {
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const grant = existingGrant(found.value, GrantId);
    if (!grant.ok) return grant;
    const { account, key } = found.value;
    return unlessDryRun(DryRun, {
      output: {},
      changes: [
        {
          kind: 'partSet',
          account: account.id,
          table: 'kmsKeys',
          name: key.id,
          part: 'grants',
          key: grant.value.id,
          value: null,
        },
      ],
    });
  },
});
