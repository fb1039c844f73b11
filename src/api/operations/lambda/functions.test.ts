// Functions: who may hand over which role, who may invoke, and what the code may do that nobody runs here.
import { describe, expect, test } from 'vitest';
import { errorOf, outputOf } from '../../../../tests/fixtures/ask.ts';
import {
  filed,
  functionArn,
  functionIn,
  lambdaFunction,
  serviceRole,
  withNeighbour,
} from '../../../../tests/fixtures/messaging.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  byName,
  caller,
  environment,
  NEIGHBOUR,
  policyText,
  ROOT,
  user,
  withBookshop,
  withUser,
} from '../../../../tests/fixtures/world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import type { Caller } from '../../../account/caller.ts';
import type { LambdaFunction } from '../../../account/resources.ts';
import type { Role, World } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { ApiCall } from '../../call.ts';
import { execute } from '../../execute.ts';
import { executionSession } from './execution-session.ts';
import { placeOf } from './function.ts';

const noor = caller('noor');
const kim = caller('kim', NEIGHBOUR);

const ROLE_ARN: Arn = `arn:aws:iam::${BOOKSHOP}:role/service-role/Runner`;
const runner = (more: Partial<Role> = {}): Role =>
  serviceRole('Runner', 'lambda.amazonaws.com', {
    inline: { Drafts: policyText(allow('s3:GetObject', 'arn:aws:s3:::maple-drafts/*')) },
    ...more,
  });

const shop = (more: Partial<LambdaFunction> = {}, role: Role = runner()): World =>
  withBookshop((account) => ({
    ...account,
    roles: byName(role),
    functions: filed(lambdaFunction('remind', runner(), more)),
  }));

const withPolicy = (document: string, world: World = shop()): World =>
  withUser('noor', { inline: { Own: document } }, world);

const ask = (world: World, who: Caller, call: ApiCall) => execute(world, who, call, environment());

const create = (Role: Arn = ROLE_ARN, Tags?: Readonly<Record<string, string>>): ApiCall => ({
  operation: 'lambda:CreateFunction',
  input: {
    FunctionName: 'new',
    Role,
    Code: { ZipFile: 'UEsDBA==' },
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    ...(Tags && { Tags }),
  },
});
const invoke: ApiCall = { operation: 'lambda:Invoke', input: { FunctionName: functionArn('remind') } };

describe('the role', () => {
  test('is handed over by those who may pass it to Lambda', () => {
    const only = withPolicy(policyText(allow('lambda:*')));
    expect(errorOf(ask(only, noor, create()))).toEqual({
      code: 'AccessDeniedException',
      status: 403,
      message: `User: arn:aws:iam::${BOOKSHOP}:user/noor is not authorized to perform: iam:PassRole on resource: ${ROLE_ARN} because no identity-based policy allows the iam:PassRole action`,
    });
    const passing = (service: string) =>
      withPolicy(
        policyText(allow('lambda:*'), {
          ...allow('iam:PassRole', ROLE_ARN),
          Condition: { StringEquals: { 'iam:PassedToService': service } },
        }),
      );
    expect(errorOf(ask(passing('lambda.amazonaws.com'), noor, create()))).toBeNull();
    expect(errorOf(ask(passing('ec2.amazonaws.com'), noor, create()))?.message).toContain('iam:PassRole');
  });

  test('is asked for anew only where it is named', () => {
    const world = withPolicy(
      policyText(allow(['lambda:UpdateFunctionConfiguration', 'lambda:UpdateFunctionCode'])),
    );
    const configure = (input: object): ApiCall => ({
      operation: 'lambda:UpdateFunctionConfiguration',
      input: { FunctionName: 'remind', ...input },
    });
    expect(errorOf(ask(world, noor, configure({ Timeout: 9 })))).toBeNull();
    expect(errorOf(ask(world, noor, configure({ Role: ROLE_ARN })))?.message).toContain('iam:PassRole');
    // The way to the permissions of a role that nobody has passed.
    const code: ApiCall = {
      operation: 'lambda:UpdateFunctionCode',
      input: { FunctionName: 'remind', ZipFile: 'UEsDBA==' },
    };
    expect(errorOf(ask(world, noor, code))).toBeNull();
  });

  test('has to let Lambda in, for this account where it says so', () => {
    const trusting = (account: string): Role =>
      runner({
        trust: policyText({
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        }),
      });
    expect(errorOf(ask(shop({}, trusting(BOOKSHOP)), ROOT, create()))).toBeNull();
    expect(errorOf(ask(shop({}, trusting(NEIGHBOUR)), ROOT, create()))?.message).toBe(
      'The role defined for the function cannot be assumed by Lambda.',
    );
  });

  test('named anew, a role that was made again is taken up', () => {
    const again = runner({ id: 'AROAAGAINAAAAAAAAAAAA' });
    const world = shop({}, again);
    expect(errorOf(ask(world, ROOT, invoke))?.code).toBe('AccessDeniedException');
    const update = ask(world, ROOT, {
      operation: 'lambda:UpdateFunctionConfiguration',
      input: { FunctionName: 'remind', Role: ROLE_ARN },
    });
    const after = applyChanges(world, update.changes);
    expect(functionIn(after, 'remind')?.roleId).toBe(again.id);
    expect(errorOf(ask(after, ROOT, invoke))).toBeNull();
  });

  test('tags of a new function need a permission of their own', () => {
    const world = withPolicy(policyText(allow(['lambda:CreateFunction', 'iam:PassRole'])));
    expect(errorOf(ask(world, noor, create()))).toBeNull();
    expect(errorOf(ask(world, noor, create(ROLE_ARN, { a: 'b' })))?.message).toContain('lambda:TagResource');
  });
});

describe('who may invoke', () => {
  const outside = withNeighbour(
    (account) => ({
      ...account,
      users: adding(account.users, user('kim', [], { inline: { All: policyText(allow('lambda:*')) } })),
    }),
    shop(),
  );
  const add = (input: object): ApiCall => ({
    operation: 'lambda:AddPermission',
    input: {
      FunctionName: 'remind',
      StatementId: 's1',
      Action: 'lambda:InvokeFunction',
      Principal: NEIGHBOUR,
      ...input,
    },
  });

  test('whoever may not is told so', () =>
    expect(errorOf(ask(shop(), noor, invoke))?.message).toBe(
      `User: arn:aws:iam::${BOOKSHOP}:user/noor is not authorized to perform: lambda:InvokeFunction on resource: ${functionArn('remind')} because no identity-based policy allows the lambda:InvokeFunction action`,
    ));

  test('another account, once a permission has been added, until it is removed', () => {
    expect(errorOf(ask(outside, kim, invoke))?.code).toBe('AccessDeniedException');
    const open = applyChanges(outside, ask(outside, ROOT, add({})).changes);
    expect(outputOf(ask(open, kim, invoke))).toMatchObject({ StatusCode: 200 });
    const remove: ApiCall = {
      operation: 'lambda:RemovePermission',
      input: { FunctionName: 'remind', StatementId: 's1' },
    };
    const shut = applyChanges(open, ask(open, ROOT, remove).changes);
    expect(errorOf(ask(shut, kim, invoke))?.code).toBe('AccessDeniedException');
  });

  test('a condition holds whom a permission is for, when it is added and when it is removed', () => {
    const inline = policyText({
      ...allow(['lambda:AddPermission', 'lambda:RemovePermission']),
      Condition: { StringEquals: { 'lambda:Principal': 's3.amazonaws.com' } },
    });
    const world = withPolicy(inline, outside);
    expect(errorOf(ask(world, noor, add({})))?.code).toBe('AccessDeniedException');
    expect(errorOf(ask(world, noor, add({ Principal: 's3.amazonaws.com' })))).toBeNull();
    const remove: ApiCall = {
      operation: 'lambda:RemovePermission',
      input: { FunctionName: 'remind', StatementId: 's1' },
    };
    const added = (Principal: string) => applyChanges(world, ask(world, ROOT, add({ Principal })).changes);
    expect(errorOf(ask(added('s3.amazonaws.com'), noor, remove))).toBeNull();
    expect(errorOf(ask(added(NEIGHBOUR), noor, remove))?.code).toBe('AccessDeniedException');
  });

  test('a condition holds the type of a URL', () => {
    const world = withPolicy(
      policyText({
        ...allow('lambda:*FunctionUrlConfig'),
        Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } },
      }),
    );
    const make = (AuthType: string): ApiCall => ({
      operation: 'lambda:CreateFunctionUrlConfig',
      input: { FunctionName: 'remind', AuthType },
    });
    expect(errorOf(ask(world, noor, make('NONE')))?.code).toBe('AccessDeniedException');
    const made = applyChanges(world, ask(world, noor, make('AWS_IAM')).changes);
    const get: ApiCall = { operation: 'lambda:GetFunctionUrlConfig', input: { FunctionName: 'remind' } };
    expect(errorOf(ask(made, noor, get))).toBeNull();
    const open: ApiCall = {
      operation: 'lambda:UpdateFunctionUrlConfig',
      input: { FunctionName: 'remind', AuthType: 'NONE' },
    };
    expect(errorOf(ask(made, noor, open))?.code).toBe('AccessDeniedException');
  });
});

describe('the session of the code', () => {
  const place = placeOf('remind', ROOT, environment());
  const session = (world: World) => {
    const lambda = functionIn(world, 'remind');
    return lambda ? executionSession(world, place, lambda, environment()) : null;
  };
  const read = (Bucket: string, Key: string): ApiCall => ({
    operation: 's3:GetObject',
    input: { Bucket, Key },
  });

  test('is one of the role, named after the function', () =>
    expect(session(shop())).toMatchObject({
      account: BOOKSHOP,
      roleName: 'Runner',
      roleArn: ROLE_ARN,
      sessionName: 'remind',
      origin: { kind: 'lambdaFunction', function: functionArn('remind') },
    }));

  test('may what the role may, and no more', () => {
    const code = session(shop());
    if (!code) throw new Error('Lambda cannot assume the role.');
    expect(outputOf(ask(shop(), code, read('maple-drafts', 'plan.txt')))).toMatchObject({
      ContentType: 'text/plain',
    });
    expect(errorOf(ask(shop(), code, read('maple-catalog', 'spring.csv')))?.message).toContain(
      `User: arn:aws:sts::${BOOKSHOP}:assumed-role/Runner/remind is not authorized`,
    );
  });

  test('can be told apart by the function it comes from', () => {
    const only = (name: string): World =>
      shop(
        {},
        runner({
          inline: {
            Drafts: policyText({
              ...allow('s3:GetObject'),
              Condition: { ArnEquals: { 'lambda:SourceFunctionArn': functionArn(name) } },
            }),
          },
        }),
      );
    const readAs = (world: World) => {
      const code = session(world);
      if (!code) throw new Error('Lambda cannot assume the role.');
      return errorOf(ask(world, code, read('maple-drafts', 'plan.txt')));
    };
    expect(readAs(only('remind'))).toBeNull();
    expect(readAs(only('other'))?.code).toBe('AccessDenied');
  });

  test.each([
    ['the role is gone', shop({ role: `arn:aws:iam::${BOOKSHOP}:role/Gone` })],
    ['it was made again', shop({}, runner({ id: 'AROAAGAINAAAAAAAAAAAA' }))],
    ['it trusts another service', shop({}, serviceRole('Runner', 'ec2.amazonaws.com'))],
  ])('is none where %s', (_, world) => expect(session(world)).toBeNull());
});

test.each([
  ['remind', 'us-east-1', BOOKSHOP, null],
  ['function:remind', 'us-east-1', BOOKSHOP, null],
  [`${NEIGHBOUR}:function:remind`, 'us-east-1', NEIGHBOUR, null],
  ['remind:live', 'us-east-1', BOOKSHOP, 'live'],
  [functionArn('remind', NEIGHBOUR, 'eu-central-1'), 'eu-central-1', NEIGHBOUR, null],
  [`${functionArn('remind', NEIGHBOUR)}:$LATEST`, 'us-east-1', NEIGHBOUR, '$LATEST'],
])('%s names a function', (text, region, account, qualifier) =>
  expect(placeOf(text, ROOT, environment())).toEqual({ region, account, name: 'remind', qualifier }),
);

test('no event holds code, payloads or the values of environment variables', () => {
  const made = ask(shop(), ROOT, {
    operation: 'lambda:CreateFunction',
    input: {
      FunctionName: 'new',
      Role: ROLE_ARN,
      Code: { ZipFile: 'UEsDBA==' },
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Environment: { Variables: { TOKEN: 'hunter2' } },
    },
  });
  expect(errorOf(made)).toBeNull();
  expect(JSON.stringify(made.event)).not.toMatch(/hunter2|UEsDBA/);
  const invoked = ask(shop(), ROOT, {
    operation: 'lambda:Invoke',
    input: { FunctionName: 'remind', Payload: 'e30=' },
  });
  expect(JSON.stringify(invoked.event)).not.toContain('e30=');
  expect(invoked.event.eventCategory).toBe('Data');
});
