// lambda:CreateFunctionUrlConfig: gives a function an address on the web.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { existingFunction, FUNCTION_NAME, functionChange } from './function.ts';
import { AUTH_TYPE, isAuthType, newUrlId, onUrl, shownUrl, URL_QUALIFIER } from './function-url.ts';

/**
 * It lets nobody in: also where no signature is asked for, the policy of the function has to allow everybody.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html
 */
export const CreateFunctionUrlConfig = operation({
  name: 'lambda:CreateFunctionUrlConfig',
  readOnly: false,
  cli: 'lambda create-function-url-config',
  parameters: { FunctionName: FUNCTION_NAME, Qualifier: URL_QUALIFIER, AuthType: AUTH_TYPE },
  authorization: (world, caller, input, env) =>
    onUrl('lambda:CreateFunctionUrlConfig', input.AuthType, world, caller, input, env),
  perform: (scene, input) => {
    const { AuthType } = input;
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    if (found.value.lambda.url)
      return err(
        awsError(
          'ResourceConflictException',
          `Failed to create function url config for [functionArn = ${found.value.arn}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
        ),
      );
    const { now } = scene.env;
    const auth = isAuthType(AuthType) ? AuthType : 'AWS_IAM';
    const url = { id: newUrlId(scene.env), auth, created: now, modified: now };
    const { LastModifiedTime: _sameAsCreated, ...output } = shownUrl(found.value, url);
    return ok({ output, changes: [functionChange(found.value, { url })] });
  },
});
