// lambda:GetFunction: configuration, code and tags of a function.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { shownFunction, type ShownFunction } from './configuration.ts';
import { existingFunction, FUNCTION_NAME, onFunction, QUALIFIER } from './function.ts';

interface Output {
  readonly Configuration: ShownFunction;
  readonly Code: { readonly RepositoryType: string; readonly Location: string };
  readonly Tags?: Readonly<Record<string, string>>;
}

/**
 * Where AWS hands out a link that is good for ten minutes, the location here is the code itself: whoever may make this
 * call may read it.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
 */
export const GetFunction = operation({
  name: 'lambda:GetFunction',
  readOnly: true,
  cli: 'lambda get-function',
  parameters: { FunctionName: FUNCTION_NAME, Qualifier: QUALIFIER },
  authorization: onFunction('lambda:GetFunction'),
  perform: (scene, input) => {
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    const { code, tags } = found.value.lambda;
    const output: Output = {
      Configuration: shownFunction(found.value),
      Code: { RepositoryType: 'S3', Location: `data:application/zip;base64,${code}` },
      ...(Object.keys(tags).length > 0 && { Tags: tags }),
    };
    return ok({ output, changes: [] });
  },
});
