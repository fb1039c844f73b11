// lambda:CreateFunction: a new function, with a role handed to it.
import { lookup } from '../../../account/table.ts';
import type { LambdaFunction } from '../../../account/resources.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { accountOf } from '../iam/entities.ts';
import { codeError, CONFIGURATION, environmentError, shownFunction, ZIP_FILE } from './configuration.ts';
import { assumableRole, ROLE, roleError } from './execution-role.ts';
import { functionTagError, TAGS } from './function-tags.ts';
import {
  FUNCTION_NAME,
  functionArn,
  functionKey,
  invalidValue,
  placeOf,
  qualifierError,
  unreachable,
} from './function.ts';
import { passingRole } from './pass-role.ts';

/**
 * Two sides have to agree on the role: who makes the function must be allowed to pass it to Lambda, and its trust policy
 * must let Lambda assume it. Tags need a permission of their own. Code is uploaded, not fetched from S3; it is kept and
 * never run.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 */
export const CreateFunction = operation({
  name: 'lambda:CreateFunction',
  readOnly: false,
  cli: 'lambda create-function',
  parameters: {
    FunctionName: FUNCTION_NAME,
    Role: ROLE,
    Code: { type: 'structure', event: 'code', required: true, members: { ZipFile: ZIP_FILE } },
    ...CONFIGURATION,
    Tags: { ...TAGS, required: false },
  },
  authorization: (_world, caller, { FunctionName, Role, Tags = {} }, env) => {
    const resource = functionArn(placeOf(FunctionName, caller, env));
    const tags = { kind: 'set', tags: Tags } as const;
    return [
      { action: 'lambda:CreateFunction', resource, tags },
      passingRole(Role, resource),
      ...(Object.keys(Tags).length > 0 ? [{ action: 'lambda:TagResource', resource, tags } as const] : []),
    ];
  },
  perform: (scene, input) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { world, caller, env } = scene;
    const { Runtime, Handler, Environment, Tags = {} } = input;
    const asked = placeOf(input.FunctionName, caller, env);
    const place = { ...asked, account: account.value.id, qualifier: null };
    const variables = Environment?.Variables ?? {};
    const refused =
      (asked.qualifier === null ? null : qualifierError()) ??
      codeError(account.value, input.Code.ZipFile, '') ??
      environmentError(variables) ??
      functionTagError(Tags);
    if (refused) return err(refused);
    if (Runtime === undefined || Handler === undefined)
      return err(
        invalidValue(
          'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
        ),
      );
    if (place.region !== env.region) return err(unreachable(place, env));
    if (place.name.length > 64)
      return err(
        awsError(
          'ValidationException',
          `1 validation error detected: Value '${place.name}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
        ),
      );
    if (lookup(account.value.functions, functionKey(place)))
      return err(awsError('ResourceConflictException', `Function already exist: ${place.name}`));
    const role = assumableRole(world, input.Role, place, env);
    if (!role) return err(roleError());
    const lambda: LambdaFunction = {
      name: place.name,
      region: place.region,
      modified: env.now,
      role: input.Role,
      roleId: role.id,
      runtime: Runtime,
      handler: Handler,
      description: input.Description ?? '',
      code: input.Code.ZipFile ?? '',
      timeout: input.Timeout ?? 3,
      memory: input.MemorySize ?? 128,
      environment: variables,
      policy: null,
      url: null,
      tags: Tags,
    };
    return ok({
      output: shownFunction({ arn: functionArn(place), lambda }),
      changes: [
        {
          kind: 'entitySet',
          account: account.value.id,
          table: 'functions',
          name: functionKey(place),
          value: lambda,
        },
      ],
    });
  },
});
