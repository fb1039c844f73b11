// Rows: functions, their configuration, code and tags.
import { expect } from 'vitest';
import { functionRevision } from '../../../src/api/operations/lambda/configuration.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { functionArn, functionIn, lambdaFunction } from '../../fixtures/messaging.ts';
import { BOOKSHOP, NOW, withBookshop } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { markerAfter } from './marker.ts';
import {
  LAMBDA_SHOP,
  MACHINE_ARN,
  MISSING_ARN,
  noFunction,
  noQualified,
  noTagged,
  PLAIN,
  REMIND,
  ROLE_ARN,
  RUNNER,
  SPARE,
  SPARE_ARN,
  withRemind,
} from './lambda-shop.ts';

const CODE = 'UEsDBA==';
const NEW = {
  FunctionName: 'new',
  Role: ROLE_ARN,
  Code: { ZipFile: CODE },
  Runtime: 'nodejs22.x',
  Handler: 'index.handler',
} as const;

const SHOWN_REMIND = {
  FunctionName: 'remind',
  FunctionArn: functionArn('remind'),
  Runtime: 'nodejs22.x',
  Role: ROLE_ARN,
  Handler: 'index.handler',
  CodeSize: 4,
  Description: 'Reminds of returns.',
  Timeout: 3,
  MemorySize: 128,
  LastModified: '2026-09-01T08:00:00.000+0000',
  CodeSha256: 'jcx+YBYGIX87dUdmURGCqRaxfpomqUydiHEE66kum7I=',
  Version: '$LATEST',
  Environment: { Variables: { QUEUE: 'returns' } },
  TracingConfig: { Mode: 'PassThrough' },
  RevisionId: functionRevision(REMIND),
  State: 'Active',
  LastUpdateStatus: 'Successful',
  PackageType: 'Zip',
  Architectures: ['x86_64'],
  EphemeralStorage: { Size: 512 },
  SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
  LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/remind' },
};

const invalid = (message: string) => ({ code: 'InvalidParameterValueException', message });
const UNASSUMABLE = invalid('The role defined for the function cannot be assumed by Lambda.');
const LARGE = 'A'.repeat(400_004);
const TOO_LARGE = {
  code: 'SandboxFull',
  message: 'This sandbox keeps 300,000 bytes of code of a function.',
};
const FULL = withBookshop((account) => {
  const codes = Array.from({ length: 5 }, (_, at) =>
    lambdaFunction(`f${at}`, RUNNER, { code: 'A'.repeat(400_000) }),
  );
  return {
    ...account,
    functions: { leaf: Object.fromEntries(codes.map((one) => [`us-east-1/${one.name}`, one])) },
  };
}, LAMBDA_SHOP);
const NO_ROOM = {
  code: 'SandboxFull',
  message:
    'This sandbox keeps 1,500,000 bytes of code of all functions of an account together, so that the account can still be shared as a file. Delete a function first.',
};
const BAD_ENVIRONMENT = {
  input: { Environment: { Variables: { LONG: 'x'.repeat(4_097) } } },
  ...invalid(
    'Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.',
  ),
};
const STALE = {
  code: 'PreconditionFailedException',
  message:
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
};
const FIFTY = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, '']));
const BAD_TAGS: readonly { readonly tags: Readonly<Record<string, string>>; readonly message: string }[] = [
  { tags: { 'aws:x': '' }, message: 'Tag keys starting with aws: are reserved.' },
  { tags: { 'a,b': '' }, message: 'Tag keys or values are invalid.' },
  { tags: { ...FIFTY, more: '' }, message: 'Number of tags exceeds resource tag limit.' },
];

export const LAMBDA = [
  row({
    operation: 'lambda:CreateFunction',
    world: LAMBDA_SHOP,
    works: {
      ...NEW,
      Description: 'New',
      Timeout: 10,
      MemorySize: 256,
      Environment: { Variables: { QUEUE: 'jobs' } },
      Tags: { team: 'sales' },
    },
    then: (output, world) => {
      const made = lambdaFunction('new', RUNNER, {
        modified: NOW,
        description: 'New',
        timeout: 10,
        memory: 256,
        environment: { QUEUE: 'jobs' },
        tags: { team: 'sales' },
      });
      expect(functionIn(world, 'new')).toEqual(made);
      expect(output).toEqual({
        ...SHOWN_REMIND,
        FunctionName: 'new',
        FunctionArn: functionArn('new'),
        Description: 'New',
        Timeout: 10,
        MemorySize: 256,
        LastModified: '2026-11-22T10:14:05.000+0000',
        Environment: { Variables: { QUEUE: 'jobs' } },
        RevisionId: functionRevision(made),
        LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/new' },
      });
    },
    errors: [
      ...noFunction(NEW).slice(1),
      {
        input: { ...NEW, FunctionName: 'remind' },
        code: 'ResourceConflictException',
        message: 'Function already exist: remind',
      },
      ...[MACHINE_ARN, MISSING_ARN].map((Role) => ({ input: { ...NEW, Role }, ...UNASSUMABLE })),
      {
        input: { ...NEW, Role: 'Runner' as string as Arn },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value 'Runner' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
      },
      {
        input: { ...NEW, Role: 'arn:aws:iam::444455556666:role/Theirs' as const },
        code: 'AccessDeniedException',
        message: `User: arn:aws:iam::${BOOKSHOP}:root is not authorized to perform: iam:PassRole on resource: arn:aws:iam::444455556666:role/Theirs`,
      },
      {
        input: { ...NEW, FunctionName: 'a'.repeat(65) },
        code: 'ValidationException',
        message: `1 validation error detected: Value '${'a'.repeat(65)}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
      },
      { input: { ...NEW, Code: {} }, ...invalid('Please provide a source for function code.') },
      { input: { ...NEW, Code: { ZipFile: '' } }, ...invalid('Uploaded file must be a non-empty zip') },
      { input: { ...NEW, Code: { ZipFile: LARGE } }, ...TOO_LARGE },
      { world: FULL, input: NEW, ...NO_ROOM },
      ...(['Runtime', 'Handler'] as const).map((name) => {
        const { [name]: _left, ...input } = NEW;
        return {
          input,
          ...invalid(
            'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
          ),
        };
      }),
      {
        input: { ...NEW, Timeout: 901 },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
      },
      { ...BAD_ENVIRONMENT, input: { ...NEW, ...BAD_ENVIRONMENT.input } },
      ...BAD_TAGS.map(({ tags, message }) => ({ input: { ...NEW, Tags: tags }, ...invalid(message) })),
    ],
  }),
  row({
    operation: 'lambda:GetFunction',
    world: LAMBDA_SHOP,
    works: { FunctionName: `${BOOKSHOP}:function:remind` },
    then: (output) =>
      expect(output).toEqual({
        Configuration: SHOWN_REMIND,
        Code: { RepositoryType: 'S3', Location: `data:application/zip;base64,${CODE}` },
        Tags: { team: 'sales' },
      }),
    errors: [...noFunction({}), ...noQualified({})],
  }),
  row({
    operation: 'lambda:GetFunctionConfiguration',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind:$LATEST', Qualifier: '$LATEST' },
    then: (output) => expect(output).toEqual(SHOWN_REMIND),
    errors: [...noFunction({}), ...noQualified({})],
  }),
  row({
    operation: 'lambda:UpdateFunctionConfiguration',
    world: LAMBDA_SHOP,
    works: {
      FunctionName: functionArn('remind'),
      Role: SPARE_ARN,
      Runtime: 'python3.13',
      Handler: 'app.run',
      Description: '',
      Timeout: 900,
      MemorySize: 1024,
      Environment: {},
      RevisionId: functionRevision(REMIND),
    },
    then: (output, world) => {
      expect(functionIn(world, 'remind')).toEqual({
        ...REMIND,
        modified: NOW,
        role: SPARE_ARN,
        roleId: SPARE.id,
        runtime: 'python3.13',
        handler: 'app.run',
        description: '',
        timeout: 900,
        memory: 1024,
        environment: {},
      });
      expect(output).toMatchObject({ Role: SPARE_ARN, Runtime: 'python3.13', MemorySize: 1024 });
      expect(output).not.toHaveProperty('Environment');
    },
    errors: [
      ...noFunction({ Timeout: 5 }),
      ...[MACHINE_ARN, MISSING_ARN].map((Role) => ({
        input: { FunctionName: 'remind', Role },
        ...UNASSUMABLE,
      })),
      { ...BAD_ENVIRONMENT, input: { FunctionName: 'remind', ...BAD_ENVIRONMENT.input } },
      { input: { FunctionName: 'remind', RevisionId: 'x' }, ...STALE },
    ],
  }),
  row({
    operation: 'lambda:UpdateFunctionConfiguration',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind' },
    then: (_output, world) => expect(functionIn(world, 'remind')).toEqual({ ...REMIND, modified: NOW }),
    errors: [],
  }),
  row({
    operation: 'lambda:UpdateFunctionCode',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind', ZipFile: 'UEsDBAAA' },
    then: (output, world) => {
      expect(output).toMatchObject({ CodeSize: 6, Role: ROLE_ARN });
      expect(functionIn(world, 'remind')).toEqual({ ...REMIND, code: 'UEsDBAAA', modified: NOW });
    },
    errors: [
      ...noFunction({ ZipFile: CODE }),
      { input: { FunctionName: 'remind' }, ...invalid('Please provide a source for function code.') },
      {
        input: { FunctionName: 'remind', ZipFile: '' },
        ...invalid('Uploaded file must be a non-empty zip'),
      },
      { input: { FunctionName: 'remind', ZipFile: LARGE }, ...TOO_LARGE },
      { input: { FunctionName: 'remind', ZipFile: CODE, RevisionId: 'x' }, ...STALE },
    ],
  }),
  row({
    // What is replaced makes room.
    operation: 'lambda:UpdateFunctionCode',
    world: FULL,
    works: { FunctionName: 'f0', ZipFile: 'B'.repeat(400_000) },
    errors: [],
  }),
  row({
    operation: 'lambda:UpdateFunctionCode',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind', ZipFile: 'UEsDBAAA', DryRun: true },
    then: (output, world) => {
      expect(output).toMatchObject({ CodeSize: 6 });
      expect(functionIn(world, 'remind')).toBe(REMIND);
    },
    errors: [],
  }),
  row({
    operation: 'lambda:ListFunctions',
    world: LAMBDA_SHOP,
    works: {},
    then: (output) => {
      expect(output.Functions.map(({ FunctionName }) => FunctionName)).toEqual(['plain', 'remind']);
      expect(output.Functions[1]).toEqual(SHOWN_REMIND);
    },
    errors: [
      {
        input: { MaxItems: 0 },
        code: 'ValidationException',
        message:
          "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1",
      },
    ],
  }),
  row({
    operation: 'lambda:ListFunctions',
    world: LAMBDA_SHOP,
    works: { MaxItems: 1 },
    then: (output) =>
      expect(output).toMatchObject({
        Functions: [{ FunctionName: 'plain' }],
        NextMarker: markerAfter('plain'),
      }),
    errors: ['1', 'made up'].map((Marker) => ({ input: { Marker }, ...invalid('Invalid marker') })),
  }),
  row({
    operation: 'lambda:ListFunctions',
    world: LAMBDA_SHOP,
    works: { Marker: markerAfter('old') },
    then: ({ Functions }) =>
      expect(Functions.map(({ FunctionName }) => FunctionName)).toEqual(['plain', 'remind']),
    errors: [],
  }),
  row({
    operation: 'lambda:DeleteFunction',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(functionIn(world, 'remind')).toBeUndefined();
    },
    errors: [
      ...noFunction({}),
      ...noQualified({}),
      {
        input: { FunctionName: 'remind', Qualifier: '$LATEST' },
        ...invalid('$LATEST version cannot be deleted without deleting the function.'),
      },
    ],
  }),
  row({
    operation: 'lambda:Invoke',
    world: LAMBDA_SHOP,
    works: { FunctionName: 'remind', Payload: 'e30=' },
    then: (output) =>
      expect(output).toEqual({
        StatusCode: 200,
        ExecutedVersion: '$LATEST',
        Payload: 'bnVsbA==',
        RolecallNote: `Rolecall runs no code. This function would have run as arn:aws:sts::${BOOKSHOP}:assumed-role/Runner/remind.`,
      }),
    errors: [
      ...noFunction({}),
      ...noQualified({}),
      {
        input: { FunctionName: 'remind', Payload: 'e30' + 'A' },
        code: 'InvalidRequestContentException',
        message: 'Could not parse request body into json',
      },
      ...[{ role: MISSING_ARN }, { role: MACHINE_ARN }, { roleId: 'AROABEFOREAAAAAAAAAAA' }].map((more) => ({
        world: withRemind(more),
        input: { FunctionName: 'remind' },
        code: 'AccessDeniedException',
        message: 'The role defined for the function cannot be assumed by Lambda.',
      })),
    ],
  }),
  ...(['DryRun', 'Event'] as const).map((InvocationType) =>
    row({
      operation: 'lambda:Invoke',
      world: withRemind({ role: MISSING_ARN }),
      works: { FunctionName: 'remind', InvocationType },
      then: (output) => expect(output).toEqual({ StatusCode: InvocationType === 'DryRun' ? 204 : 202 }),
      errors: [],
    }),
  ),
  row({
    operation: 'lambda:TagResource',
    world: LAMBDA_SHOP,
    works: { Resource: functionArn('remind'), Tags: { team: 'books', stage: '' } },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(functionIn(world, 'remind')?.tags).toEqual({ team: 'books', stage: '' });
    },
    errors: [
      ...noTagged({ Tags: { a: '' } }),
      ...BAD_TAGS.map(({ tags, message }) => ({
        input: { Resource: functionArn('plain'), Tags: tags },
        ...invalid(message),
      })),
    ],
  }),
  row({
    operation: 'lambda:UntagResource',
    world: LAMBDA_SHOP,
    works: { Resource: functionArn('remind'), TagKeys: ['team', 'other'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(functionIn(world, 'remind')?.tags).toEqual({});
    },
    errors: noTagged({ TagKeys: ['a'] }),
  }),
  row({
    operation: 'lambda:ListTags',
    world: LAMBDA_SHOP,
    works: { Resource: functionArn('remind') },
    then: (output) => expect(output).toEqual({ Tags: { team: 'sales' } }),
    errors: noTagged({}),
  }),
  row({
    operation: 'lambda:ListTags',
    world: LAMBDA_SHOP,
    works: { Resource: functionArn('plain') },
    then: (output) => expect(output).toEqual({ Tags: PLAIN.tags }),
    errors: [],
  }),
];
