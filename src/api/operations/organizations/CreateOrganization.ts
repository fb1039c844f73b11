// organizations:CreateOrganization: an organization, whose management account is the caller's.
import { newOrganization } from '../../../account/new-organization.ts';
import type { Change } from '../../../account/change.ts';
import { findAccount } from '../../../account/find.ts';
import type { Organization } from '../../../account/organization.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { characters } from './ids.ts';
import { SERVICE_LINKED_ROLE, serviceLinkedRole, serviceLinkedRoleArn } from './new-roles.ts';
import { shownOrganization } from './shapes.ts';
import { denied, organizationOf, organizationsOperation } from './standing.ts';

const FEATURE_SET = {
  type: 'text',
  event: 'featureSet',
  required: false,
  oneOf: ['ALL', 'CONSOLIDATED_BILLING'],
} as const;

/**
 * No type of policy is enabled at first. A world has one organization at most; that is a limit of this sandbox.
 * The texts on accounts were observed on AWS; that on the service-linked role is the one of the documentation.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateOrganization.html
 */
export const CreateOrganization = organizationsOperation({
  name: 'organizations:CreateOrganization',
  readOnly: false,
  cli: 'organizations create-organization',
  parameters: { FeatureSet: FEATURE_SET },
  authorization: (_world, caller, { FeatureSet }) => [
    { action: 'organizations:CreateOrganization', resource: '*' },
    ...(FeatureSet === 'CONSOLIDATED_BILLING'
      ? []
      : [
          {
            action: 'iam:CreateServiceLinkedRole',
            resource: serviceLinkedRoleArn(caller.account),
            context: { 'iam:AWSServiceName': SERVICE_LINKED_ROLE.service },
          } as const,
        ]),
  ],
  denial: (_input, _message, action) =>
    action === 'iam:CreateServiceLinkedRole'
      ? {
          ...awsError(
            'AccessDeniedForDependencyException',
            "The operation that you attempted requires you to have the iam:CreateServiceLinkedRole for organizations.amazonaws.com permission so that Organizations can create the required service-linked role. You don't have that permission.",
          ),
          details: { Reason: 'ACCESS_DENIED_DURING_CREATE_SERVICE_LINKED_ROLE' },
        }
      : denied(),
  perform: ({ world, caller, env }, { FeatureSet }) => {
    if (organizationOf({ world, caller }).ok)
      return err(
        awsError(
          'AlreadyInOrganizationException',
          'The provided account is already a member of an organization.',
        ),
      );
    if (world.organization)
      return err(
        awsError('SandboxFull', 'There is an organization in this sandbox already, which can hold only one.'),
      );
    const featureSet = FeatureSet === 'CONSOLIDATED_BILLING' ? 'CONSOLIDATED_BILLING' : 'ALL';
    const organization: Organization = {
      ...newOrganization(`o-${characters(env, 10)}`, `r-${characters(env, 4)}`, caller.account, env.now),
      featureSet,
    };
    const account = findAccount(world, caller.account);
    const linked = account ? lookup(account.roles, SERVICE_LINKED_ROLE.name) : undefined;
    const changes: readonly Change[] = [
      { kind: 'organizationSet', value: organization },
      ...(featureSet === 'ALL' && !linked
        ? ([
            {
              kind: 'entitySet',
              account: caller.account,
              table: 'roles',
              name: SERVICE_LINKED_ROLE.name,
              value: serviceLinkedRole(env),
            },
          ] as const)
        : []),
    ];
    return ok({ output: { Organization: shownOrganization(world, organization) }, changes });
  },
});
