// The operations of IAM that report on credentials and on what was used.
import { GenerateCredentialReport } from './GenerateCredentialReport.ts';
import { GenerateOrganizationsAccessReport } from './GenerateOrganizationsAccessReport.ts';
import { GenerateServiceLastAccessedDetails } from './GenerateServiceLastAccessedDetails.ts';
import { GetAccessKeyLastUsed } from './GetAccessKeyLastUsed.ts';
import { GetCredentialReport } from './GetCredentialReport.ts';
import { GetOrganizationsAccessReport } from './GetOrganizationsAccessReport.ts';
import { GetServiceLastAccessedDetails } from './GetServiceLastAccessedDetails.ts';
import { GetServiceLastAccessedDetailsWithEntities } from './GetServiceLastAccessedDetailsWithEntities.ts';
import { ListPoliciesGrantingServiceAccess } from './ListPoliciesGrantingServiceAccess.ts';

export const REPORT_OPERATIONS = {
  'iam:GetAccessKeyLastUsed': GetAccessKeyLastUsed,
  'iam:GenerateCredentialReport': GenerateCredentialReport,
  'iam:GetCredentialReport': GetCredentialReport,
  'iam:GenerateServiceLastAccessedDetails': GenerateServiceLastAccessedDetails,
  'iam:GetServiceLastAccessedDetails': GetServiceLastAccessedDetails,
  'iam:GetServiceLastAccessedDetailsWithEntities': GetServiceLastAccessedDetailsWithEntities,
  'iam:ListPoliciesGrantingServiceAccess': ListPoliciesGrantingServiceAccess,
  'iam:GenerateOrganizationsAccessReport': GenerateOrganizationsAccessReport,
  'iam:GetOrganizationsAccessReport': GetOrganizationsAccessReport,
} as const;
