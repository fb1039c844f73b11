// What rows about functions share: roles that Lambda may assume and one that it may not, and functions with all they can have.
import type { FunctionUrl, LambdaFunction } from '../../../src/account/resources.ts';
import type { World } from '../../../src/account/world.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { filed, functionArn, lambdaFunction, serviceRole } from '../../fixtures/messaging.ts';
import { byName, CREATED, NEIGHBOUR, policyText, withBookshop } from '../../fixtures/world.ts';

export const RUNNER = serviceRole('Runner', 'lambda.amazonaws.com');
export const SPARE = serviceRole('Spare', 'lambda.amazonaws.com');
export const MACHINE = serviceRole('Machine', 'ec2.amazonaws.com');

export const ROLE_ARN: Arn = 'arn:aws:iam::111122223333:role/service-role/Runner';
export const SPARE_ARN: Arn = 'arn:aws:iam::111122223333:role/service-role/Spare';
export const MACHINE_ARN: Arn = 'arn:aws:iam::111122223333:role/service-role/Machine';
export const MISSING_ARN: Arn = 'arn:aws:iam::111122223333:role/Missing';

const STATEMENT = {
  Sid: 'press',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:root` },
  Action: 'lambda:InvokeFunction',
  Resource: functionArn('remind'),
};
export const POLICY = policyText(STATEMENT);

export const URL: FunctionUrl = {
  id: 'abcdefghijklmnopqrstuvwxyz234567',
  auth: 'AWS_IAM',
  created: CREATED,
  modified: CREATED,
};

export const REMIND: LambdaFunction = lambdaFunction('remind', RUNNER, {
  description: 'Reminds of returns.',
  environment: { QUEUE: 'returns' },
  policy: POLICY,
  url: URL,
  tags: { team: 'sales' },
});
export const PLAIN: LambdaFunction = lambdaFunction('plain', RUNNER);

export const LAMBDA_SHOP: World = withBookshop((account) => ({
  ...account,
  roles: byName(RUNNER, SPARE, MACHINE),
  functions: filed(REMIND, PLAIN, lambdaFunction('away', RUNNER, { region: 'eu-central-1' })),
}));

/** The shop with its function otherwise. */
export const withRemind = (more: Partial<LambdaFunction>): World =>
  withBookshop((account) => ({ ...account, functions: filed({ ...REMIND, ...more }) }), LAMBDA_SHOP);

const NOT_SIMULATED = {
  code: 'NotSimulated',
  message: 'Versions and aliases of functions are a feature of AWS that Rolecall does not simulate.',
} as const;

/** The errors of every operation on a function of which a version or an alias can be named apart. */
export const noQualified = <Input extends object>(more: Input) => [
  { input: { ...more, FunctionName: 'remind', Qualifier: 'live' }, ...NOT_SIMULATED },
  {
    input: { ...more, FunctionName: 'remind:live', Qualifier: 'other' },
    code: 'InvalidParameterValueException',
    message: 'The derived qualifier from the function name does not match the specified qualifier.',
  },
];

/** The errors of every operation on a function that is there. */
export const noFunction = <Input extends object>(more: Input) => [
  {
    input: { ...more, FunctionName: 'missing' },
    code: 'ResourceNotFoundException',
    message: `Function not found: ${functionArn('missing')}`,
  },
  {
    input: { ...more, FunctionName: 'remind:live' },
    ...NOT_SIMULATED,
  },
  {
    input: { ...more, FunctionName: `arn:aws:lambda:eu-central-1:111122223333:function:away` },
    code: 'ResourceNotFoundException',
    message: "Functions from 'eu-central-1' are not reachable in this region ('us-east-1')",
  },
  {
    input: { ...more, FunctionName: 'a function' },
    code: 'ValidationException',
    message:
      "1 validation error detected: Value 'a function' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?",
  },
];

export const noTagged = <Input extends object>(more: Input) => [
  {
    input: { ...more, Resource: functionArn('missing') },
    code: 'ResourceNotFoundException',
    message: `Function not found: ${functionArn('missing')}`,
  },
  {
    input: { ...more, Resource: `${functionArn('remind')}:live` as Arn },
    code: 'InvalidParameterValueException',
    message: 'Tags on function aliases and versions are not supported. Please specify either a function ARN.',
  },
];
