// lambda:UpdateFunctionCode: gives a function other code, which runs with the role that it has.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { codeError, functionRevision, shownFunction, staleRevision, ZIP_FILE } from './configuration.ts';
import { existingFunction, FUNCTION_NAME, functionChange, onFunction } from './function.ts';

/**
 * Nobody asks for `iam:PassRole` here, which makes this one of the classic ways to more permissions.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
 */
export const UpdateFunctionCode = operation({
  name: 'lambda:UpdateFunctionCode',
  readOnly: false,
  cli: 'lambda update-function-code',
  parameters: {
    FunctionName: FUNCTION_NAME,
    ZipFile: ZIP_FILE,
    DryRun: { type: 'boolean', event: 'dryRun', required: false },
    RevisionId: { type: 'text', event: 'revisionId', required: false },
  },
  authorization: onFunction('lambda:UpdateFunctionCode'),
  perform: (scene, input) => {
    const { ZipFile, DryRun = false, RevisionId } = input;
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    const { account, arn, lambda } = found.value;
    const refused =
      staleRevision(RevisionId, functionRevision(lambda)) ?? codeError(account, ZipFile, lambda.code);
    if (refused) return err(refused);
    const patch = { code: ZipFile ?? '', modified: scene.env.now };
    return ok({
      output: shownFunction({ arn, lambda: { ...lambda, ...patch } }),
      changes: DryRun ? [] : [functionChange(found.value, patch)],
    });
  },
});
