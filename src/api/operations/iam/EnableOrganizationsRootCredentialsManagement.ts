// iam:EnableOrganizationsRootCredentialsManagement: lets the organization manage the credentials of root users of its members.
import { operation } from '../../operation.ts';
import { switching } from './root-access.ts';

/**
 * New accounts of the organization have no root credentials then.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOrganizationsRootCredentialsManagement.html
 */
export const EnableOrganizationsRootCredentialsManagement = operation({
  name: 'iam:EnableOrganizationsRootCredentialsManagement',
  readOnly: false,
  cli: 'iam enable-organizations-root-credentials-management',
  parameters: {},
  authorization: () => [{ action: 'iam:EnableOrganizationsRootCredentialsManagement', resource: '*' }],
  perform: switching('RootCredentialsManagement', true),
});
