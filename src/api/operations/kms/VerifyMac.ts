// kms:VerifyMac: whether a message authentication code is that of a message.
import { err } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { MAC_PARAMETERS, macKey, macOf } from './mac.ts';
import { keyRequests } from './requests.ts';

/**
 * A code that does not fit is an error, not an answer.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_VerifyMac.html
 */
export const VerifyMac = operation({
  name: 'kms:VerifyMac',
  readOnly: true,
  cli: 'kms verify-mac',
  parameters: {
    ...MAC_PARAMETERS,
    Mac: { type: 'blob', event: 'mac', required: true, min: 1, max: 6144 },
  },
  authorization: (world, caller, { KeyId, MacAlgorithm }, env) =>
    keyRequests(world, caller, env, KeyId, 'kms:VerifyMac', { 'kms:MacAlgorithm': MacAlgorithm }),
  perform: (scene, { KeyId, Message, Mac, MacAlgorithm, DryRun }) => {
    const found = macKey(scene, KeyId, MacAlgorithm, 'VerifyMac');
    if (!found.ok) return found;
    const { key, arn } = found.value;
    if (macOf(key, Message) !== Mac) return err(awsError('KMSInvalidMacException', ''));
    return unlessDryRun(DryRun, { output: { KeyId: arn, MacValid: true, MacAlgorithm }, changes: [] });
  },
});
