// lambda:UpdateFunctionConfiguration: changes how a function runs, also with which role.
import type { LambdaFunction } from '../../../account/resources.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import {
  CONFIGURATION,
  environmentError,
  functionRevision,
  shownFunction,
  staleRevision,
} from './configuration.ts';
import { assumableRole, ROLE, roleError } from './execution-role.ts';
import {
  existingFunction,
  FUNCTION_NAME,
  functionArn,
  functionChange,
  onFunction,
  placeOf,
} from './function.ts';
import { passingRole } from './pass-role.ts';

/**
 * Only who names a role must be allowed to pass it. Who changes the rest of a function that has one uses that role
 * without ever having been asked.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
export const UpdateFunctionConfiguration = operation({
  name: 'lambda:UpdateFunctionConfiguration',
  readOnly: false,
  cli: 'lambda update-function-configuration',
  parameters: {
    FunctionName: FUNCTION_NAME,
    Role: { ...ROLE, required: false },
    ...CONFIGURATION,
    RevisionId: { type: 'text', event: 'revisionId', required: false },
  },
  authorization: (world, caller, input, env) => [
    ...onFunction('lambda:UpdateFunctionConfiguration')(world, caller, input, env),
    ...(input.Role === undefined
      ? []
      : [passingRole(input.Role, functionArn(placeOf(input.FunctionName, caller, env)))]),
  ],
  perform: (scene, input) => {
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    const { arn, place, lambda } = found.value;
    const variables = input.Environment?.Variables;
    const refused =
      staleRevision(input.RevisionId, functionRevision(lambda)) ??
      (variables === undefined ? null : environmentError(variables));
    if (refused) return err(refused);
    const role = input.Role === undefined ? null : assumableRole(scene.world, input.Role, place, scene.env);
    if (input.Role !== undefined && !role) return err(roleError());
    const patch: Partial<LambdaFunction> = {
      modified: scene.env.now,
      ...(input.Role !== undefined && role && { role: input.Role, roleId: role.id }),
      ...(input.Runtime !== undefined && { runtime: input.Runtime }),
      ...(input.Handler !== undefined && { handler: input.Handler }),
      ...(input.Description !== undefined && { description: input.Description }),
      ...(input.Timeout !== undefined && { timeout: input.Timeout }),
      ...(input.MemorySize !== undefined && { memory: input.MemorySize }),
      ...(input.Environment !== undefined && { environment: variables ?? {} }),
    };
    return ok({
      output: shownFunction({ arn, lambda: { ...lambda, ...patch } }),
      changes: [functionChange(found.value, patch)],
    });
  },
});
