// lambda:Invoke: asks for a function to be run.
import { decode, encode } from 'js-base64';
import { sessionArn } from '../../../account/principal.ts';
import { jsonIn } from '../../../aws/json.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { CANNOT_BE_ASSUMED } from './execution-role.ts';
import { executionSession } from './execution-session.ts';
import { existingFunction, FUNCTION_NAME, onFunction, QUALIFIER } from './function.ts';

interface Output {
  readonly StatusCode: 200 | 202 | 204;
  readonly ExecutedVersion?: string;
  /** Base64. */
  readonly Payload?: string;
  /** Not of AWS. */
  readonly RolecallNote?: string;
}

/**
 * Rolecall runs no code. What is real is who may invoke the function, and with which role it would run: Lambda assumes it
 * anew, and fails where it cannot. A function that is waited for answers `null`, as one that returns nothing does, with a
 * note that says whose permissions it would have had. The permission has another name than the operation.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const Invoke = operation({
  name: 'lambda:Invoke',
  readOnly: false,
  dataEvent: true,
  cli: 'lambda invoke',
  parameters: {
    FunctionName: FUNCTION_NAME,
    InvocationType: {
      type: 'text',
      event: 'invocationType',
      required: false,
      oneOf: ['Event', 'RequestResponse', 'DryRun'],
    },
    Payload: { type: 'blob', event: 'payload', required: false, secret: true },
    Qualifier: QUALIFIER,
  },
  authorization: onFunction('lambda:InvokeFunction'),
  perform: (scene, input) => {
    const { InvocationType = 'RequestResponse', Payload = '' } = input;
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    const answer = (output: Output) => ok({ output, changes: [] });
    if (InvocationType === 'DryRun') return answer({ StatusCode: 204 });
    if (Payload !== '' && jsonIn(decode(Payload)) === undefined)
      return err(awsError('InvalidRequestContentException', 'Could not parse request body into json'));
    if (InvocationType === 'Event') return answer({ StatusCode: 202 });
    const { place, lambda } = found.value;
    const session = executionSession(scene.world, place, lambda, scene.env);
    if (!session) return err(awsError('AccessDeniedException', CANNOT_BE_ASSUMED, 403));
    return answer({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      Payload: encode('null'),
      RolecallNote: `Rolecall runs no code. This function would have run as ${sessionArn(session)}.`,
    });
  },
});
