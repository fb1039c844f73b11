// Rows: the policies and URLs of functions.
import { expect } from 'vitest';
import type { Operations } from '../../../src/api/call.ts';
import { policyRevision } from '../../../src/api/operations/lambda/configuration.ts';
import { functionArn, functionIn } from '../../fixtures/messaging.ts';
import { BOOKSHOP, NEIGHBOUR, NOW, policyText } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { LAMBDA_SHOP, noFunction, noQualified, POLICY, REMIND, URL, withRemind } from './lambda-shop.ts';

const ADDED = {
  FunctionName: 'plain',
  StatementId: 's1',
  Action: 'lambda:InvokeFunction',
  Principal: 's3.amazonaws.com',
} as const;

/** A statement as it is written. */
const written = (Principal: unknown, more: object = {}) => ({
  Sid: 's1',
  Effect: 'Allow',
  Principal,
  Action: 'lambda:InvokeFunction',
  Resource: functionArn('plain'),
  ...more,
});

const invalid = (message: string) => ({ code: 'InvalidParameterValueException', message });
const PRINCIPAL = invalid('The provided principal was invalid. Please check the principal and try again.');
const STALE = {
  code: 'PreconditionFailedException',
  message:
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
};
const NO_SUCH = { code: 'ResourceNotFoundException', message: 'The resource you requested does not exist.' };

/** What is given to AddPermission beside function, id and action, and the statement that comes of it. */
const GIVEN: readonly {
  readonly input: Partial<Operations['lambda:AddPermission']['input']>;
  readonly statement: object;
}[] = [
  {
    input: {
      Principal: 's3.amazonaws.com',
      SourceArn: 'arn:aws:s3:::maple-drafts',
      SourceAccount: BOOKSHOP,
    },
    statement: written(
      { Service: 's3.amazonaws.com' },
      {
        Condition: {
          StringEquals: { 'AWS:SourceAccount': BOOKSHOP },
          ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::maple-drafts' },
        },
      },
    ),
  },
  { input: { Principal: NEIGHBOUR }, statement: written({ AWS: `arn:aws:iam::${NEIGHBOUR}:root` }) },
  {
    input: { Principal: `arn:aws:iam::${BOOKSHOP}:user/noor` },
    statement: written({ AWS: `arn:aws:iam::${BOOKSHOP}:user/noor` }),
  },
  {
    input: { Principal: 'arn:aws:iam::999988887777:role/Theirs' },
    statement: written({ AWS: 'arn:aws:iam::999988887777:role/Theirs' }),
  },
  {
    input: { Principal: '*', PrincipalOrgID: 'o-exampleorgid' },
    statement: written('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } }),
  },
  {
    input: { Principal: 'alexa-appkit.amazon.com', EventSourceToken: 'skill' },
    statement: written(
      { Service: 'alexa-appkit.amazon.com' },
      { Condition: { StringEquals: { 'lambda:EventSourceToken': 'skill' } } },
    ),
  },
  {
    input: { Principal: '*', Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
    statement: written('*', {
      Action: 'lambda:InvokeFunctionUrl',
      Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
    }),
  },
  {
    input: { Principal: '*', InvokedViaFunctionUrl: true },
    statement: written('*', { Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } }),
  },
];

const SHOWN_URL = {
  FunctionUrl: `https://${URL.id}.lambda-url.us-east-1.on.aws/`,
  FunctionArn: functionArn('remind'),
  AuthType: 'AWS_IAM',
  CreationTime: URL.created,
  LastModifiedTime: URL.modified,
  InvokeMode: 'BUFFERED',
};

export const LAMBDA_ACCESS = [
  ...GIVEN.map(({ input, statement }) =>
    row({
      operation: 'lambda:AddPermission',
      world: LAMBDA_SHOP,
      works: { ...ADDED, ...input },
      then: (output, world) => {
        expect(JSON.parse(output.Statement)).toEqual(statement);
        expect(functionIn(world, 'plain')?.policy).toBe(
          `{"Version":"2012-10-17","Id":"default","Statement":[${output.Statement}]}`,
        );
      },
      errors: [],
    }),
  ),
  row({
    operation: 'lambda:AddPermission',
    world: LAMBDA_SHOP,
    works: { ...ADDED, FunctionName: 'remind', RevisionId: policyRevision(POLICY) },
    then: (_output, world) => expect(functionIn(world, 'remind')?.policy).toContain('"Sid":"press"'),
    errors: [
      ...noFunction({ StatementId: 's1', Action: '*', Principal: NEIGHBOUR }),
      ...noQualified({ StatementId: 's1', Action: '*', Principal: NEIGHBOUR }),
      {
        input: { ...ADDED, Qualifier: '$LATEST' },
        ...invalid('We currently do not support adding policies for $LATEST.'),
      },
      {
        input: { ...ADDED, FunctionName: 'remind', StatementId: 'press' },
        code: 'ResourceConflictException',
        message:
          'The statement id (press) provided already exists. Please provide a new statement id, or remove the existing statement.',
      },
      ...[
        'somebody',
        's3.example.com',
        'bogus',
        'bogus principal',
        `arn:aws:iam::${BOOKSHOP}:user/nobody-here`,
        `arn:aws:iam::${BOOKSHOP}:group/Writers`,
        `arn:aws:iam::${BOOKSHOP}:user/*`,
        functionArn('plain'),
      ].map((Principal) => ({ input: { ...ADDED, Principal }, ...PRINCIPAL })),
      {
        input: { ...ADDED, FunctionUrlAuthType: 'NONE' },
        ...invalid('FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action'),
      },
      {
        input: { ...ADDED, Action: 'lambda:InvokeFunctionUrl', InvokedViaFunctionUrl: true },
        ...invalid('InvokedViaFunctionUrl is only supported for lambda:InvokeFunction action'),
      },
      { input: { ...ADDED, RevisionId: 'x' }, ...STALE },
      { input: { ...ADDED, FunctionName: 'remind', RevisionId: 'x' }, ...STALE },
      {
        world: withRemind({
          policy: policyText(
            ...Array.from({ length: 4 }, (_, at) => ({
              ...written('*'),
              Sid: `${at}`,
              Resource: `arn:aws:lambda:${'x'.repeat(5_000)}`,
            })),
          ),
        }),
        input: { ...ADDED, FunctionName: 'remind' },
        code: 'PolicyLengthExceededException',
        message: 'The final policy size (20639) is bigger than the limit (20480).',
      },
      {
        input: { ...ADDED, Action: 's3:GetObject' },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value 's3:GetObject' at 'action' failed to satisfy constraint: Member must satisfy regular expression pattern: (lambda:[*]|lambda:[a-zA-Z]+|[*])",
      },
    ],
  }),
  row({
    operation: 'lambda:RemovePermission',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind', StatementId: 'press', RevisionId: policyRevision(POLICY) },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(functionIn(world, 'remind')).toEqual({ ...REMIND, policy: null });
    },
    errors: [
      ...noFunction({ StatementId: 'press' }),
      ...noQualified({ StatementId: 'press' }),
      {
        input: { FunctionName: 'remind:$LATEST', StatementId: 'press' },
        code: 'ResourceNotFoundException',
        message: 'No policy is associated with the given resource.',
      },
      {
        input: { FunctionName: 'remind', StatementId: 'other' },
        code: 'ResourceNotFoundException',
        message: 'Statement other is not found in resource policy.',
      },
      {
        input: { FunctionName: 'plain', StatementId: 'press' },
        code: 'ResourceNotFoundException',
        message: 'No policy is associated with the given resource.',
      },
      { input: { FunctionName: 'remind', StatementId: 'press', RevisionId: 'x' }, ...STALE },
    ],
  }),
  row({
    operation: 'lambda:GetPolicy',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind' },
    then: (output) => expect(output).toEqual({ Policy: POLICY, RevisionId: policyRevision(POLICY) }),
    errors: [
      ...noFunction({}),
      ...noQualified({}),
      { input: { FunctionName: 'remind:$LATEST' }, ...NO_SUCH },
      { input: { FunctionName: 'plain' }, ...NO_SUCH },
    ],
  }),
  row({
    operation: 'lambda:CreateFunctionUrlConfig',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'plain', AuthType: 'NONE' },
    then: (output, world) => {
      const made = functionIn(world, 'plain')?.url;
      expect(made).toMatchObject({ auth: 'NONE', created: NOW, modified: NOW });
      expect(output).toEqual({
        FunctionUrl: `https://${made?.id}.lambda-url.us-east-1.on.aws/`,
        FunctionArn: functionArn('plain'),
        AuthType: 'NONE',
        CreationTime: NOW,
        InvokeMode: 'BUFFERED',
      });
    },
    errors: [
      ...noFunction({ AuthType: 'NONE' }),
      ...noQualified({ AuthType: 'NONE' } as const),
      {
        input: { FunctionName: 'remind', AuthType: 'NONE' },
        code: 'ResourceConflictException',
        message: `Failed to create function url config for [functionArn = ${functionArn('remind')}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
      },
      {
        input: { FunctionName: 'plain', AuthType: 'ALL' },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value 'ALL' at 'authType' failed to satisfy constraint: Member must satisfy enum value set: [NONE, AWS_IAM]",
      },
    ],
  }),
  row({
    operation: 'lambda:GetFunctionUrlConfig',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind' },
    then: (output) => expect(output).toEqual(SHOWN_URL),
    errors: [...noFunction({}), ...noQualified({}), { input: { FunctionName: 'plain' }, ...NO_SUCH }],
  }),
  row({
    operation: 'lambda:UpdateFunctionUrlConfig',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind', AuthType: 'NONE' },
    then: (output, world) => {
      expect(output).toEqual({ ...SHOWN_URL, AuthType: 'NONE', LastModifiedTime: NOW });
      expect(functionIn(world, 'remind')?.url).toEqual({ ...URL, auth: 'NONE', modified: NOW });
    },
    errors: [...noFunction({}), ...noQualified({}), { input: { FunctionName: 'plain' }, ...NO_SUCH }],
  }),
  row({
    operation: 'lambda:DeleteFunctionUrlConfig',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(functionIn(world, 'remind')).toEqual({ ...REMIND, url: null });
    },
    errors: [...noFunction({}), ...noQualified({}), { input: { FunctionName: 'plain' }, ...NO_SUCH }],
  }),
];
