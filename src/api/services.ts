// Services: what the wire protocol of a service makes of answers that are the same everywhere else.
import type { ErrorCode } from './errors.ts';

type Protocol = 'query' | 'ec2' | 'json' | 'restJson' | 'restXml';

/** @see https://smithy.io/2.0/aws/protocols/index.html */
const PROTOCOLS = new Map<string, Protocol>([
  ['iam', 'query'],
  ['sts', 'query'],
  ['sns', 'query'],
  ['ec2', 'ec2'],
  ['kms', 'json'],
  ['dynamodb', 'json'],
  ['secretsmanager', 'json'],
  ['organizations', 'json'],
  ['sqs', 'json'],
  ['lambda', 'restJson'],
  ['access-analyzer', 'restJson'],
  ['s3', 'restXml'],
]);

/** JSON is what AWS gives to new services. */
export const protocolOf = (service: string): Protocol => PROTOCOLS.get(service) ?? 'json';

/**
 * EC2 and S3 check parameters in ways of their own and lack the common sentence; an operation of theirs that cares for
 * its exact words checks before this does.
 */
const CONSTRAINT_CODES: Readonly<Record<Protocol, ErrorCode>> = {
  query: 'ValidationError',
  ec2: 'InvalidParameterValue',
  json: 'ValidationException',
  restJson: 'ValidationException',
  restXml: 'InvalidArgument',
};

/** The code of the error for parameters that break the constraints of the model. */
export const constraintCode = (service: string): ErrorCode => CONSTRAINT_CODES[protocolOf(service)];
