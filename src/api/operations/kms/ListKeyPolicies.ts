// kms:ListKeyPolicies: the names of the policies of a key, of which there is one.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingKeyItself } from './key.ts';
import { KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html */
export const ListKeyPolicies = operation({
  name: 'kms:ListKeyPolicies',
  readOnly: true,
  cli: 'kms list-key-policies',
  parameters: { KeyId: KEY_ID },
  authorization: (world, caller, { KeyId }, env) =>
    keyItselfRequests(world, caller, env, KeyId, 'kms:ListKeyPolicies'),
  perform: (scene, { KeyId }) => {
    const found = existingKeyItself(scene, KeyId);
    return found.ok ? ok({ output: { PolicyNames: ['default'], Truncated: false }, changes: [] }) : found;
  },
});
