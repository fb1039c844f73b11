// iam:CreateServiceLinkedRole: the role through which a service of AWS works in the account.
import { findRole } from '../../../account/find.ts';
import type { Role } from '../../../account/world.ts';
import { iamArn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { SERVICE_LINKED_ROLES, type ServiceLinkedRole } from '../../../aws/service-linked-roles.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { uniqueId } from './ids.ts';
import { optional } from './parameters.ts';
import { DESCRIPTION } from './role.ts';
import { pathOf } from './service-linked-role.ts';
import { listedRole, type ListedRole } from './shapes.ts';

interface Asked {
  readonly AWSServiceName: string;
  readonly CustomSuffix?: string;
}

/** What the role is called; of a service without one, what such names begin with. */
const nameOf = ({ AWSServiceName, CustomSuffix }: Asked): string => {
  const name = SERVICE_LINKED_ROLES.get(AWSServiceName)?.role ?? 'AWSServiceRoleFor';
  return CustomSuffix === undefined ? name : `${name}_${CustomSuffix}`;
};

const MAX_NAME = 64;

/** The words on a service without such a role and on a name that is too long are ours. */
function linkedRole(asked: Asked): Result<ServiceLinkedRole, AwsError> {
  const invalid = (message: string) => err(awsError('InvalidInput', message));
  const { AWSServiceName, CustomSuffix } = asked;
  const linked = SERVICE_LINKED_ROLES.get(AWSServiceName);
  if (!linked) return invalid(`${AWSServiceName} is not a valid AWS service name.`);
  if (CustomSuffix !== undefined && !linked.suffix)
    return invalid(`Custom suffix is not allowed for ${AWSServiceName}`);
  return nameOf(asked).length > MAX_NAME
    ? invalid(`Service role name ${nameOf(asked)} is longer than ${MAX_NAME} characters.`)
    : ok(linked);
}

/**
 * The role counts for the quota of roles, and is made beyond it. `iam:AWSServiceName` says for which service; no
 * permission to attach policies is needed.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html
 */
export const CreateServiceLinkedRole = operation({
  name: 'iam:CreateServiceLinkedRole',
  readOnly: false,
  cli: 'iam create-service-linked-role',
  parameters: {
    AWSServiceName: {
      type: 'text',
      event: 'aWSServiceName',
      required: true,
      min: 1,
      max: 128,
      pattern: '[\\w+=,.@-]+',
    },
    Description: optional(DESCRIPTION),
    CustomSuffix: {
      type: 'text',
      event: 'customSuffix',
      required: false,
      min: 1,
      max: 64,
      pattern: '[\\w+=,.@-]+',
    },
  },
  authorization: (_world, caller, input) => [
    {
      action: 'iam:CreateServiceLinkedRole',
      resource: iamArn(caller.account, 'role', pathOf(input.AWSServiceName), nameOf(input)),
      context: { 'iam:AWSServiceName': input.AWSServiceName },
    },
  ],
  perform: (scene, input) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { AWSServiceName: service, Description = '' } = input;
    const linked = linkedRole(input);
    if (!linked.ok) return linked;
    const name = nameOf(input);
    if (findRole(account.value, name))
      return err(
        awsError(
          'InvalidInput',
          `Service role name ${name} has been taken in this account, please try a different suffix.`,
        ),
      );
    const role: Role = {
      name,
      path: pathOf(service),
      id: uniqueId('AROA', scene.env),
      created: scene.env.now,
      description: Description,
      trust: trustIn(service),
      trusted: {},
      maxSessionDuration: 3600,
      boundary: null,
      attached: [linked.value.policy],
      inline: {},
      tags: {},
    };
    const { MaxSessionDuration: _usual, ...shown } = listedRole(account.value, role);
    const output: { readonly Role: ListedRole } = { Role: shown };
    return ok({
      output,
      changes: [{ kind: 'entitySet', account: account.value.id, table: 'roles', name, value: role }],
    });
  },
});

const trustIn = (service: string): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
    null,
    2,
  );
