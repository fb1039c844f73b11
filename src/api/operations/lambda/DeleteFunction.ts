// lambda:DeleteFunction: deletes a function with its policy and its URL.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingFunction, FUNCTION_NAME, functionKey, onFunction } from './function.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html */
export const DeleteFunction = operation({
  name: 'lambda:DeleteFunction',
  readOnly: false,
  cli: 'lambda delete-function',
  parameters: { FunctionName: FUNCTION_NAME },
  authorization: onFunction('lambda:DeleteFunction'),
  perform: (scene, { FunctionName }) => {
    const found = existingFunction(scene, FunctionName);
    if (!found.ok) return found;
    const { account, place } = found.value;
    return ok({
      output: {},
      changes: [
        {
          kind: 'entitySet',
          account: account.id,
          table: 'functions',
          name: functionKey(place),
          value: null,
        },
      ],
    });
  },
});
