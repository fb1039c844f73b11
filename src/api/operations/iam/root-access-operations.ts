// The operations of IAM on centralised root access, for the management account and its delegate.
import { DisableOrganizationsRootCredentialsManagement } from './DisableOrganizationsRootCredentialsManagement.ts';
import { DisableOrganizationsRootSessions } from './DisableOrganizationsRootSessions.ts';
import { EnableOrganizationsRootCredentialsManagement } from './EnableOrganizationsRootCredentialsManagement.ts';
import { EnableOrganizationsRootSessions } from './EnableOrganizationsRootSessions.ts';
import { ListOrganizationsFeatures } from './ListOrganizationsFeatures.ts';

export const ROOT_ACCESS_OPERATIONS = {
  'iam:EnableOrganizationsRootCredentialsManagement': EnableOrganizationsRootCredentialsManagement,
  'iam:DisableOrganizationsRootCredentialsManagement': DisableOrganizationsRootCredentialsManagement,
  'iam:EnableOrganizationsRootSessions': EnableOrganizationsRootSessions,
  'iam:DisableOrganizationsRootSessions': DisableOrganizationsRootSessions,
  'iam:ListOrganizationsFeatures': ListOrganizationsFeatures,
} as const;
