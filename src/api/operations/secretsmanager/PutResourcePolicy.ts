// secretsmanager:PutResourcePolicy: writes the policy of a secret, over the one it has.
import { err, ok } from '../../../aws/result.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { RESOURCE_POLICY, SECRET_ID, secretIdError } from './parameters.ts';
import { isBroad, policyError } from './policy.ts';
import { askingOf, secretDenial, secretPatch, shownName, usableSecret } from './secret.ts';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html */
export const PutResourcePolicy = operation({
  name: 'secretsmanager:PutResourcePolicy',
  readOnly: false,
  cli: 'secretsmanager put-resource-policy',
  parameters: {
    SecretId: SECRET_ID,
    ResourcePolicy: RESOURCE_POLICY,
    BlockPublicPolicy: { type: 'boolean', event: 'blockPublicPolicy', required: false },
  },
  validate: secretIdError,
  authorization: (world, caller, { SecretId, BlockPublicPolicy }, env) => [
    askingOf(
      world,
      caller,
      env,
      'secretsmanager:PutResourcePolicy',
      SecretId,
      BlockPublicPolicy === undefined
        ? {}
        : { 'secretsmanager:BlockPublicPolicy': String(BlockPublicPolicy) },
    ),
  ],
  denial: secretDenial,
  perform: (scene, { SecretId, ResourcePolicy, BlockPublicPolicy }) => {
    const found = usableSecret(scene, SecretId);
    if (!found.ok) return found;
    const fault = policyError(scene.world, ResourcePolicy);
    if (fault) return err(fault);
    if (BlockPublicPolicy === true && isBroad(ResourcePolicy))
      return err(
        awsError(
          'PublicPolicyException',
          'The BlockPublicPolicy parameter is set to true, and the resource policy did not prevent broad access to the secret.',
        ),
      );
    return ok({
      output: shownName(found.value),
      changes: [secretPatch(found.value, { policy: withRootArns(ResourcePolicy) })],
    });
  },
});
