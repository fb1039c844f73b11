// The operations of IAM that report on credentials and on their use.
import { GenerateCredentialReport } from './GenerateCredentialReport.ts';
import { GetAccessKeyLastUsed } from './GetAccessKeyLastUsed.ts';
import { GetCredentialReport } from './GetCredentialReport.ts';

export const REPORT_OPERATIONS = {
  'iam:GetAccessKeyLastUsed': GetAccessKeyLastUsed,
  'iam:GenerateCredentialReport': GenerateCredentialReport,
  'iam:GetCredentialReport': GetCredentialReport,
} as const;
