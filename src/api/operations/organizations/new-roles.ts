// Roles that Organizations makes in accounts: one for the management account to assume, one for the service itself.
import type { Role } from '../../../account/world.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import { iamArn, rootArn } from '../../../aws/arn.ts';
import type { Env } from '../../env.ts';
import { uniqueId } from '../iam/ids.ts';

const document = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);

const role = (name: string, env: Env, more: Partial<Role> & Pick<Role, 'trust'>): Role => ({
  name,
  path: '/',
  id: uniqueId('AROA', env),
  created: env.now,
  description: '',
  trusted: {},
  maxSessionDuration: 3600,
  boundary: null,
  attached: [],
  inline: {},
  tags: {},
  ...more,
});

/**
 * The role of an account that the organization has made. Its permissions are an inline policy.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html
 */
export const accessRole = (name: string, managementAccount: AccountId, env: Env): Role =>
  role(name, env, {
    trust: document({
      Effect: 'Allow',
      Principal: { AWS: rootArn(managementAccount) },
      Action: 'sts:AssumeRole',
    }),
    inline: { AdministratorAccess: document({ Effect: 'Allow', Action: '*', Resource: '*' }) },
  });

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services.html#orgs_integrate_services-using_slrs */
export const SERVICE_LINKED_ROLE = {
  service: 'organizations.amazonaws.com',
  path: '/aws-service-role/organizations.amazonaws.com/',
  name: 'AWSServiceRoleForOrganizations',
} as const;

export const serviceLinkedRoleArn = (account: AccountId): Arn =>
  iamArn(account, 'role', SERVICE_LINKED_ROLE.path, SERVICE_LINKED_ROLE.name);

export const serviceLinkedRole = (env: Env): Role =>
  role(SERVICE_LINKED_ROLE.name, env, {
    path: SERVICE_LINKED_ROLE.path,
    description:
      'Service-linked role used by AWS Organizations to enable integration of other AWS services with Organizations.',
    trust: document({
      Effect: 'Allow',
      Principal: { Service: SERVICE_LINKED_ROLE.service },
      Action: 'sts:AssumeRole',
    }),
    attached: ['arn:aws:iam::aws:policy/aws-service-role/AWSOrganizationsServiceTrustPolicy'],
  });
