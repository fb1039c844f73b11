// sts:DecodeAuthorizationMessage: what a service has to tell of a refusal and hands out encoded.
import { err, ok } from '../../../aws/result.ts';
import { decodeAuthorizationMessage } from '../../authorization-message.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { ENCODED_MESSAGE } from './parameters.ts';

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export const DecodeAuthorizationMessage = operation({
  name: 'sts:DecodeAuthorizationMessage',
  readOnly: true,
  cli: 'sts decode-authorization-message',
  parameters: { EncodedMessage: ENCODED_MESSAGE },
  authorization: () => [{ action: 'sts:DecodeAuthorizationMessage', resource: '*' }],
  perform: (_scene, { EncodedMessage }) => {
    const message = decodeAuthorizationMessage(EncodedMessage);
    return message === null
      ? err(awsError('InvalidAuthorizationMessageException', 'Message is not valid'))
      : ok({ output: { DecodedMessage: message }, changes: [] });
  },
});
