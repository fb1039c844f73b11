// lambda:DeleteFunction: deletes a function with its policy and its URL.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import {
  existingFunction,
  FUNCTION_NAME,
  functionKey,
  invalidValue,
  LATEST,
  onFunction,
  QUALIFIER,
} from './function.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html */
export const DeleteFunction = operation({
  name: 'lambda:DeleteFunction',
  readOnly: false,
  cli: 'lambda delete-function',
  parameters: { FunctionName: FUNCTION_NAME, Qualifier: QUALIFIER },
  authorization: onFunction('lambda:DeleteFunction'),
  perform: (scene, input) => {
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    const { account, place } = found.value;
    if (place.qualifier === LATEST)
      return err(invalidValue('$LATEST version cannot be deleted without deleting the function.'));
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
