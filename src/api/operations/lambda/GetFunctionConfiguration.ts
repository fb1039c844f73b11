// lambda:GetFunctionConfiguration: the configuration of a function, its environment variables included.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { shownFunction } from './configuration.ts';
import { existingFunction, FUNCTION_NAME, onFunction } from './function.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export const GetFunctionConfiguration = operation({
  name: 'lambda:GetFunctionConfiguration',
  readOnly: true,
  cli: 'lambda get-function-configuration',
  parameters: { FunctionName: FUNCTION_NAME },
  authorization: onFunction('lambda:GetFunctionConfiguration'),
  perform: (scene, { FunctionName }) => {
    const found = existingFunction(scene, FunctionName);
    return found.ok ? ok({ output: shownFunction(found.value), changes: [] }) : found;
  },
});
