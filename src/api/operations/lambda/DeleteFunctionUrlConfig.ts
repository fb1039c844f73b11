// lambda:DeleteFunctionUrlConfig: takes the address of a function off the web.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { FUNCTION_NAME, functionChange } from './function.ts';
import { existingUrl, onUrl, URL_QUALIFIER } from './function-url.ts';

/**
 * What the policy of the function says of the URL stays there.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionUrlConfig.html
 */
export const DeleteFunctionUrlConfig = operation({
  name: 'lambda:DeleteFunctionUrlConfig',
  readOnly: false,
  cli: 'lambda delete-function-url-config',
  parameters: { FunctionName: FUNCTION_NAME, Qualifier: URL_QUALIFIER },
  authorization: (world, caller, input, env) =>
    onUrl('lambda:DeleteFunctionUrlConfig', null, world, caller, input, env),
  perform: (scene, input) => {
    const existing = existingUrl(scene, input);
    if (!existing.ok) return existing;
    return ok({ output: {}, changes: [functionChange(existing.value.found, { url: null })] });
  },
});
