// lambda:GetPolicy: the resource-based policy of a function.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { policyRevision } from './configuration.ts';
import { existingFunction, FUNCTION_NAME, notFound, onFunction, policyOf, QUALIFIER } from './function.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html */
export const GetPolicy = operation({
  name: 'lambda:GetPolicy',
  readOnly: true,
  cli: 'lambda get-policy',
  parameters: { FunctionName: FUNCTION_NAME, Qualifier: QUALIFIER },
  authorization: onFunction('lambda:GetPolicy'),
  perform: (scene, input) => {
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    const policy = policyOf(found.value);
    return policy === null
      ? err(notFound('The resource you requested does not exist.'))
      : ok({ output: { Policy: policy, RevisionId: policyRevision(policy) }, changes: [] });
  },
});
