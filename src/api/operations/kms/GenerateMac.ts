// kms:GenerateMac: a message authentication code.
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { MAC_PARAMETERS, macKey, macOf } from './mac.ts';
import { keyRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html */
export const GenerateMac = operation({
  name: 'kms:GenerateMac',
  readOnly: true,
  cli: 'kms generate-mac',
  parameters: MAC_PARAMETERS,
  authorization: (world, caller, { KeyId, MacAlgorithm }, env) =>
    keyRequests(world, caller, env, KeyId, 'kms:GenerateMac', { 'kms:MacAlgorithm': MacAlgorithm }),
  perform: (scene, { KeyId, Message, MacAlgorithm, DryRun }) => {
    const found = macKey(scene, KeyId, MacAlgorithm, 'GenerateMac');
    if (!found.ok) return found;
    const { key, arn } = found.value;
    return unlessDryRun(DryRun, {
      output: { Mac: macOf(key, Message), MacAlgorithm, KeyId: arn },
      changes: [],
    });
  },
});
