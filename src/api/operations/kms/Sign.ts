// kms:Sign: a signature of a message, or of the digest of one.
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { signature } from './curves.ts';
import { signing, SIGNING_PARAMETERS, signingRequests } from './signing.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html */
export const Sign = operation({
  name: 'kms:Sign',
  readOnly: true,
  cli: 'kms sign',
  parameters: SIGNING_PARAMETERS,
  authorization: (world, caller, input, env) => signingRequests(world, caller, env, input, 'kms:Sign'),
  perform: (scene, input) => {
    const ready = signing(scene, input, 'Sign');
    if (!ready.ok) return ready;
    const { arn, key, signed } = ready.value;
    return unlessDryRun(input.DryRun, {
      output: {
        KeyId: arn,
        Signature: signature(key, signed, scene.env),
        SigningAlgorithm: input.SigningAlgorithm,
      },
      changes: [],
    });
  },
});
