// kms:GetPublicKey: the half of an asymmetric key that everybody may have.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { curveKey, publicKeyOf } from './curves.ts';
import { existingKey, signingAlgorithmsOf, stateError } from './key.ts';
import { GRANT_TOKENS, KEY_ID } from './parameters.ts';
import { keyRequests } from './requests.ts';
import { rsaError } from './signing.ts';

/**
 * No page of AWS tells the text for keys that have no public half.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html
 */
export const GetPublicKey = operation({
  name: 'kms:GetPublicKey',
  readOnly: true,
  cli: 'kms get-public-key',
  parameters: { KeyId: KEY_ID, GrantTokens: GRANT_TOKENS },
  authorization: (world, caller, { KeyId }, env) =>
    keyRequests(world, caller, env, KeyId, 'kms:GetPublicKey'),
  perform: (scene, { KeyId }) => {
    const found = existingKey(scene, KeyId);
    if (!found.ok) return found;
    const { key, arn } = found.value;
    const unusable = stateError(found.value);
    if (unusable) return err(unusable);
    if (key.usage !== 'SIGN_VERIFY')
      return err(
        awsError(
          'UnsupportedOperationException',
          `${arn} key spec is ${key.spec} which is not valid for GetPublicKey.`,
        ),
      );
    const pair = curveKey(key);
    if (!pair) return err(rsaError());
    return ok({
      output: {
        KeyId: arn,
        PublicKey: publicKeyOf(pair),
        CustomerMasterKeySpec: key.spec,
        KeySpec: key.spec,
        KeyUsage: key.usage,
        SigningAlgorithms: signingAlgorithmsOf(key.spec),
      },
      changes: [],
    });
  },
});
