// iam:DisableOrganizationsRootCredentialsManagement: leaves the credentials of root users to the members again.
import { operation } from '../../operation.ts';
import { switching } from './root-access.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DisableOrganizationsRootCredentialsManagement.html */
export const DisableOrganizationsRootCredentialsManagement = operation({
  name: 'iam:DisableOrganizationsRootCredentialsManagement',
  readOnly: false,
  cli: 'iam disable-organizations-root-credentials-management',
  parameters: {},
  authorization: () => [{ action: 'iam:DisableOrganizationsRootCredentialsManagement', resource: '*' }],
  perform: switching('RootCredentialsManagement', false),
});
