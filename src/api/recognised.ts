// recognised: what AWS knows and Rolecall does not simulate, told as that and as nothing else.
import type { ActionName } from '../aws/arn.ts';
import type { Actions } from '../aws/catalogue.ts';
import { awsCommand, awsOperation, awsService } from './aws-operations.ts';
import { isOperationName } from './operations.ts';

/**
 * A sentence on an operation such as `iam:UploadSSHPublicKey` that AWS has and that is not simulated; null for one that is
 * simulated, and for what is no operation of AWS.
 */
export const notSimulated = (operation: string, actions: Actions): string | null =>
  sentence(awsOperation(operation, actions));

/** The same on a command of the AWS CLI, `iam` and `upload-ssh-public-key`. */
export const commandNotSimulated = (service: string, command: string, actions: Actions): string | null =>
  sentence(awsCommand(service, command, actions));

/** A sentence on a service that AWS has, by its name on the command line. */
export const serviceNotSimulated = (service: string, actions: Actions): string | null =>
  awsService(service, actions) ? `${service} is a service of AWS that Rolecall does not simulate.` : null;

const sentence = (operation: ActionName | null): string | null =>
  operation === null || isOperationName(operation)
    ? null
    : `${operation} is an operation of AWS that Rolecall does not simulate.`;
