// secretsmanager:ValidateResourcePolicy: whether a policy could be saved, and would let everybody in.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { nameError, RESOURCE_POLICY, SECRET_ID } from './parameters.ts';
import { isBroad, policyError } from './policy.ts';
import { askingOf, denialOf, usableSecret } from './secret.ts';

/**
 * A fault of form is an error; what the checks find is in the answer. AWS's words for what they find are not known.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html
 */
export const ValidateResourcePolicy = operation({
  name: 'secretsmanager:ValidateResourcePolicy',
  readOnly: true,
  cli: 'secretsmanager validate-resource-policy',
  parameters: { SecretId: { ...SECRET_ID, required: false }, ResourcePolicy: RESOURCE_POLICY },
  validate: ({ SecretId }) => (SecretId === undefined ? null : nameError(SecretId)),
  authorization: (world, caller, { SecretId }, env) => [
    SecretId === undefined
      ? { action: 'secretsmanager:ValidateResourcePolicy', resource: '*' }
      : askingOf(world, caller, env, 'secretsmanager:ValidateResourcePolicy', SecretId),
  ],
  denial: ({ SecretId }, message) => denialOf(SecretId ?? '*', message),
  perform: (scene, { SecretId, ResourcePolicy }) => {
    const found = SecretId === undefined ? ok(null) : usableSecret(scene, SecretId);
    if (!found.ok) return found;
    const fault = policyError(scene.world, ResourcePolicy);
    if (fault) return err(fault);
    const errors = isBroad(ResourcePolicy)
      ? [{ CheckName: 'BlockPublicPolicy', ErrorMessage: 'The resource policy allows broad access.' }]
      : [];
    return ok({
      output: { PolicyValidationPassed: errors.length === 0, ValidationErrors: errors },
      changes: [],
    });
  },
});
