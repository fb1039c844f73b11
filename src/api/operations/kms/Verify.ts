// kms:Verify: whether a signature is that of a message.
import { err } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { isSignature } from './curves.ts';
import { signing, SIGNING_PARAMETERS, signingRequests } from './signing.ts';

/**
 * A signature that does not fit is an error, not an answer.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Verify.html
 */
export const Verify = operation({
  name: 'kms:Verify',
  readOnly: true,
  cli: 'kms verify',
  parameters: {
    ...SIGNING_PARAMETERS,
    Signature: { type: 'blob', event: 'signature', required: true, min: 1, max: 6144 },
  },
  authorization: (world, caller, input, env) => signingRequests(world, caller, env, input, 'kms:Verify'),
  perform: (scene, input) => {
    const ready = signing(scene, input, 'Verify');
    if (!ready.ok) return ready;
    const { arn, key, signed } = ready.value;
    if (!isSignature(key, signed, input.Signature)) return err(awsError('KMSInvalidSignatureException', ''));
    return unlessDryRun(input.DryRun, {
      output: { KeyId: arn, SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm },
      changes: [],
    });
  },
});
