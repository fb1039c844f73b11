// lambda:GetFunctionConfiguration: the configuration of a function, its environment variables included.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { shownFunction } from './configuration.ts';
import { existingFunction, FUNCTION_NAME, onFunction, QUALIFIER } from './function.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export const GetFunctionConfiguration = operation({
  name: 'lambda:GetFunctionConfiguration',
  readOnly: true,
  cli: 'lambda get-function-configuration',
  parameters: { FunctionName: FUNCTION_NAME, Qualifier: QUALIFIER },
  authorization: onFunction('lambda:GetFunctionConfiguration'),
  perform: (scene, input) => {
    const found = existingFunction(scene, input);
    return found.ok ? ok({ output: shownFunction(found.value), changes: [] }) : found;
  },
});
