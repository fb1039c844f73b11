// lambda:GetFunctionUrlConfig: the address of a function, and who may call it.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { FUNCTION_NAME } from './function.ts';
import { existingUrl, onUrl, shownUrl, URL_QUALIFIER } from './function-url.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html */
export const GetFunctionUrlConfig = operation({
  name: 'lambda:GetFunctionUrlConfig',
  readOnly: true,
  cli: 'lambda get-function-url-config',
  parameters: { FunctionName: FUNCTION_NAME, Qualifier: URL_QUALIFIER },
  authorization: (world, caller, input, env) =>
    onUrl('lambda:GetFunctionUrlConfig', null, world, caller, input, env),
  perform: (scene, input) => {
    const existing = existingUrl(scene, input);
    if (!existing.ok) return existing;
    return ok({ output: shownUrl(existing.value.found, existing.value.url), changes: [] });
  },
});
