// All rows of the table test, by family of operations.
import { ACCOUNT } from './rows/account.ts';
import { ATTACHMENTS } from './rows/attachments.ts';
import { EARLIER } from './rows/earlier.ts';
import { GROUPS } from './rows/groups.ts';
import { LAMBDA } from './rows/lambda.ts';
import { LAMBDA_ACCESS } from './rows/lambda-access.ts';
import { POLICIES } from './rows/policies.ts';
import { ROLES } from './rows/roles.ts';
import { SNS } from './rows/sns.ts';
import { SNS_SUBSCRIPTIONS } from './rows/sns-subscriptions.ts';
import { SQS } from './rows/sqs.ts';
import { SQS_ACCESS } from './rows/sqs-access.ts';
import { SQS_MESSAGES } from './rows/sqs-messages.ts';
import { USERS } from './rows/users.ts';

export const ROWS = [
  ...EARLIER,
  ...USERS,
  ...GROUPS,
  ...ROLES,
  ...POLICIES,
  ...ATTACHMENTS,
  ...ACCOUNT,
  ...SQS,
  ...SQS_ACCESS,
  ...SNS,
  ...SNS_SUBSCRIPTIONS,
  ...LAMBDA,
  ...LAMBDA_ACCESS,
  ...SQS_MESSAGES,
] as const;
