// kms:ListKeyPolicies: the names of the policies of a key, of which there is one.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingKeyItself } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { KEYS, pageOf, PAGING } from './paging.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html */
export const ListKeyPolicies = operation({
  name: 'kms:ListKeyPolicies',
  readOnly: true,
  cli: 'kms list-key-policies',
  parameters: { KeyId: KEY_ID, ...PAGING },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:ListKeyPolicies'),
  perform: (scene, input) => {
    const found = existingKeyItself(scene, input.KeyId);
    if (!found.ok) return found;
    const page = pageOf(['default'], input, KEYS, (name) => name);
    return page.ok
      ? ok({ output: { PolicyNames: page.value.items, ...page.value.page }, changes: [] })
      : page;
  },
});
