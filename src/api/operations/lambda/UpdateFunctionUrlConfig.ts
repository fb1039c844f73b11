// lambda:UpdateFunctionUrlConfig: says anew who may call the address of a function.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { FUNCTION_NAME, functionChange } from './function.ts';
import { AUTH_TYPE, existingUrl, isAuthType, onUrl, shownUrl, URL_QUALIFIER } from './function-url.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionUrlConfig.html */
export const UpdateFunctionUrlConfig = operation({
  name: 'lambda:UpdateFunctionUrlConfig',
  readOnly: false,
  cli: 'lambda update-function-url-config',
  parameters: {
    FunctionName: FUNCTION_NAME,
    Qualifier: URL_QUALIFIER,
    AuthType: { ...AUTH_TYPE, required: false },
  },
  authorization: (world, caller, input, env) =>
    onUrl('lambda:UpdateFunctionUrlConfig', input.AuthType ?? null, world, caller, input, env),
  perform: (scene, input) => {
    const { AuthType } = input;
    const existing = existingUrl(scene, input);
    if (!existing.ok) return existing;
    const { found, url: before } = existing.value;
    const auth = AuthType !== undefined && isAuthType(AuthType) ? AuthType : before.auth;
    const url = { ...before, auth, modified: scene.env.now };
    return ok({ output: shownUrl(found, url), changes: [functionChange(found, { url })] });
  },
});
