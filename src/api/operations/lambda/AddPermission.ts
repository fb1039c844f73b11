// lambda:AddPermission: lets a service or another account use a function, by a statement in its policy.
import { namedPrincipal } from '../../../account/named-principal.ts';
import type { World } from '../../../account/world.ts';
import { isAccountId, isArn, rootArn } from '../../../aws/arn.ts';
import type { PlainJson } from '../../../aws/json.ts';
import { err, ok } from '../../../aws/result.ts';
import { RESOURCE_SIZE_LIMITS, sizeOf } from '../../../policy/size.ts';
import { statementOf, withStatement, type PlainStatement } from '../../../policy/statements.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { policyRevision, staleRevision } from './configuration.ts';
import {
  existingFunction,
  FUNCTION_NAME,
  functionChange,
  invalidValue,
  LATEST,
  onFunction,
  QUALIFIER,
} from './function.ts';

interface Permission {
  readonly StatementId: string;
  readonly Action: string;
  readonly Principal: string;
  readonly SourceArn?: string;
  readonly SourceAccount?: string;
  readonly PrincipalOrgID?: string;
  readonly EventSourceToken?: string;
  readonly FunctionUrlAuthType?: string;
  readonly InvokedViaFunctionUrl?: boolean;
}

const INVALID_PRINCIPAL = 'The provided principal was invalid. Please check the principal and try again.';

/**
 * A service that is let in without a source can be made to invoke the function by anybody who uses that service.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export const AddPermission = operation({
  name: 'lambda:AddPermission',
  readOnly: false,
  cli: 'lambda add-permission',
  parameters: {
    FunctionName: FUNCTION_NAME,
    StatementId: {
      type: 'text',
      event: 'statementId',
      required: true,
      min: 1,
      max: 100,
      pattern: '([a-zA-Z0-9-_]+)',
    },
    Action: {
      type: 'text',
      event: 'action',
      required: true,
      pattern: '(lambda:[*]|lambda:[a-zA-Z]+|[*])',
    },
    // The pattern of its model, `[^\s]+`, is left to what is said of all principals that are none.
    Principal: { type: 'text', event: 'principal', required: true },
    SourceArn: {
      type: 'text',
      event: 'sourceArn',
      required: false,
      pattern: 'arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)',
    },
    SourceAccount: {
      type: 'text',
      event: 'sourceAccount',
      required: false,
      max: 12,
      pattern: '\\d{12}',
    },
    EventSourceToken: {
      type: 'text',
      event: 'eventSourceToken',
      required: false,
      max: 256,
      pattern: '[a-zA-Z0-9._\\-]+',
    },
    PrincipalOrgID: {
      type: 'text',
      event: 'principalOrgID',
      required: false,
      min: 12,
      max: 34,
      pattern: 'o-[a-z0-9]{10,32}',
    },
    FunctionUrlAuthType: {
      type: 'text',
      event: 'functionUrlAuthType',
      required: false,
      oneOf: ['NONE', 'AWS_IAM'],
    },
    InvokedViaFunctionUrl: { type: 'boolean', event: 'invokedViaFunctionUrl', required: false },
    Qualifier: QUALIFIER,
    RevisionId: { type: 'text', event: 'revisionId', required: false },
  },
  authorization: (world, caller, input, env) =>
    onFunction('lambda:AddPermission', {
      'lambda:Principal': input.Principal,
      ...(input.FunctionUrlAuthType !== undefined && {
        'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType,
      }),
    })(world, caller, input, env),
  perform: (scene, input) => {
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    if (found.value.place.qualifier === LATEST)
      return err(invalidValue('We currently do not support adding policies for $LATEST.'));
    const { policy: before } = found.value.lambda;
    const refused =
      combinationError(input) ??
      staleRevision(input.RevisionId, before === null ? '' : policyRevision(before));
    if (refused) return err(refused);
    const principal = principalElement(scene.world, input.Principal);
    if (principal === null) return err(invalidValue(INVALID_PRINCIPAL));
    if (statementOf(before, input.StatementId))
      return err(
        awsError(
          'ResourceConflictException',
          `The statement id (${input.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
        ),
      );
    const condition = conditionElement(input);
    const statement: PlainStatement = {
      Sid: input.StatementId,
      Effect: 'Allow',
      Principal: principal,
      Action: input.Action,
      Resource: found.value.arn,
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    };
    const policy = withStatement(before, { Version: '2012-10-17', Id: 'default' }, statement);
    const { most } = RESOURCE_SIZE_LIMITS.function;
    const size = sizeOf(policy, RESOURCE_SIZE_LIMITS.function);
    if (size > most)
      return err(
        awsError(
          'PolicyLengthExceededException',
          `The final policy size (${size}) is bigger than the limit (${most}).`,
        ),
      );
    return ok({
      output: { Statement: JSON.stringify(statement) },
      changes: [functionChange(found.value, { policy })],
    });
  },
});

function combinationError({
  Action,
  FunctionUrlAuthType,
  InvokedViaFunctionUrl,
}: Permission): AwsError | null {
  if (FunctionUrlAuthType !== undefined && Action !== 'lambda:InvokeFunctionUrl')
    return invalidValue('FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action');
  return InvokedViaFunctionUrl !== undefined && Action !== 'lambda:InvokeFunction'
    ? invalidValue('InvokedViaFunctionUrl is only supported for lambda:InvokeFunction action')
    : null;
}

/** A service, an account, a user or role, or everybody; null for what is none of these, or is not there. */
function principalElement(world: World, principal: string): PlainJson | null {
  if (principal === '*') return '*';
  if (isAccountId(principal)) return { AWS: rootArn(principal) };
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com|amazon\.com|aws\.internal)$/.test(principal))
    return { Service: principal };
  if (!isArn(principal)) return null;
  const form =
    /^arn:aws:(iam::\d{12}:(root|(user|role)\/[^*?]+)|sts::\d{12}:(assumed-role|federated-user)\/[^*?]+)$/;
  return form.test(principal) && namedPrincipal(world, principal) !== 'missing' ? { AWS: principal } : null;
}

function conditionElement(permission: Permission): Readonly<Record<string, PlainJson>> {
  const {
    SourceArn,
    SourceAccount,
    EventSourceToken,
    PrincipalOrgID,
    FunctionUrlAuthType,
    InvokedViaFunctionUrl,
  } = permission;
  const equals = {
    ...(SourceAccount !== undefined && { 'AWS:SourceAccount': SourceAccount }),
    ...(EventSourceToken !== undefined && { 'lambda:EventSourceToken': EventSourceToken }),
    ...(PrincipalOrgID !== undefined && { 'aws:PrincipalOrgID': PrincipalOrgID }),
    ...(FunctionUrlAuthType !== undefined && { 'lambda:FunctionUrlAuthType': FunctionUrlAuthType }),
  };
  return {
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    ...(SourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': SourceArn } }),
    ...(InvokedViaFunctionUrl !== undefined && {
      Bool: { 'lambda:InvokedViaFunctionUrl': String(InvokedViaFunctionUrl) },
    }),
  };
}
